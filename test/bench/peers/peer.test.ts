import { describe, expect, it } from 'vitest';
import { alertInHindsight } from './peer.ts';

const pair = (notice: string, score: number) => ({ profile: 'p', notice, score });
const qrel = (notice: string, grade: number) => ({ profile: 'p', notice, grade });

describe('alertInHindsight', () => {
  it('alerts from the score that gives the best F1 on, whatever is disputed', () => {
    const qrels = [qrel('a', 2), qrel('b', 1), qrel('c', 0), qrel('d', -1), qrel('e', 0), qrel('f', 1)];
    const pairs = [pair('d', 9), pair('a', 8), pair('c', 7), pair('b', 6), pair('e', 5)];
    const alerted = alertInHindsight(pairs, qrels).filter((row) => row.alert);
    expect(alerted.map((row) => row.notice)).toEqual(['d', 'a', 'c', 'b']);
  });

  it('takes pairs of the same score together', () => {
    const alerted = alertInHindsight([pair('a', 1), pair('b', 1), pair('c', 0.5)], [qrel('a', 1), qrel('b', 0), qrel('c', 0)]).filter((row) => row.alert);
    expect(alerted.map((row) => row.notice)).toEqual(['a', 'b']);
  });
});
