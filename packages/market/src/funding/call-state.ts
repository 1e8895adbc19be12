import { type Call, type CallReading, isPast, type Moment } from '@asf-match/domain';
import type { CallState } from './funding-entry.ts';

/** When a call opens and closes, and where that leaves it. */
export interface CallTimes {
  readonly state: CallState;
  readonly opens?: Moment;
  readonly about?: string;
  readonly closes?: Moment;
  readonly later: readonly Moment[];
  readonly rolling: boolean;
}

/**
 * Where a call stands at `now`, an ISO instant. The source’s own dates count before those of the text, and dates before any word such
 * as "open": the next deadline decides, to its own minute. A call that nobody has spoken of for a while is not closed by that.
 */
export function callTimes(call: Call, reading: CallReading, now: string): CallTimes {
  const given = call.rounds.flatMap((round) => round.closes);
  const closes = (given.length > 0 ? given : (reading.closes?.value ?? [])).toSorted((a, b) => (a.instant < b.instant ? -1 : 1));
  const [next, ...later] = closes.filter((moment) => !isPast(moment, now));
  const opens = call.rounds.find((r) => r.opens)?.opens ?? (reading.opens?.value.about ? undefined : reading.opens?.value.at);
  const about = call.rounds.find((r) => r.about)?.about ?? reading.opens?.value.about;
  const rolling = reading.rolling !== undefined && closes.length === 0;
  const times = { ...(opens && { opens }), ...(about && { about }), ...(next && { closes: next }), later, rolling };
  const isOver = reading.closedInWords !== undefined || call.status === 'closed' || (closes.length > 0 && !next);
  if (isOver) return { state: 'closed', ...times };
  if (call.status === 'forthcoming' || (opens && !isPast(opens, now)) || (about && !next && !rolling)) return { state: 'forthcoming', ...times };
  return { state: next || rolling ? 'open' : 'undated', ...times };
}
