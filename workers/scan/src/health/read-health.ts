import type { Store } from '@asf-match/store';
import { type AlertsProblem, alertsHealth } from '../alerts/alerts-health.ts';
import type { WorkPlan } from '../configuration.ts';
import { healthOf, type SourceHealth, WRONG } from './health.ts';

/** Eight weeks say what is usual. */
const DAYS = 56;

/** How every source stands, in the order of the plan. @param now ISO instant */
export async function readHealth(store: Store, { sources }: WorkPlan, now: string): Promise<SourceHealth[]> {
  const since = new Date(Date.parse(now) - DAYS * 86_400_000).toISOString().slice(0, 10);
  return Promise.all(
    sources.map(async (scheduled) => {
      const { id } = scheduled.source;
      const [lastScan] = await store.scans.finished(id, 1);
      return healthOf(scheduled, { state: await store.sourceStates.get(id), days: await store.sourceStates.days(id, since), lastScan, now });
    }),
  );
}

/** How the whole stands: sources, and what has to do with alerts. */
export interface Health {
  /** False when somebody must look at something. */
  readonly ok: boolean;
  readonly sources: readonly SourceHealth[];
  readonly alerts: readonly AlertsProblem[];
}

/** @param now ISO instant */
export async function readWholeHealth(store: Store, plan: WorkPlan, now: string): Promise<Health> {
  const [sources, alerts] = await Promise.all([readHealth(store, plan, now), alertsHealth(store, now)]);
  return { ok: alerts.length === 0 && !sources.some((s) => WRONG.has(s.state)), sources, alerts };
}
