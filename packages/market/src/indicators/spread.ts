/**
 * The middle of some numbers and how far they spread: the median (mean of the two middle ones when they are even in number),
 * and the quartiles by nearest rank, which are always numbers that occurred.
 * @param numbers at least one
 */
export function spreadOf(numbers: readonly number[]): {
  readonly median: number;
  readonly least: number;
  readonly lower: number;
  readonly upper: number;
  readonly most: number;
} {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (index: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, index))] as number;
  const rank = (share: number): number => at(Math.ceil(share * sorted.length) - 1);
  const half = sorted.length / 2;
  return { median: (at(Math.ceil(half) - 1) + at(Math.floor(half))) / 2, least: at(0), lower: rank(0.25), upper: rank(0.75), most: at(sorted.length - 1) };
}
