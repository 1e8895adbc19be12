import { type Fetcher, type TedSettings, tedSearch } from '@asf-match/sources';
import type { Store } from '@asf-match/store';
import { ALERTS_KEYS } from '../alerts/alerts-health.ts';
import { sendDue } from '../alerts/sending.ts';
import type { WorkPlan } from '../configuration.ts';
import { WRONG } from '../health/health.ts';
import { type Health, readWholeHealth } from '../health/read-health.ts';
import type { Settings } from '../settings.ts';
import { now } from '../with-store.ts';
import { fetchDetails } from './fetch-details.ts';
import { createPlansAndCallsTeller } from './tell-plans-and-calls.ts';

export interface AfterRoundContext {
  readonly store: Store;
  readonly settings: Settings;
  readonly plan: () => Promise<WorkPlan>;
  readonly fetcher: Fetcher;
  readonly signal: AbortSignal;
  /** One line for the operator. */
  readonly say: (line: string) => void;
}

/**
 * What follows each round of the worker: whole notices of what matches, news of plans and calls, mails that
 * are due, and a look at health. Only one runs
 * at a time: a round that ends meanwhile leaves it to the next.
 */
export function createAfterRound(context: AfterRoundContext): () => Promise<void> {
  let busy = false;
  const tellPlansAndCalls = createPlansAndCallsTeller(context.store, context.settings);
  return async () => {
    if (busy) return;
    busy = true;
    try {
      await fetchWholeNotices(context);
      const alerts = await tellPlansAndCalls();
      if (alerts > 0) context.say(`plans and calls: ${alerts} alerts queued`);
      await sendMails(context);
      await tellChanges(context);
    } finally {
      busy = false;
    }
  };
}

async function fetchWholeNotices({ store, plan, fetcher, signal, say }: AfterRoundContext): Promise<void> {
  const ted = (await plan()).sources.find((s) => s.enabled && s.source.id === tedSearch.id);
  const settings = ted?.settings as TedSettings | undefined;
  if (!settings?.wholeNotices) return;
  const { fetched, failure } = await fetchDetails(store, fetcher, signal, now(), settings.site);
  if (fetched > 0 || failure) say(`ted: ${fetched} whole notices${failure ? `; ${failure}` : ''}`);
}

async function sendMails({ store, settings, signal, say }: AfterRoundContext): Promise<void> {
  if (!process.env.ASF_SMTP_URL) return;
  const { sent, later, dead, serverError } = await sendDue(store, settings, signal);
  if (sent + later + dead > 0) say(`mail: ${sent} sent, ${later} to be tried again, ${dead} given up`);
  if (serverError) say(`mail: the server failed: ${serverError}`);
}

/** The operator is told when a state changes, not at every round. */
async function tellChanges({ store, plan, say }: AfterRoundContext): Promise<void> {
  for (const { source, before, after, message } of await store.health.note(notesOf(await readWholeHealth(store, await plan(), now())))) {
    if (isWrong(after)) say(`ATTENTION ${source} is ${after}: ${message}`);
    else if (isWrong(before)) say(`MENDED ${source} is ${after}: ${message}`);
  }
}

const isWrong = (state: string | undefined): boolean => WRONG.has(state as never);

const notesOf = ({ sources, alerts }: Health) => [
  ...sources.map(({ source, state, message }) => ({ source, state, message })),
  ...ALERTS_KEYS.map((key) => {
    const problem = alerts.find((a) => a.key === key);
    return { source: key, state: problem ? 'failing' : 'ok', message: problem?.sentence ?? '' };
  }),
];
