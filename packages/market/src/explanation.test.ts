import type { Classification, Match, Reason } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { disagreements } from './disagreement.ts';
import { explainMatch } from './explanation.ts';
import { missingFrom } from './missing.ts';

const quote = (text: string, part = 'title') => ({ part, text, start: 0, end: text.length });
const classification = (field: string, probability: number, ...reasons: readonly Omit<Reason, 'field'>[]): Classification => ({
  ...{ field, probability },
  reasons: reasons.map((r) => ({ ...r, field })),
});

describe('disagreements', () => {
  it('names words that meet a code of something else, and a code that no word bears out', () => {
    const words: Omit<Reason, 'field'> = { rule: 'concept', weight: 7, quote: quote('Storstädning') };
    const cleaning = classification('stad.lokalvard', 0.6, words, { rule: 'cpv-other', weight: -2, quote: quote('45233120', 'cpv') });
    const coded = classification('mat.cafe', 0.4, { rule: 'cpv', weight: 4.9, quote: quote('55330000', 'cpv') });
    expect(disagreements([cleaning, coded])).toEqual([
      { field: 'stad.lokalvard', code: '45233120', words: 'Storstädning' },
      { field: 'mat.cafe', code: '55330000' },
    ]);
    expect(disagreements([coded])).toEqual([]);
    expect(disagreements([classification('stad.hem', 0.9, words, { rule: 'cpv-other', weight: -0.5, quote: quote('98000000', 'cpv') })])).toEqual([]);
  });
});

describe('missingFrom', () => {
  const match = (probability: number, ...rules: readonly Reason['rule'][]): Match => ({
    ...{ subject: { kind: 'notice', id: 'n' }, organisation: 'o', probability },
    reasons: rules.map((rule) => ({ rule, weight: -1 })),
  });

  it('says what keeps a match from being an alert, and nothing of an alert', () => {
    const sure = { probability: 0.9 };
    expect(missingFrom(match(0.5, 'field'), 'Café', { asked: sure, offered: sure })).toEqual([]);
    expect(missingFrom(match(0.4, 'own-words'), undefined, { asked: undefined, offered: undefined })).toEqual([
      'Inget fält är gemensamt; bara enstaka ord är det.',
    ]);
    expect(missingFrom(match(0.4, 'field', 'place', 'size', 'language'), 'Café', { asked: { probability: 0.2 }, offered: sure })).toEqual([
      'Inköpets text och koder rör café bara i förbigående eller osäkert.',
      'Verksamheten finns på en annan ort.',
      'Inköpet är stort mot vad verksamheten uppger att den klarar.',
      'Inköpets text är inte på svenska.',
    ]);
    expect(missingFrom(match(0.4, 'field'), 'Café', { asked: { probability: 0.6 }, offered: { probability: 0.6 } })).toEqual([
      'Båda sidor är något osäkra, och osäkerheterna läggs ihop.',
    ]);
  });
});

it('explains a match by its own reasons and by the two readings of the fields that it shares', () => {
  const shared: Match = {
    ...{ subject: { kind: 'notice', id: 'n' }, organisation: 'o', field: 'mat.cafe', probability: 0.8 },
    reasons: [{ rule: 'field', field: 'mat.cafe', weight: 1.4, quote: quote('café'), offer: quote('kafé', 'offers') }],
  };
  const asked = [
    classification('mat.cafe', 0.9, { rule: 'concept', weight: 7, quote: quote('café') }),
    classification('stad.hem', 0.9, { rule: 'concept', weight: 7 }),
  ];
  const explanation = explainMatch({ purchase: 'Café', organisation: 'Kafé', match: shared, asked, offered: asked, labelOf: (field) => field.toUpperCase() });
  expect(explanation).toMatchObject({
    alert: true,
    reasons: [{ rule: 'field', field: 'MAT.CAFE', weight: 1.4 }],
    asked: [{ field: 'MAT.CAFE', probability: 0.9 }],
    missing: [],
  });
  expect(explanation.offered).toHaveLength(1);
});
