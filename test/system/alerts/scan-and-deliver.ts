import { join } from 'node:path';
import { parseConcepts, parseTaxonomy } from '@asf-match/domain';
import { openStore } from '@asf-match/store';
import { createComposer } from '../../../workers/scan/src/alerts/compose.ts';
import { deliverDue } from '../../../workers/scan/src/alerts/deliver.ts';
import { enqueueAlerts } from '../../../workers/scan/src/alerts/enqueue-alerts.ts';
import { mailSettings } from '../../../workers/scan/src/alerts/mail-settings.ts';
import { createMailer } from '../../../workers/scan/src/alerts/mailer.ts';
import { now } from '../../../workers/scan/src/with-store.ts';
import { cleaner, cleaningNotice, links, PUBLIC_URL } from './samples.ts';

/**
 * A process that scans and delivers until it is killed; with "rest" as last argument it only sends what is left. Each round
 * finds a few more notices, stores them, queues what is news and sends what is due. Every step is told on standard output,
 * so that whoever kills it can choose the moment by steps and not by a clock.
 */
const [folder = '', smtp = '', mode = ''] = process.argv.slice(2);
const NEW_A_ROUND = 2;
/** A round looks at this many of the latest notices again, as a scan with a look-back window does. */
const LOOK_BACK = 12;

const step = (name: string): boolean => process.stdout.write(`${name}\n`);
/** The same function, which tells when it begins and when it has ended. */
const told =
  <A extends unknown[], R>(name: string, run: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    step(`${name} begins`);
    const result = await run(...args);
    step(`${name} ended`);
    return result;
  };

// One field is enough here, and is read quickly.
const taxonomy = parseTaxonomy(
  'id\tparent\tlabel_sv\tlabel_en\tsni2007\tsni2025\nstad\t\tStäd\tCleaning\t\t\nstad.lokalvard\tstad\tLokalvård\tCleaning\t\t\n',
  parseConcepts('field\tkind\ttext\tweight\tsource\nstad.lokalvard\tord\tstädning; städar\t\ttest\nstad.lokalvard\tcpv\t90910000\t\ttest\n'),
);
const context = { reference: { taxonomy, municipalities: [] }, organisations: [cleaner('asf-1')], isHoliday: () => false, mailDomain: 'example.se' };
const stored = await openStore({ database: join(folder, 'db.sqlite'), archive: join(folder, 'archive'), clock: now });
const { outbox } = stored;
const store = {
  ...stored,
  outbox: { ...outbox, queue: told('queue', outbox.queue), claim: told('claim', outbox.claim), settle: told('settle', outbox.settle) },
};
const composer = await createComposer({ store, ...context, barriers: [], links, publicUrl: PUBLIC_URL, clock: now });
const mailer = await createMailer(mailSettings({ ASF_SMTP_URL: smtp, ASF_MAIL_FROM: 'ASF <bevakning@example.se>' }));
const sending = { ...mailer, send: told('send', mailer.send) };

async function scan(more: number): Promise<void> {
  const known = await store.notices.count();
  const ids = Array.from({ length: LOOK_BACK + more }, (_, n) => known - LOOK_BACK + n).filter((n) => n >= 0);
  // The last day is far off, whatever day the test is run.
  const deadline = { for: 'tenders' as const, at: { instant: '2099-12-01T22:59:00Z', zone: 'Europe/Stockholm', precision: 'minute' as const } };
  const notices = ids.map((n) => cleaningNotice(`n${n}`, { title: `Städning av skolor N${n}X`, deadline }));
  await told('store', store.notices.upsertMany)(notices.map((notice) => ({ notice })));
  await enqueueAlerts(store, { notices }, context, now());
}
const deliver = () => deliverDue(store, { mailer: sending, compose: composer.mail, clock: now, leaseSeconds: 3, perSecond: 1000, connections: 3 });

if (mode === 'rest') {
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
