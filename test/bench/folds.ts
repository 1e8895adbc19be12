/** How many parts judged items are put into. */
export const FOLDS = 5;

/** The fold of an item, 0 to FOLDS − 1; it depends on the item's name only (FNV-1a). */
export function foldOf(item: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < item.length; i++) hash = Math.imul(hash ^ item.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % FOLDS;
}

/** "0.962 ± 0.012": the mean and the standard deviation of what each fold gave. */
export function meanAndSpread(values: readonly number[]): string {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
  return `${mean.toFixed(3)} ± ${spread.toFixed(3)}`;
}
