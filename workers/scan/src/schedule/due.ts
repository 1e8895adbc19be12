import type { SourceState } from '@asf-match/store';
import { lastDue } from './cron.ts';

/** How far back a source is asked the first time. */
const FIRST_DAYS = 30;

/** A scan that is to be made, and from which day on it asks. */
export interface DueScan {
  /** ISO instant. */
  readonly at: string;
  /** `YYYY-MM-DD`, in UTC; the look-back is taken off. */
  readonly since: string;
}

/**
 * What is due at a source: at most one scan, however many times were missed, since it asks for everything from the last good
 * answer on. A source that has just been met is due at once.
 */
export function dueScan(
  { cron, lookBackDays }: { readonly cron: string; readonly lookBackDays: number },
  state: SourceState,
  now: string,
): DueScan | undefined {
  const at = state.lastDue === undefined ? state.knownSince : lastDue(cron, now);
  if (at === undefined || (state.lastDue !== undefined && at <= state.lastDue)) return undefined;
  return { at, since: sinceDay(state, lookBackDays, now) };
}

/** The day from which a source is asked: a few days before its last good answer, since things are published late and out of order. */
export function sinceDay({ lastSuccess }: Pick<SourceState, 'lastSuccess'>, lookBackDays: number, now: string): string {
  const from = lastSuccess ? Date.parse(lastSuccess) - lookBackDays * 86_400_000 : Date.parse(now) - FIRST_DAYS * 86_400_000;
  return new Date(from).toISOString().slice(0, 10);
}
