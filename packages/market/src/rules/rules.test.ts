import { describe, expect, it } from 'vitest';
import type { LimitCheck, Part } from '../report.ts';
import { type LadderFacts, ladder } from './ladder.ts';
import { lotsRule, turnoverCeiling } from './lots.ts';

const part = (label: string, inCounty: number, certainty: Part['certainty'] = 'clear'): Part => ({
  field: `a.${label}`,
  label,
  certainty,
  quotes: [],
  inCounty,
  inCountry: inCounty + 1,
});
const facts = (more: Partial<LadderFacts>): LadderFacts => ({
  parts: [part('x', 0)],
  wholeInCounty: 0,
  able: 0,
  withCapacity: 0,
  inCounty: 0,
  inCountry: 0,
  tasks: [],
  ...more,
});
const value = { amount: 1_000_000, currency: 'SEK' };
const reached = (more: Partial<LadderFacts>): string => ladder(facts(more)).reached;

describe('ladder', () => {
  it.each([
    ['whole', { wholeInCounty: 5, able: 2, withCapacity: 3, value, parts: [part('x', 5)] }],
    ['lots', { wholeInCounty: 5, able: 1, withCapacity: 3, value, parts: [part('x', 5)] }],
    ['lots', { wholeInCounty: 9, parts: [part('x', 9)] }],
    ['terms', { parts: [part('x', 2)], inCounty: 2, inCountry: 4 }],
    ['terms', { parts: [part('x', 9, 'possible')], inCountry: 9 }],
    ['dialogue', {}],
  ] as const)('reaches %s', (rung, more) => expect(reached(more)).toBe(rung));

  it('says of the whole that it cannot be told when nobody’s capacity is known, and gives the numbers', () => {
    const [whole] = ladder(facts({ wholeInCounty: 6, value, parts: [part('x', 6)] })).rungs;
    expect(whole).toMatchObject({
      holds: 'unknown',
      numbers: ['6 ASF i länet arbetar i alla behovets tydliga fält (tumregel: minst 5).', 'Ingen av dem i länet har uppgett hur stora uppdrag den klarar.'],
    });
  });
});

describe('lots and turnover', () => {
  const limit = (relation: LimitCheck['relation']): LimitCheck => ({
    ...{ id: 'eu-threshold', label: '', law: '', limit: value, from: '2026-01-01', verified: false, source: '', relation, sentence: '' },
  });

  it('names the duty to give reasons from the threshold up (4 kap. 14 §)', () => {
    expect(lotsRule([part('a', 1), part('b', 1)], [limit('at-or-above')])).toMatchObject({
      duty: expect.stringContaining('ska skälen anges'),
      facts: expect.stringContaining('”a” och ”b”'),
    });
    expect(lotsRule([], [limit('below')]).duty).toContain('under tröskelvärdet');
    expect(lotsRule([], [limit('other-currency')]).duty).toContain('inte att säga');
  });

  it('doubles the value (14 kap. 4 §)', () => {
    expect(turnoverCeiling(value)).toContain('högst 2\u00a0000\u00a0000\u00a0kr');
    expect(turnoverCeiling(undefined)).toContain('inte angivet');
  });
});
