import type { Finding } from '@asf-match/domain';
import type { DraftCheck } from './check-draft.ts';

/** Two drafts of one purchase side by side. */
export interface DraftComparison {
  readonly kind: 'utkastjamforelse';
  readonly before: DraftCheck;
  readonly after: DraftCheck;
  /** Barriers of the earlier draft that the later has not. */
  readonly gone: readonly Finding[];
  /** Barriers that only the later draft has. */
  readonly added: readonly Finding[];
  /** Barriers of both, as they stand in the later. */
  readonly kept: readonly Finding[];
}

export function compareDrafts(before: DraftCheck, after: DraftCheck): DraftComparison {
  const without = (findings: readonly Finding[], others: readonly Finding[]): Finding[] => findings.filter((f) => !others.some((o) => o.id === f.id));
  return {
    kind: 'utkastjamforelse',
    before,
    after,
    gone: without(before.findings, after.findings),
    added: without(after.findings, before.findings),
    kept: after.findings.filter((f) => before.findings.some((b) => b.id === f.id)),
  };
}
