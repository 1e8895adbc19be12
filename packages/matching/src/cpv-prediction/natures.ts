import type { Subject } from '@asf-match/domain';

/** Whether services, goods or works are bought. */
export type Nature = NonNullable<Subject['nature']>;

export const NATURES: readonly Nature[] = ['services', 'supplies', 'works'];
/** Seen beside what is counted: as many purchases as this, of the natures of all. */
const SMOOTHING = 1;

/**
 * How often each nature is bought within a division: `[division * 3 + nature]`, each division's three sum to 1.
 * @param purchases division, as its place in the order of divisions, and nature where it is known
 */
export function countNatures(purchases: readonly { readonly division: number; readonly nature?: Nature | undefined }[], divisions: number): Float32Array {
  const counts = new Float64Array(divisions * NATURES.length);
  const all = new Float64Array(NATURES.length).fill(1);
  for (const { division, nature } of purchases) {
    if (!nature) continue;
    const n = NATURES.indexOf(nature);
    all[n] = (all[n] as number) + 1;
    counts[division * NATURES.length + n] = (counts[division * NATURES.length + n] as number) + 1;
  }
  const total = all.reduce((a, b) => a + b, 0);
  return Float32Array.from(counts, (count, at) => {
    const from = at - (at % NATURES.length);
    const known = counts.subarray(from, from + NATURES.length).reduce((a, b) => a + b, 0);
    return (count + (SMOOTHING * (all[at % NATURES.length] as number)) / total) / (known + SMOOTHING);
  });
}

/** What the divisions' probabilities become when the nature is known too (Bayes; title and nature are taken as independent within a division). */
export function withNature(shares: Float64Array, natures: Float32Array, nature: Nature | undefined): Float64Array {
  if (!nature) return shares;
  const weighted = shares.map((share, division) => share * (natures[division * NATURES.length + NATURES.indexOf(nature)] as number));
  const sum = weighted.reduce((a, b) => a + b, 0);
  return weighted.map((share) => share / sum);
}
