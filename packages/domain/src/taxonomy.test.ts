import { expect, it } from 'vitest';
import { parseTaxonomy } from './taxonomy.ts';

const header = 'id\tparent\tlabel_sv\tlabel_en\tterms_sv\tnegative_terms_sv\tcpv_primary\tcpv_related\tcpv_lookalike\tsni2007\tsni2025';
const group = 'stad\t\tStäd\tCleaning\tstäd\t\t90900000\t\t\t\t';
const leaf = 'stad.fonster\tstad\tFönsterputs\tWindow cleaning\tfönsterputs; putsa fönster\tfönsterbyte\t90911300\t45452000\t44221100\t81221\t81221';

it('reads groups and leaves with their lists', () => {
  const { groups, leaves, byId } = parseTaxonomy([header, group, leaf].join('\n'));
  expect(groups.map((f) => f.id)).toEqual(['stad']);
  expect(leaves).toHaveLength(1);
  expect(byId.get('stad.fonster')).toMatchObject({
    parent: 'stad',
    terms: ['fönsterputs', 'putsa fönster'],
    negativeTerms: ['fönsterbyte'],
    cpvLookalike: ['44221100'],
  });
});

it('refuses doubled ids, missing groups and malformed codes', () => {
  expect(() => parseTaxonomy([header, group, leaf, leaf].join('\n'))).toThrow('stad.fonster is listed twice');
  expect(() => parseTaxonomy([header, leaf].join('\n'))).toThrow('needs its group stad');
  expect(() => parseTaxonomy([header, group.replace('90900000', '9090000')].join('\n'))).toThrow('line 2, column cpv_primary');
});
