import { expect, it } from 'vitest';
import { parseThresholds, thresholdsOn } from './threshold.ts';

const tsv = [
  'id\tfrom\tto\tamount\tcurrency\tverified\tsource',
  'direct-award\t2022-02-01\t\t700000\tSEK\tyes\tLOU 19 a kap. 2 §',
  'eu-threshold\t2024-01-01\t2025-12-31\t221000\tEUR\tyes\tförordning',
  'eu-threshold\t2026-01-01\t2027-12-31\t216000\tEUR\tno\tförordning',
].join('\n');

it('gives the limits that hold on a day, both ends included', () => {
  const amounts = (day: string) => thresholdsOn(day, parseThresholds(tsv)).map((t) => t.limit.amount);
  expect(amounts('2025-12-31')).toEqual([221000, 700000]);
  expect(amounts('2026-01-01')).toEqual([216000, 700000]);
  expect(amounts('2020-01-01')).toEqual([]);
});

it('keeps what nobody has verified apart', () => {
  expect(thresholdsOn('2026-06-01', parseThresholds(tsv)).map((t) => t.verified)).toEqual([false, true]);
});
