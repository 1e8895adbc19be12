import type { Problem } from '@asf-match/domain';
import type { Store } from '@asf-match/store';
import type { ScheduledSource, WorkPlan } from '../configuration.ts';
import { sinceDay } from '../schedule/due.ts';
import { now } from '../with-store.ts';
import { fetcherOf } from './open-scanning.ts';
import { createOwner } from './owner.ts';
import { scanDue } from './scan-due.ts';

/** Whether a source is asked while a person waits. */
export const isAsked = ({ enabled, source }: ScheduledSource): boolean => enabled && source.provides === 'notices';

/** How one source answered this time. `sentence` is one English line. */
export interface SourceAnswer {
  readonly id: string;
  readonly label: string;
  readonly ok: boolean;
  readonly sentence: string;
}

/**
 * Scans every enabled source of notices once, whatever its schedule says, for a person who waits: what fails is not tried
 * again, and lists and statistics, which are large and seldom new, are left to the worker.
 */
export async function scanNow(store: Store, plan: WorkPlan, onProblem: (problem: Problem) => void): Promise<SourceAnswer[]> {
  const at = now();
  const enabled = plan.sources.filter(isAsked);
  const states = new Map(await Promise.all(enabled.map(async ({ source }) => [source.id, await store.sourceStates.meet(source.id)] as const)));
  const ends = await scanDue(plan, {
    ...{ store, fetcher: fetcherOf(plan, { attempts: 1 }), clock: now, owner: createOwner(), leaseSeconds: plan.configuration.leaseSeconds },
    ...{ signal: new AbortController().signal, onProblem },
    dueOf: (id) => {
      const state = states.get(id);
      const scheduled = enabled.find((s) => s.source.id === id);
      return state && scheduled && { at, since: sinceDay(state, scheduled.lookBackDays, at) };
    },
  });
  return enabled.map(({ source: { id, label } }) => {
    const end = ends.find((e) => e.source === id)?.end;
    if (end?.end !== 'finished') return { id, label, ok: false, sentence: 'Another worker is asking it. The job goes on with what is stored.' };
    const { state, message } = end.finished;
    return { id, label, ok: state === 'done', sentence: state === 'done' ? message : `${message} The job goes on with what is stored and shipped.` };
  });
}
