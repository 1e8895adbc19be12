import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Notice, Organisation, Subscription } from '@asf-match/domain';
import { openStore, type Store } from '@asf-match/store';
import { createComposer } from '../../../workers/scan/src/alerts/compose.ts';
import { type DeliveryContext, deliverDue } from '../../../workers/scan/src/alerts/deliver.ts';
import { enqueueAlerts } from '../../../workers/scan/src/alerts/enqueue-alerts.ts';
import { mailSettings } from '../../../workers/scan/src/alerts/mail-settings.ts';
import { createMailer } from '../../../workers/scan/src/alerts/mailer.ts';
import { loadBarriers, loadReferenceData } from '../../../workers/scan/src/data.ts';
import { cleaner, links, NOW, PUBLIC_URL } from './samples.ts';

export * from './samples.ts';
export const reference = await loadReferenceData('data');
export const barriers = await loadBarriers('data');

/** A store in a folder of its own, with a clock that stands still until it is moved. */
export async function alertStore() {
  const folder = await mkdtemp(join(tmpdir(), 'alerts-'));
  const time = { now: NOW };
  const store = await openStore({ database: join(folder, 'db.sqlite'), archive: join(folder, 'archive'), clock: () => time.now });
  return { store, folder, time, close: () => store.close().then(() => rm(folder, { recursive: true })) };
}

/** A confirmed subscription of an organisation, written to at once. */
export async function subscribe(store: Store, id: string, address: string, part: Partial<Subscription> = {}): Promise<Subscription> {
  const recipient = await store.recipients.ofAddress(address);
  const subscription: Subscription = {
    ...{ id, recipient: recipient.id, role: 'asf', status: 'pending', organisation: 'asf-1', fields: [], area: [], threshold: 0.5, never: [], must: [] },
    ...{ what: ['notices', 'deadlines'], rhythm: { kind: 'at-once' }, feed: `${id}-`.padEnd(43, 'f'), created: NOW, ...part },
  };
  await store.subscriptions.add(subscription);
  await store.subscriptions.confirm(id, NOW);
  return { ...subscription, status: 'confirmed', confirmed: NOW };
}

/** Stores notices and queues what is news, as a run does. */
export async function tell(store: Store, notices: readonly Notice[], now = NOW, organisations: readonly Organisation[] = [cleaner('asf-1')]) {
  await store.notices.upsertMany(notices.map((notice) => ({ notice })));
  return enqueueAlerts(store, { notices }, { reference, organisations, isHoliday: () => false, mailDomain: 'example.se' }, now);
}

/** Sends what is due to a receiver. */
export async function deliver(store: Store, smtp: string, time: { readonly now: string }, part: Partial<DeliveryContext> = {}) {
  const mailer = await createMailer(mailSettings({ ASF_SMTP_URL: smtp, ASF_MAIL_FROM: 'ASF-bevakning <bevakning@example.se>' }), { socketTimeout: 3000 });
  const clock = () => time.now;
  const composer = await createComposer({ store, reference, organisations: [cleaner('asf-1')], barriers, links, publicUrl: PUBLIC_URL, clock });
  try {
    return await deliverDue(store, { mailer, compose: composer.mail, clock, leaseSeconds: 600, perSecond: 1000, connections: 5, ...part });
  } finally {
    mailer.close();
  }
}
