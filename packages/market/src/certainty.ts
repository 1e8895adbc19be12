import type { Classification } from '@asf-match/domain';
import type { Part } from './report.ts';

const CLEAR = 0.9;
const LIKELY = 0.5;
/** Below this a field is not mentioned. */
export const POSSIBLE = 0.3;

export function certaintyOf(probability: number): Part['certainty'] {
  if (probability >= CLEAR) return 'clear';
  return probability >= LIKELY ? 'likely' : 'possible';
}

/** The fields that a report speaks of: the likely ones, or the first possible one when none is likely. */
export function fieldsOfReport(classifications: readonly Classification[]): Classification[] {
  const likely = classifications.filter((c) => c.probability >= LIKELY);
  return likely.length > 0 ? likely : classifications.filter((c) => c.probability >= POSSIBLE).slice(0, 1);
}
