import { logistic, type Match, type Subject, sumOfWeights } from '@asf-match/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featuresOf, type Lesson, learn, withFeedback } from './feedback.ts';

const subject: Subject = {
  ...{ ref: { kind: 'notice', id: 'n' }, language: 'sv', texts: [{ part: 'title', text: 'Storstädning' }], cpv: [], reserved: false, buyers: [] },
  places: [{ name: 'Solna' }],
};
const match: Match = {
  ...{ subject: subject.ref, organisation: 'o', field: 'stad.lokalvard', probability: logistic(2) },
  reasons: [{ rule: 'field', field: 'stad.lokalvard', weight: 2, quote: { part: 'title', text: 'Storstädning', start: 0, end: 12 } }],
};
const none = { must: [], shared: new Map() };
const not = (reason?: string): Lesson => ({ verdict: 'not-relevant', features: featuresOf(match, subject), ...(reason && { reason }) });
const interested: Lesson = { verdict: 'interested', features: featuresOf(match, subject) };
const after = (lessons: readonly Lesson[], more: Partial<Parameters<typeof withFeedback>[3]> = {}) =>
  withFeedback(match, subject, learn(lessons), { ...none, ...more });

it('names what led to a match', () => {
  expect(featuresOf(match, subject)).toEqual(['field:stad.lokalvard', 'word:storstädning', 'place:solna']);
});

describe('feedback', () => {
  it('lowers what led there at once, as reasons that add up', () => {
    const lowered = after([not('field')]);
    expect(lowered.probability).toBeLessThan(match.probability);
    expect(lowered.reasons.filter((r) => r.rule === 'feedback').map((r) => [r.field, r.quote?.text, r.weight])).toEqual([
      ['stad.lokalvard', undefined, -1],
      [undefined, 'Storstädning', -1.5],
    ]);
    expect(lowered.probability).toBeCloseTo(logistic(sumOfWeights(lowered.reasons)), 12);
  });

  it('lowers the place for a wrong place, and the work little for what was too large or too late', () => {
    expect(
      after([not('place')])
        .reasons.filter((r) => r.rule === 'feedback')
        .map((r) => r.weight),
    ).toEqual([-2.5]);
    expect(after([not('size')]).probability).toBeGreaterThan(after([not('field')]).probability);
  });

  it('never lowers a must-have field', () => {
    expect(after([not(), not(), not()], { must: ['stad.lokalvard'], shared: new Map([['stad.lokalvard', -1]]) })).toBe(match);
  });

  it('is outweighed by interest, and never raises', () => {
    expect(after([not(), interested, interested])).toBe(match);
    expect(after([interested])).toBe(match);
  });

  it('leaves other fields and words alone', () => {
    const elsewhere: Lesson = { verdict: 'not-relevant', features: ['field:mat.cafe', 'word:café', 'place:malmö'] };
    expect(after([elsewhere])).toBe(match);
  });

  it('adds what all subscribers have taught about the field', () => {
    expect(after([], { shared: new Map([['stad.lokalvard', -0.4]]) }).reasons.at(-1)).toEqual({ rule: 'feedback', field: 'stad.lokalvard', weight: -0.4 });
  });

  it('tells what was all but certain once more after one answer, and no more after three', () => {
    const certain = { ...match, probability: 0.999, reasons: match.reasons.map((r) => ({ ...r, weight: Math.log(0.999 / 0.001) })) };
    const told = (times: number) => withFeedback(certain, subject, learn(Array.from({ length: times }, () => not())), none).probability >= 0.5;
    expect([told(1), told(2), told(3)]).toEqual([true, true, false]);
  });

  it('has a floor, however often it is said, and more of it never raises', () => {
    fc.assert(
      fc.property(fc.nat(30), (times) => {
        const lowered = after(Array.from({ length: times }, () => not()));
        const sum = sumOfWeights(lowered.reasons.filter((r) => r.rule === 'feedback'));
        expect(sum).toBeGreaterThanOrEqual(-10.0001);
        expect(after(Array.from({ length: times + 1 }, () => not())).probability).toBeLessThanOrEqual(lowered.probability + 1e-12);
      }),
    );
  });
});
