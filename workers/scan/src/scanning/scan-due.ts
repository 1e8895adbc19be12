import type { ScheduledSource, WorkPlan } from '../configuration.ts';
import { type DueScan, dueScan } from '../schedule/due.ts';
import { isGone } from './owner.ts';
import { type ScanContext, type ScanEnd, scanSource } from './scan-source.ts';

export interface ScanDueContext extends ScanContext {
  readonly owner: string;
  /** Which scan a source is to have now; without it what its schedule says. */
  readonly dueOf?: (source: string) => DueScan | undefined;
  /** Sources that this process is scanning: they are left alone, and noted here meanwhile. */
  readonly underWay?: Set<string>;
  /** Called when the scan of a source has ended, while others may go on. */
  readonly onEnd?: () => Promise<unknown>;
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
  const { store, owner, clock, underWay = new Set<string>() } = context;
  const ends = await Promise.all(
    sources
      .filter((scheduled) => scheduled.enabled && !underWay.has(scheduled.source.id))
      .map(async (scheduled): Promise<SourceEnd | undefined> => {
        const { id } = scheduled.source;
        underWay.add(id);
        return scanOne(scheduled).finally(() => underWay.delete(id));
      }),
  );
  return ends.flatMap((end) => end ?? []);

  async function scanOne(scheduled: ScheduledSource): Promise<SourceEnd | undefined> {
    const { id, label } = scheduled.source;
    const due = context.dueOf ? context.dueOf(id) : dueScan(scheduled, await store.sourceStates.meet(id), clock());
    const leaseUntil = `${new Date(Date.parse(clock()) + context.leaseSeconds * 1000).toISOString().slice(0, 19)}Z`;
    const scan = await store.scans.claim({ source: id, owner, leaseUntil, isGone, ...(due && { due }) });
    if (!scan) return undefined;
    const end = await scanSource(scheduled, scan, context);
    await context.onEnd?.();
    return { source: id, label, end };
  }
}
