import { stat } from 'node:fs/promises';
import type { WorkPlan } from '../configuration.ts';
import { addMatched, type MatchedCounts, NOTHING_MATCHED } from './match-unmatched.ts';
import { type ScanDueContext, type SourceEnd, scanDue } from './scan-due.ts';

export interface WorkerOptions {
  readonly context: ScanDueContext;
  /** The plan as it is now; called before each round. */
  readonly plan: () => Promise<WorkPlan>;
  /** Classifies, matches and queues alerts for what is new. */
  readonly match: (signal: AbortSignal) => Promise<MatchedCounts>;
  /** What follows each round: whole notices, deliveries, health. */
  readonly afterRound?: () => Promise<void>;
  readonly onRound?: (ends: readonly SourceEnd[], matched: MatchedCounts) => void;
  /** An error in the program itself; the next round is tried all the same. */
  readonly onError?: (error: unknown) => void;
}

/**
 * One round: everything that is due is scanned, and what is new is matched as soon as its source has ended. Rounds may
 * overlap: a source that takes long is left alone by the next, which looks after the others. What an earlier process left
 * is made good first.
 */
export async function workRound({ context, plan, match, afterRound, onRound }: WorkerOptions): Promise<SourceEnd[]> {
  let matched = NOTHING_MATCHED;
  const matchNow = async (): Promise<void> => {
    matched = addMatched(matched, await match(context.signal));
  };
  await matchNow();
  const ends = await scanDue(await plan(), { ...context, onEnd: matchNow });
  onRound?.(ends, matched);
  if (!context.signal.aborted) await afterRound?.();
  return ends;
}

/** Reads something from a file again whenever the file has changed; what is wrong is told once, and what was read before stays in force. */
export function rereading<T>(file: string, read: () => Promise<T>, first: T, onProblem: (error: unknown) => void): () => Promise<T> {
  let current = first;
  let seen: number | undefined;
  return async () => {
    const changed = await stat(file).then(
      (s) => s.mtimeMs,
      () => undefined,
    );
    if (seen === undefined) seen = changed;
    if (changed !== undefined && changed !== seen) {
      seen = changed;
      await read().then((value) => {
        current = value;
      }, onProblem);
    }
    return current;
  };
}
