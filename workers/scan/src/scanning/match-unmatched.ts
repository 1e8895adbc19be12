import { ALERT_PROBABILITY, type Match, type Notice, noticeKey, type SubjectRef, subjectOfNotice } from '@asf-match/domain';
import type { Matcher } from '@asf-match/matching';
import type { Store } from '@asf-match/store';
import { placeNotice } from './place-notice.ts';

/** Matches below this are not kept: they are neither alerts nor near misses. */
const KEPT_PROBABILITY = 0.1;
/** Notices whose matches and alerts are stored together. */
const BATCH = 50;

export interface MatchedCounts {
  readonly notices: number;
  /** Matches from even odds up. */
  readonly matches: number;
  /** Notices found to be of a purchase that was known already. */
  readonly joined: number;
  /** Subscriptions’ alerts that were queued. */
  readonly alerts: number;
}

export const NOTHING_MATCHED: MatchedCounts = { notices: 0, matches: 0, joined: 0, alerts: 0 };

export const addMatched = (a: MatchedCounts, b: MatchedCounts): MatchedCounts => ({
  ...{ notices: a.notices + b.notices, matches: a.matches + b.matches, joined: a.joined + b.joined, alerts: a.alerts + b.alerts },
});

/** Stores matches together with the alerts that follow from them, and says how many alerts those were. */
export type QueueAlerts = (notices: readonly Notice[], matches: ReadonlyMap<SubjectRef, readonly Match[]>) => Promise<number>;

/**
 * Classifies and matches what is new or changed, finds out which purchase each notice is part of, and queues alerts. A notice
 * leaves the queue only after its matches and alerts are stored: a process that is killed in between does the notice again,
 * and the alerts, which are told once, stay as they were.
 * @param signal stops between two batches
 */
export async function matchUnmatched(store: Store, matcher: Matcher, queueAlerts: QueueAlerts, signal: AbortSignal): Promise<MatchedCounts> {
  let counts = NOTHING_MATCHED;
  while (!signal.aborted) {
    const keys = await store.notices.unmatched(BATCH);
    if (keys.length === 0) break;
    const notices: Notice[] = [];
    const matches = new Map<SubjectRef, readonly Match[]>();
    let joined = 0;
    let likely = 0;
    for (const key of keys) {
      const notice = await store.notices.get(key);
      if (!notice) continue;
      notices.push(notice);
      if ((await placeNotice(store, notice)) !== noticeKey(notice)) joined += 1;
      const kept = matcher.match(subjectOfNotice(notice)).filter((m) => m.probability >= KEPT_PROBABILITY);
      matches.set({ kind: 'notice', id: key }, kept);
      likely += kept.filter((m) => m.probability >= ALERT_PROBABILITY).length;
    }
    const alerts = await queueAlerts(notices, matches);
    await store.notices.settle(keys);
    counts = addMatched(counts, { notices: keys.length, matches: likely, joined, alerts });
  }
  return counts;
}
