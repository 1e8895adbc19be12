import type { FundingEntry } from './funding-entry.ts';
import type { FundingList } from './funding-list.ts';

const SOON_MS = 14 * 86_400_000;

/**
 * What a digest tells: calls first seen since the last one, and those whose deadline has come within 14 days since then. A call is in one of the two,
 * and deadlines are told once.
 * @param since ISO instant of the last digest
 */
export function fundingDigest(
  { calls, at }: Pick<FundingList, 'calls' | 'at'>,
  since: string,
): { readonly fresh: readonly FundingEntry[]; readonly soon: readonly FundingEntry[] } {
  const fresh = calls.filter((c) => c.firstSeen > since);
  const soon = calls.filter((c) => {
    if (!c.closes || c.firstSeen > since) return false;
    const warning = Date.parse(c.closes.instant) - SOON_MS;
    return warning <= Date.parse(at) && warning > Date.parse(since);
  });
  return { fresh, soon };
}
