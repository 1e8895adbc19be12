import { type CpvCode, cpvAncestors, cpvDepth, cpvPrefix, type FieldId, type Need } from '@asf-match/domain';
import { titleStems } from '@asf-match/matching';

/** A word in more than this share of all titles does not point at any of them. */
const COMMON = 0.01;
/** A code of two digits names a whole branch; one of three digits above the need's is hardly narrower. */
const LEAST_DEPTH = 3;
const LEAST_DEPTH_ABOVE = 4;

/** In how many titles each of some stems stands, and how many titles there are. */
export interface StemCounts {
  readonly titles: number;
  readonly withStem: ReadonlyMap<string, number>;
}

/** The need's codes that are narrow enough to compare by. */
export const comparableCodes = ({ cpv }: Need): CpvCode[] => cpv.filter((code) => cpvDepth(code) >= LEAST_DEPTH);

/** Codes above a code of the need that are still narrow. */
export const codesAbove = (need: Need): CpvCode[] => [...new Set(need.cpv.flatMap(cpvAncestors).filter((code) => cpvDepth(code) >= LEAST_DEPTH_ABOVE))];

/** How uncommon each of the need's title words is: the logarithm of all titles to those that have it; common words are left out. */
export function uncommonStems(need: Need, { titles, withStem }: StemCounts): Map<string, number> {
  const found = new Map<string, number>();
  for (const stem of titleStems(need.title).keys()) {
    const n = withStem.get(stem) ?? 0;
    if (n <= Math.max(1, titles * COMMON)) found.set(stem, Math.log((titles + 1) / (n + 1)));
  }
  return found;
}

/** What may be similar, to be looked up in a store: a superset, out of which `similarPurchases` picks. */
export const similarityQuery = (need: Need, fields: readonly FieldId[], counts: StemCounts) => ({
  fields,
  cpvPrefixes: comparableCodes(need).map(cpvPrefix),
  cpvCodes: codesAbove(need),
  stems: [...uncommonStems(need, counts)].flatMap(([stem]) => (counts.withStem.has(stem) ? stem : [])),
});
