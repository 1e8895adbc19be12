import { parseConcepts, parseTaxonomy } from '@asf-match/domain';
import { expect, it } from 'vitest';
import { checkConcepts, compareConcepts } from './concept-check.ts';
import { mentionFields, mentionRows, mentionTaxonomy, row, subject } from './testing/small-taxonomy.ts';

it('shows what changes when the map does, and finds what cannot be meant', () => {
  const more = parseTaxonomy(
    mentionFields,
    parseConcepts(
      [
        ...mentionRows,
        row('mat.cafe', 'ord', 'och för', '', 'x'),
        row('besok.boende', 'ord', 'hotellet', '', 'x'),
        row('mat.cafe', 'motord', 'drift av café', '', 'x'),
        row('stad.hem', 'ord', 'hotellrum; hotell', '', 'x'),
      ].join('\n'),
    ),
  );
  expect(checkConcepts(mentionTaxonomy)).toEqual([]);
  expect(checkConcepts(more).map((r) => `${r.kind} ${r.text}`)).toEqual(['both drift av café', 'empty och för', 'twice hotellet']);
  const changes = compareConcepts(mentionTaxonomy, more, [subject('Hotell'), subject('Drift av café'), subject('Städning')]);
  expect(changes.map((c) => [c.subject.texts[0]?.text, c.kind, c.field, c.because])).toEqual([
    ['Hotell', 'lost', 'besok.boende', 'Hotell'],
    ['Drift av café', 'lost', 'mat.cafe', 'Drift av café'],
  ]);
});
