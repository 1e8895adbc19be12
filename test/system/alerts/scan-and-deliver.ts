import { join } from 'node:path';
import { openStore } from '@asf-match/store';
import { createComposer } from '../../../workers/scan/src/alerts/compose.ts';
import { deliverDue } from '../../../workers/scan/src/alerts/deliver.ts';
import { enqueueAlerts } from '../../../workers/scan/src/alerts/enqueue-alerts.ts';
import { mailSettings } from '../../../workers/scan/src/alerts/mail-settings.ts';
import { createMailer } from '../../../workers/scan/src/alerts/mailer.ts';
import { now } from '../../../workers/scan/src/with-store.ts';
import { cleaner, cleaningNotice, links, PUBLIC_URL, reference } from './alert-store.ts';

/**
 * A process that scans and delivers until it is killed, or until nothing is left when `rounds` is given: each round finds
 * a few more notices, stores them, queues what is news and sends what is due. Says "working" when it begins.
 */
const [folder = '', smtp = '', rounds = ''] = process.argv.slice(2);
const NEW_A_ROUND = 2;
/** A round looks at this many of the latest notices again, as a scan with a look-back window does. */
const LOOK_BACK = 12;

const store = await openStore({ database: join(folder, 'db.sqlite'), archive: join(folder, 'archive'), clock: now });
const organisations = [cleaner('asf-1')];
const settings = mailSettings({ ASF_SMTP_URL: smtp, ASF_MAIL_FROM: 'ASF <bevakning@example.se>' });
const composer = await createComposer({ store, reference, organisations, links, publicUrl: PUBLIC_URL, clock: now });
const mailer = await createMailer(settings);

async function scan(more: number): Promise<void> {
  const known = await store.notices.count();
  const ids = Array.from({ length: LOOK_BACK + more }, (_, n) => known - LOOK_BACK + n).filter((n) => n >= 0);
  // The last day is far off, whatever day the test is run.
  const deadline = { for: 'tenders' as const, at: { instant: '2099-12-01T22:59:00Z', zone: 'Europe/Stockholm', precision: 'minute' as const } };
  const notices = ids.map((n) => cleaningNotice(`n${n}`, { title: `Städning av skolor N${n}X`, deadline }));
  await store.notices.upsertMany(notices.map((notice) => ({ notice })));
  await enqueueAlerts(store, { notices }, { reference, organisations, isHoliday: () => false, mailDomain: 'example.se' }, now());
}
const deliver = () => deliverDue(store, { mailer, compose: composer.mail, clock: now, leaseSeconds: 3, perSecond: 1000, connections: 3 });

process.stdout.write('working\n');
if (rounds === 'rest') {
  await scan(0);
  for (;;) {
    await deliver();
    const counts = await store.outbox.counts();
    if (!counts.get('pending') && !counts.get('sending')) break;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  mailer.close();
  await store.close();
} else {
  for (;;) {
    await scan(NEW_A_ROUND);
    await deliver();
  }
}
