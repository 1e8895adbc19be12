import { expect, it } from 'vitest';
import { fitFieldWeights, type JudgedItem } from './field-weights.ts';

const items = (field: string, relevant: number, not: number, probability = 0.7): JudgedItem[] =>
  Array.from({ length: relevant + not }, (_, n) => ({ field, probability, relevant: n < relevant }));

it('lowers a field whose items are rarely relevant, and leaves one alone that is as good as was said', () => {
  const { weights } = fitFieldWeights([...items('a.b', 10, 90), ...items('c.d', 70, 30)]);
  const [bad, good] = weights;
  expect(bad).toMatchObject({ field: 'a.b', n: 100 });
  // By hand: log(0.1 / 0.9) − log(0.7 / 0.3) = −3.04, drawn towards 0 and bounded at −2.
  expect(bad?.weight).toBe(-2);
  expect(Math.abs(good?.weight ?? 1)).toBeLessThan(0.01);
});

it('meets its equation: what was said less what was relevant is what the penalty holds back', () => {
  const [one] = fitFieldWeights(items('a.b', 12, 8)).weights;
  const p = 1 / (1 + Math.exp(-(Math.log(0.7 / 0.3) + (one?.weight ?? 0))));
  expect(20 * p - 12 + 2 * (one?.weight ?? 0)).toBeCloseTo(0, 1);
});

it('says how much better it is on answers that it was not fitted to', () => {
  const { before, after, n } = fitFieldWeights([...items('a.b', 10, 40), ...items('c.d', 40, 10)]);
  expect([n, after.logLoss < before.logLoss, after.brier < before.brier]).toEqual([100, true, true]);
});

it('says so when it is no better, and fits nothing to a handful of answers', () => {
  const noise = fitFieldWeights(items('a.b', 7, 3));
  expect(noise.after.logLoss).toBeGreaterThanOrEqual(noise.before.logLoss - 0.02);
  expect(fitFieldWeights(items('a.b', 0, 4)).weights).toEqual([]);
  expect(fitFieldWeights([])).toMatchObject({ n: 0, weights: [] });
});
