import { expect, it } from 'vitest';
import { parseTaxonomy } from './taxonomy.ts';

const header = 'id\tparent\tlabel_sv\tlabel_en\tsni2007\tsni2025';
const group = 'stad\t\tStäd\tCleaning';
const leaf = 'stad.fonster\tstad\tFönsterputs\tWindow cleaning\t81221\t81221';
const concept = { field: 'stad.fonster', kind: 'term', text: 'fönsterputs', weight: 1, source: 'x' } as const;

it('reads groups and leaves with their concepts', () => {
  const { groups, leaves, byId } = parseTaxonomy([header, group, leaf].join('\n'), [concept]);
  expect(groups.map((f) => f.id)).toEqual(['stad']);
  expect(leaves).toHaveLength(1);
  expect(byId.get('stad.fonster')).toMatchObject({ parent: 'stad', concepts: [concept], sni2025: ['81221'] });
});

it('refuses doubled ids, missing groups, malformed codes and concepts of fields that do not exist', () => {
  expect(() => parseTaxonomy([header, group, leaf, leaf].join('\n'), [])).toThrow('stad.fonster is listed twice');
  expect(() => parseTaxonomy([header, leaf].join('\n'), [])).toThrow('needs its group stad');
  expect(() => parseTaxonomy([header, group, leaf.replace('\t81221', '\t8122')].join('\n'), [])).toThrow('line 3, column sni2007');
  expect(() => parseTaxonomy([header, group].join('\n'), [concept])).toThrow('“fönsterputs” names the field stad.fonster');
});
