import { describe, expect, it } from 'vitest';
import { scoreOwnSet } from './own.ts';

describe('the judged set of our own', () => {
  const { rank, fields, profiles } = scoreOwnSet();

  it('has its purchases read as the judge read them', () => {
    expect(fields.f1).toBeGreaterThan(0.9);
    expect(fields.false_alarm).toBeLessThan(0.12);
  });

  it('has what enterprises say of themselves read as the judge read it', () => {
    expect(profiles.f1).toBeGreaterThan(0.93);
  });

  it('has fitting purchases ranked first and the main ones found', () => {
    expect(rank.ndcg10).toBeGreaterThan(0.94);
    expect(rank.main_object_recall).toBeGreaterThan(0.9);
    expect(rank.alert_precision).toBeGreaterThan(0.83);
  });
});
