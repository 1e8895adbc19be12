import { expect, it } from 'vitest';
import { conceptsOf, parseConcepts } from './concept.ts';

const table = (...rows: readonly string[]): string => ['field\tkind\ttext\tweight\tsource', ...rows].join('\n');

it('reads several texts from a row, a weight with a comma, and no weight as 1', () => {
  const concepts = parseConcepts(table('mat.cafe\tord\tcafé; drift av café\t\tprojektet', 'mat.cafe\tcpv\t55330000\t0,5\tCPV'));
  expect(concepts).toEqual([
    { field: 'mat.cafe', kind: 'term', text: 'café', weight: 1, source: 'projektet' },
    { field: 'mat.cafe', kind: 'term', text: 'drift av café', weight: 1, source: 'projektet' },
    { field: 'mat.cafe', kind: 'cpv', text: '55330000', weight: 0.5, source: 'CPV' },
  ]);
  expect(conceptsOf({ concepts }, 'cpv').map((c) => c.text)).toEqual(['55330000']);
});

it('reads words parted by slashes as every phrase that they make', () => {
  const texts = parseConcepts(table('textil.lagning\tord\tlaga/lappa byxor/jackor; klädvård\t\tprojektet')).map((c) => c.text);
  expect(texts).toEqual(['laga byxor', 'laga jackor', 'lappa byxor', 'lappa jackor', 'klädvård']);
});

it('names line and column of what it cannot use', () => {
  const refuses = (row: string, message: string): void => expect(() => parseConcepts(table(row))).toThrow(message);
  refuses('mat.cafe\tcpv\t5533000\t\tCPV', 'line 2, column text: “5533000” is no code of eight digits');
  refuses('mat.cafe\tord\tcafé; 12\t\tx', 'line 2, column text: “12” is no word');
  refuses('mat.cafe\tordet\tcafé\t\tx', 'line 2, column kind');
  refuses('mat.cafe\tord\tcafé\ttung\tx', 'line 2, column weight');
  refuses('mat.cafe\tord\tcafé\t0\tx', 'line 2, column weight');
  refuses('Mat café\tord\tcafé\t\tx', 'line 2, column field: is no field id');
  refuses('mat.cafe\tord\tcafé', 'line 2, column source');
});
