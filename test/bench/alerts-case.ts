import { join } from 'node:path';
import type { Notice, Subject, Subscription } from '@asf-match/domain';
import { openStore } from '@asf-match/store';
import { enqueueAlerts } from '../../workers/scan/src/alerts/enqueue-alerts.ts';
import type { AlertsCase, AlertsResult } from './alerts.ts';
import { loadReference } from './judged.ts';
import { synthetic } from './synthetic.ts';

/**
 * One step in a process of its own, so that its time and its peak memory are its own: "subscribe" makes a store with
 * subscriptions, "queue" queues the alerts of made-up notices for them and writes its result as JSON.
 */
const { step, folder, notices: noticeCount, subscriptions: subscriptionCount } = JSON.parse(process.argv[2] ?? '') as AlertsCase;
const NOW = '2026-11-25T08:00:00Z';
const reference = loadReference();
const texts = synthetic(reference);
const organisations = texts.organisations(subscriptionCount);
const store = await openStore({ database: join(folder, 'db.sqlite'), archive: folder, clock: () => NOW });
const megabytes = (): number => process.resourceUsage().maxRSS / 1024;

async function subscribe(): Promise<void> {
  for (const { id } of organisations) {
    const recipient = await store.recipients.ofAddress(`${id}@example.org`);
    const subscription: Subscription = {
      ...{ id, recipient: recipient.id, role: 'asf', status: 'confirmed', organisation: id, fields: [], area: [], threshold: 0.5, what: ['notices'] },
      ...{ rhythm: { kind: 'daily', hour: 7 }, never: [], must: [], feed: id.padEnd(43, '-'), created: NOW, confirmed: NOW },
    };
    await store.subscriptions.add(subscription);
  }
}

async function queue(): Promise<AlertsResult> {
  const notices = texts.notices(noticeCount).map(noticeOf);
  const before = megabytes();
  const [started, used] = [performance.now(), process.cpuUsage()];
  const counts = await enqueueAlerts(store, { notices }, { reference, organisations, isHoliday: () => false, mailDomain: 'example.org' }, NOW);
  const { user, system } = process.cpuUsage(used);
  return { milliseconds: performance.now() - started, processor: (user + system) / 1000, megabytes: megabytes(), before, ...counts };
}

/** The made-up purchase as a notice: what matching reads of it is the same. */
function noticeOf({ ref, texts: [title, description], cpv, places }: Subject): Notice {
  const code = cpv[0]?.code;
  return {
    ...{ source: 'synthetic', id: ref.id, version: '01', procedureId: ref.id, format: 'synthetic', formType: 'competition', language: 'sv', languages: ['sv'] },
    ...{ title: title?.text ?? '', description: description?.text ?? '', buyers: [], ...(code && { cpv: code }), cpvAdditional: [], places: [...places] },
    ...{
      published: { instant: NOW, zone: 'UTC', precision: 'minute' },
      lots: [],
      results: [],
      awardCriteria: [],
      reservedParticipation: [],
      reservedExecution: false,
    },
    ...{ socialObjectives: [], innovationObjectives: [] },
  };
}

if (step === 'subscribe') await subscribe();
else process.stdout.write(JSON.stringify(await queue()));
await store.close();
