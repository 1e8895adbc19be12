import { type Call, callKey } from '@asf-match/domain';
import type { FundingEntry } from '@asf-match/market';
import type { Store } from '@asf-match/store';
import { enqueueAlerts } from '../alerts/enqueue-alerts.ts';
import { loadHolidays } from '../alerts/holidays.ts';
import { mailDomainOf, mailSettings } from '../alerts/mail-settings.ts';
import { loadReferenceData } from '../data.ts';
import { listFunding } from '../funding/list-funding.ts';
import { loadRegister } from '../inputs.ts';
import type { Settings } from '../settings.ts';
import { now } from '../with-store.ts';

/**
 * Queues alerts of planned purchases (to those who subscribe to needs) and of calls that a list for AMF would show. What was told
 * before is told no second time, so it may be called after every round; it does nothing while plans and calls are as they were.
 * @returns how many alerts were queued
 */
export function createPlansAndCallsTeller(store: Store, settings: Settings): () => Promise<number> {
  let told: string | undefined;
  const current = async () => ({ needs: await store.needs.list(), known: (await store.calls.list()).map(({ call }) => call) });
  return async () => {
    if (JSON.stringify(await current()) === told) return 0;
    const at = now();
    const reference = await loadReferenceData(settings.data);
    const { organisations } = await loadRegister(store, undefined, settings.data, reference);
    // Stores the hand-kept calls too: what is known is read after it.
    const { calls: entries } = await listFunding(store, settings, at);
    const { needs, known } = await current();
    const byKey = new Map(entries.map((entry) => [entry.key, entry]));
    const calls = known.flatMap((call) => {
      const entry = byKey.get(callKey(call));
      return entry ? [withDates(call, entry)] : [];
    });
    const context = { reference, organisations, mailDomain: mailDomainOf(mailSettings()), isHoliday: await loadHolidays() };
    const { alerts } = await enqueueAlerts(store, { notices: [], needs, calls }, context, at);
    told = JSON.stringify({ needs, known });
    return alerts;
  };
}

/** A call whose source gives no closing date as a figure has it in its text. */
function withDates(call: Call, { closes, later }: FundingEntry): Call {
  if (!closes || call.rounds.some((round) => round.closes.length > 0)) return call;
  return { ...call, rounds: [{ closes: [closes, ...later] }] };
}
