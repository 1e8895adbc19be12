import { expect, it } from 'vitest';
import { createClassifier } from './classifier.ts';
import { likely, mentionTaxonomy, subject } from './testing/small-taxonomy.ts';

const reader = createClassifier(mentionTaxonomy);
const asked = (title: string): string[] => likely(reader.classifySubject(subject(title)));

it('finds words in texts without å, ä and ö, but no short word that is another then', () => {
  expect(asked('Stadning av hotell')).toEqual(['stad.lokalvard']);
  expect(asked('Hackklippning')).toEqual(['gron.tradgard']);
  expect(asked('Hackklippning på Ön')).toEqual([]);
});

it('counts a light word for less, but in an offer, which names what is done, for enough', () => {
  expect(asked('Putsning')).toEqual([]);
  expect(reader.classifyOffers('Putsning').map((c) => [c.field, c.probability > 0.5])).toEqual([['stad.hem', true]]);
});
