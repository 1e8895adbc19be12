import type { WorkPlan } from '../configuration.ts';
import { sinceDay } from '../schedule/due.ts';
import { now } from '../with-store.ts';
import { fetcherOf } from './open-scanning.ts';
import { createOwner } from './owner.ts';
import { scanDue } from './scan-due.ts';
import type { ScanContext } from './scan-source.ts';

/** How one source answered this time. `sentence` is one English line. */
export interface SourceAnswer {
  readonly id: string;
  readonly label: string;
  readonly ok: boolean;
  readonly sentence: string;
}

/** Scans every enabled source once, whatever its schedule says, for a person who waits: what fails is not tried again. */
export async function scanNow(plan: WorkPlan, context: Pick<ScanContext, 'store' | 'purchaseIndex' | 'onProblem'>): Promise<SourceAnswer[]> {
  const { store } = context;
  const at = now();
  const enabled = plan.sources.filter((s) => s.enabled);
  const states = new Map(await Promise.all(enabled.map(async ({ source }) => [source.id, await store.sourceStates.meet(source.id)] as const)));
  const ends = await scanDue(plan, {
    ...context,
    ...{ fetcher: fetcherOf(plan, { attempts: 1 }), clock: now, owner: createOwner(), leaseSeconds: plan.configuration.leaseSeconds },
    signal: new AbortController().signal,
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
