import type { FinishedScan, SourceDay, SourceState } from '@asf-match/store';
import type { ScheduledSource } from '../configuration.ts';
import { lastDue, nextDue } from '../schedule/cron.ts';
import { ENOUGH_WEEKDAYS, type Volume, volumeOf } from './volume.ts';

/**
 * How a source stands:
 * - `off` not scanned, by configuration · `new` not scanned yet
 * - `ok` answered the last time, and gives what it usually does
 * - `unsteady` the last answer failed, but not yet for long
 * - `failing` three failures in a row, or none but failures since the last two due times
 * - `late` was due and has not been asked: the worker is not running
 * - `quiet` answers, but has given nothing new for longer than ever before
 * - `short` gave fewer items than it says that it has
 */
export type HealthState = 'off' | 'new' | 'ok' | 'unsteady' | 'failing' | 'late' | 'quiet' | 'short';

/** States that somebody must look at. */
export const WRONG: ReadonlySet<HealthState> = new Set(['failing', 'late', 'quiet', 'short']);

export interface SourceHealth {
  readonly source: string;
  readonly label: string;
  readonly state: HealthState;
  /** One Swedish sentence. */
  readonly message: string;
  readonly lastAttempt?: string;
  readonly lastSuccess?: string;
  readonly nextDue?: string;
  readonly errorsInRow: number;
  /** Stable key of the failure, while it lasts. */
  readonly failure?: string;
  readonly volume?: Volume;
  /** Of the last finished scan: read, and what the source says. */
  readonly items?: number;
  readonly total?: number;
}

export interface HealthFacts {
  readonly state: SourceState | undefined;
  readonly days: readonly SourceDay[];
  readonly lastScan: FinishedScan | undefined;
  /** ISO instant. */
  readonly now: string;
}

const MANY_ERRORS = 3;
/** A due scan may take this long to begin. */
const LATE_AFTER_MS = 2 * 3_600_000;
/** Weekdays without anything new that are never alarming. */
const SHORTEST_GAP = 3;
/** Items published while a scan ran may make its count differ a little from the source’s. */
const SHORT_SHARE = 0.02;

/** Judges one source by what is known of it. Pure. */
export function healthOf(
  { source, enabled, cron }: Pick<ScheduledSource, 'source' | 'enabled' | 'cron'>,
  { state, days, lastScan, now }: HealthFacts,
): SourceHealth {
  const volume = volumeOf(days, now.slice(0, 10));
  const next = nextDue(cron, now);
  const facts = {
    ...{ source: source.id, label: source.label, errorsInRow: state?.errorsInRow ?? 0 },
    ...(state?.lastAttempt && { lastAttempt: state.lastAttempt }),
    ...(state?.lastSuccess && { lastSuccess: state.lastSuccess }),
    ...(state?.failure && { failure: state.failure }),
    ...(volume && { volume }),
    ...(lastScan && { items: lastScan.items }),
    ...(lastScan?.total !== undefined && { total: lastScan.total }),
  };
  if (!enabled) return { ...facts, state: 'off', message: source.offBecause ?? 'Avstängd i konfigurationen.' };
  const judged = judge();
  return { ...facts, ...(next && { nextDue: next }), ...judged };

  function judge(): Pick<SourceHealth, 'state' | 'message'> {
    const due = lastDue(cron, now);
    const asked = state?.lastDue ?? state?.lastAttempt;
    if (!state || !asked) return { state: 'new', message: 'Har inte frågats än.' };
    if (due && asked < due && Date.parse(now) - Date.parse(due) > LATE_AFTER_MS)
      return { state: 'late', message: 'Skulle ha frågats men har inte frågats. Är arbetaren igång?' };
    if (state.failure) {
      const since = state.lastSuccess ? `Senaste goda svar: ${state.lastSuccess}.` : 'Har aldrig svarat.';
      const long = state.errorsInRow >= MANY_ERRORS;
      return {
        state: long ? 'failing' : 'unsteady',
        message: `${state.errorsInRow === 1 ? 'Senaste försöket' : `De ${state.errorsInRow} senaste försöken`} misslyckades (${state.failure}). ${since}`,
      };
    }
    if (lastScan?.total !== undefined && lastScan.total - lastScan.items > lastScan.total * SHORT_SHARE)
      return { state: 'short', message: `Källan säger sig ha ${lastScan.total} poster men gav ${lastScan.items}.` };
    if (volume && volume.weekdays >= ENOUGH_WEEKDAYS && volume.currentGap > Math.max(SHORTEST_GAP, volume.longestGap))
      return { state: 'quiet', message: `Svarar, men har inte gett något nytt på ${volume.currentGap} vardagar. Längst tidigare: ${volume.longestGap}.` };
    return { state: 'ok', message: lastScan?.fresh ? `Svarade, ${lastScan.fresh} nya.` : 'Svarade, inget nytt.' };
  }
}
