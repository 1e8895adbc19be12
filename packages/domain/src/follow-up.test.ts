import { expect, it } from 'vitest';
import { parseConcepts } from './concept.ts';
import { parseFollowUp } from './follow-up.ts';
import { parseTaxonomy } from './taxonomy.ts';

const taxonomy = parseTaxonomy(
  'id\tparent\tlabel_sv\tlabel_en\nmat\t\tMat\tFood\nmat.cafe\tmat\tKafé\tCafé\n',
  parseConcepts('field\tkind\ttext\tweight\tsource\n'),
);
const read = (...rows: string[]) => parseFollowUp(['kind\tvalue', ...rows].join('\n'), taxonomy);

it('parseFollowUp reads buyers, fields and words, and names what is wrong', () => {
  expect(read('köpare\t2120000142', 'fält\tmat.cafe', 'ord\tkafé')).toEqual({ buyers: ['212000-0142'], fields: ['mat.cafe'], words: ['kafé'] });
  expect(() => read('köpare\t2120000142', 'fält\tmat.finns-inte')).toThrow('there is no field mat.finns-inte');
  expect(() => read('köpare\t123')).toThrow('123 is no organisation number');
  expect(() => read('ord\tkafé')).toThrow('no buyer');
});
