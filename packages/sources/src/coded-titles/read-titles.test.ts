import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readTitles } from './read-titles.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('finds columns by name, reads packed tables, and keeps rows without a code', () => {
  const table = 'title\tbuyer\tcpv\tid\tpublished\tkind\nSnöröjning "tak"\tSolna\t90620000-9\tA1\t2021-03-01 10:00\tTjänster\nPåsar\tSolna\t\tA2\t\tokänt\n\n';
  const expected = [
    { id: 'A1', title: 'Snöröjning "tak"', cpv: '90620000', published: '2021-03-01', nature: 'services' },
    { id: 'A2', title: 'Påsar' },
  ];
  expect(readTitles(bytes(table), 't.tsv')).toEqual({ rows: expected, problems: [] });
  expect(readTitles(gzipSync(table), 't.tsv.gz').rows).toEqual(expected);
});

it('names the row that it leaves out, and reads the rest', () => {
  const { rows, problems } = readTitles(bytes('id\ttitle\tcpv\nA1\tStäd\t9091\n\tStäd\t\nA3\t\t\nA4\tStäd\t90910000\n'), 't.tsv');
  expect(rows.map((r) => r.id)).toEqual(['A4']);
  expect(problems.map((p) => [p.place, p.message])).toEqual([
    ['row 2', '“9091” is no CPV code.'],
    ['row 3', 'The row has no id.'],
    ['row 4', 'The row has no title.'],
  ]);
});

it('refuses what is no such table', () => {
  expect(() => readTitles(bytes(''), 't.tsv')).toThrow('The table is empty');
  expect(() => readTitles(bytes('id;title\n1;Städ'), 't.tsv')).toThrow('no column id');
  expect(() => readTitles(gzipSync('id\ttitle\n').subarray(0, 12), 't.gz')).toThrow('damaged');
});
