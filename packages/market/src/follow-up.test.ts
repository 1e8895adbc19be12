import { type PastPurchase, type PurchaseHistory, parseConcepts, parseTaxonomy, subjectOfPastPurchase } from '@asf-match/domain';
import { createClassifier } from '@asf-match/matching';
import { expect, it } from 'vitest';
import { followUp } from './follow-up.ts';

const taxonomy = parseTaxonomy(
  'id\tparent\tlabel_sv\tlabel_en\narbint\t\tArbete\tWork\narbint.forbered\tarbint\tArbetsförberedande insatser\tSupport\n',
  parseConcepts('field\tkind\ttext\tweight\tsource\narbint.forbered\tord\tarbetsförberedande\t\tx\n'),
);
const candidate = (id: string, title: string, more: Partial<PastPurchase> = {}, outcome: Partial<PurchaseHistory> = {}) => {
  const purchase: PastPurchase = { source: 'uhm', year: 2021, id, title, buyer: 'STADEN', buyerOrgNumber: '212000-0142', published: '2021-03-19', ...more };
  return {
    history: { purchase, winners: [], lots: [], values: [], readFrom: 'fil', readOn: '2026-11-20', ...outcome },
    subject: subjectOfPastPurchase(purchase),
  };
};
const key = { source: 'uhm', year: 2021, id: 'x', title: 'x' };

it('followUp picks by buyer, field and word, and tells gaps from noughts', () => {
  const found = followUp(
    { buyers: ['212000-0142'], fields: ['arbint.forbered'], words: ['feriejobb'] },
    [
      candidate(
        'field',
        'Arbetsförberedande insatser för unga',
        { social: true, published: '2021-05-01' },
        {
          winners: [{ ...key, supplier: 'Kooperativet', size: 'micro', legalForm: 'Ekonomiska föreningar', tenders: 1 }],
          lots: [{ ...key, tenders: 2 }],
          values: [{ ...key, value: { amount: 5, currency: 'SEK' } }],
        },
      ),
      candidate('word', 'Feriejobben under skollov'),
      candidate('other-buyer', 'Feriejobb', { buyerOrgNumber: '212000-0001' }),
      candidate('no-number', 'Feriejobb', { buyerOrgNumber: undefined as never }),
      candidate('other', 'Julklapp till medarbetare'),
    ],
    createClassifier(taxonomy),
    taxonomy,
    { madeOn: '2026-11-24', version: '1', searched: { searched: 5, source: 's', date: '2026-11-20', period: { from: '2021-01-01', to: '2021-12-31' } } },
  );
  expect(found.purchases).toMatchObject([
    { id: 'field', because: 'fältet Arbetsförberedande insatser', tenders: '2', value: 5, winners: [{ name: 'Kooperativet', size: 'micro' }], gaps: [] },
    { id: 'word', because: 'ordet ”feriejobb”', winners: [], gaps: ['antal anbud', 'vinnare', 'värde', 'sociala kriterier'] },
  ]);
  expect(found.purchases).toHaveLength(2);
  expect(found.gaps).toContainEqual({ about: 'vinnare', count: 1 });
});
