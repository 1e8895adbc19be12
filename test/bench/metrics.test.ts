import { describe, expect, it } from 'vitest';
import { countFields, type Gold, type RunRow, scoreFields, scoreRank } from './metrics.ts';

const qrels = [
  { profile: 'p', notice: 'a', grade: 2 },
  { profile: 'p', notice: 'b', grade: 1 },
  { profile: 'p', notice: 'c', grade: 0 },
  { profile: 'p', notice: 'd', grade: -1 },
  { profile: 'q', notice: 'a', grade: 0 },
];
const row = (profile: string, notice: string, score: number): RunRow => ({ profile, notice, score, alert: score >= 0.5 });
const all = new Set(['a', 'b', 'c', 'd']);

describe('scoreRank', () => {
  it('is perfect for the order of the grades, whatever is disputed', () => {
    const scores = scoreRank(qrels, [row('p', 'd', 1), row('p', 'a', 0.9), row('p', 'b', 0.8), row('p', 'c', 0.1)], all);
    expect(scores).toMatchObject({ profiles: 1, ndcg10: 1, recall20: 1, map: 1, alerts: 2, alert_precision: 1, alert_recall: 1, main_object_recall: 1 });
  });

  it('discounts gains by rank and counts alerts over all profiles', () => {
    const scores = scoreRank(qrels, [row('p', 'c', 0.9), row('p', 'a', 0.4), row('q', 'a', 0.7)], all);
    const ideal = 3 + 1 / Math.log2(3);
    expect(scores.ndcg10).toBeCloseTo(3 / Math.log2(3) / ideal, 12);
    expect(scores.map).toBeCloseTo(0.25, 12);
    expect(scores).toMatchObject({ recall20: 0.5, p5: 0.5, alerts: 2, alert_precision: 0, alert_recall: 0, alert_f1: 0, main_object_recall: 0 });
  });

  it('counts only the pairs of the notices it is given', () => {
    expect(scoreRank(qrels, [row('p', 'c', 0.9), row('p', 'a', 0.8)], new Set(['a'])).ndcg10).toBe(1);
  });
});

describe('scoreFields', () => {
  const gold: Gold = {
    ids: ['a', 'b', 'c', 'd'],
    grades: new Map([
      ['a', new Map([['mat.cafe', 2]])],
      ['b', new Map([['mat.cafe', 1]])],
    ]),
    disputed: new Set(['d\tmat.cafe', 'a\tmat.lunch']),
  };
  const said = (id: string, field: string, probability: number) => ({ id, field, probability });

  it('takes a found minor part as right and a missed one as no error', () => {
    expect(scoreFields(gold, [said('a', 'mat.cafe', 0.5), said('b', 'mat.cafe', 0.9)])).toMatchObject({ precision: 1, recall: 1, f1: 1, false_alarm: 0 });
    expect(scoreFields(gold, [said('a', 'mat.cafe', 0.5)])).toMatchObject({ precision: 1, recall: 1, top1_main: 1, macro_f1: 1 });
  });

  it('counts false and missed fields, and alarms where no field fits', () => {
    const rows = [said('a', 'mat.cafe', 0.49), said('a', 'mat.lunch', 0.9), said('c', 'mat.lunch', 0.6), said('d', 'mat.cafe', 0.9)];
    expect(scoreFields(gold, rows)).toMatchObject({ precision: 0, recall: 0, f1: 0, negatives: 1, false_alarm: 1, top1_main: 1 });
    expect(Object.fromEntries(countFields(gold, rows))).toEqual({ 'mat.cafe': { tp: 0, fp: 0, fn: 1 }, 'mat.lunch': { tp: 0, fp: 1, fn: 0 } });
  });
});
