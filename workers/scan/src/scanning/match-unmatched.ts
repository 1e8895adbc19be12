import { ALERT_PROBABILITY, type Match, type Notice, noticeKey, subjectOfNotice } from '@asf-match/domain';
import { type Matcher, samePurchase, traitsOf } from '@asf-match/matching';
import type { PurchaseNotice, Store } from '@asf-match/store';

/** Matches below this are not kept: they are neither alerts nor near misses. */
const KEPT_PROBABILITY = 0.1;
const BATCH = 50;
/** Notices compared at most with each new one: those that share the most with it. */
const CANDIDATES = 8;

export interface MatchedCounts {
  notices: number;
  alerts: number;
  /** Notices found to be of a purchase that was known already. */
  joined: number;
}

/**
 * Classifies and matches what is new or changed, and finds out which purchase each notice is part of. A notice leaves the
 * queue in the transaction that stores its matches, so that a process killed here has nothing to make good.
 * @param signal stops between two batches
 */
export async function matchUnmatched(store: Store, matcher: Matcher, signal: AbortSignal): Promise<MatchedCounts> {
  const counts: MatchedCounts = { notices: 0, alerts: 0, joined: 0 };
  while (!signal.aborted) {
    const keys = await store.notices.unmatched(BATCH);
    if (keys.length === 0) break;
    const results: { key: string; matches: Match[] }[] = [];
    for (const key of keys) {
      const notice = await store.notices.get(key);
      if (!notice) {
        results.push({ key, matches: [] });
        continue;
      }
      const { placed, traits } = await place(store, notice);
      await store.purchases.place(placed, traits);
      if (placed.purchase !== key) counts.joined += 1;
      const matches = matcher.match(subjectOfNotice(notice)).filter((m) => m.probability >= KEPT_PROBABILITY);
      results.push({ key, matches });
      counts.alerts += matches.filter((m) => m.probability >= ALERT_PROBABILITY).length;
    }
    await store.matches.settle(results);
    counts.notices += keys.length;
  }
  return counts;
}

/** The purchase that a notice most likely belongs to: that of the likeliest other notice from even odds up, else one of its own. */
async function place(store: Store, notice: Notice): Promise<{ placed: PurchaseNotice; traits: string[] }> {
  const key = noticeKey(notice);
  const traits = traitsOf(notice);
  let best: PurchaseNotice = { key, purchase: key, probability: 1, reasons: [] };
  for (const other of await store.purchases.candidates(key, traits, CANDIDATES)) {
    const candidate = await store.notices.get(other);
    const known = await store.purchases.of(other);
    if (!candidate || !known) continue;
    const { probability, reasons } = samePurchase(notice, candidate);
    if (probability < ALERT_PROBABILITY || (best.purchase !== key && probability <= best.probability)) continue;
    best = { key, purchase: known.purchase, probability, reasons: reasons.map((reason) => ({ ...reason, with: other })) };
  }
  return { placed: best, traits };
}
