import type { WorkPlan } from '../configuration.ts';
import { type DueScan, dueScan } from '../schedule/due.ts';
import { isGone } from './owner.ts';
import { type ScanContext, type ScanEnd, scanSource } from './scan-source.ts';

export interface ScanDueContext extends ScanContext {
  readonly owner: string;
  /** Which scan a source is to have now; without it what its schedule says. */
  readonly dueOf?: (source: string) => DueScan | undefined;
}

export interface SourceEnd {
  readonly source: string;
  readonly label: string;
  readonly end: ScanEnd;
}

/**
 * Scans each source that is due or was broken off, all at the same time: each host is asked by itself, and a source that is
 * slow or fails never holds up another.
 */
export async function scanDue({ sources }: WorkPlan, context: ScanDueContext): Promise<SourceEnd[]> {
  const { store, owner, clock } = context;
  const ends = await Promise.all(
    sources
      .filter((scheduled) => scheduled.enabled)
      .map(async (scheduled): Promise<SourceEnd | undefined> => {
        const { id, label } = scheduled.source;
        const due = context.dueOf ? context.dueOf(id) : dueScan(scheduled, await store.sourceStates.meet(id), clock());
        const leaseUntil = `${new Date(Date.parse(clock()) + context.leaseSeconds * 1000).toISOString().slice(0, 19)}Z`;
        const scan = await store.scans.claim({ source: id, owner, leaseUntil, isGone, ...(due && { due }) });
        return scan && { source: id, label, end: await scanSource(scheduled, scan, context) };
      }),
  );
  return ends.flatMap((end) => end ?? []);
}
