import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { shared } from './shared.ts';

/** The four exports of 2021, in the order in which a person would load them. */
export const NAMES = ['procurements', 'contracted_tenders_with_suppliers', 'tenders_per_lot', 'contracted_value'] as const;
export const files = NAMES.flatMap((name) => shared(`corpus/uhm/export_2021_${name}.csv.gz`) ?? []);

export type Row = Readonly<Record<string, string>>;

const read = new Map<string, Row[]>();

/** A second reader of the exports, as plain as can be, which shares no code with the product's. */
export function rowsOf(name: (typeof NAMES)[number]): Row[] {
  const known = read.get(name);
  if (known) return known;
  const path = shared(`corpus/uhm/export_2021_${name}.csv.gz`);
  if (!path) return [];
  const [header, ...lines] = gunzipSync(readFileSync(path))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
    .filter(Boolean);
  const columns = cellsOf(header ?? '');
  const rows = lines.map((line): Row => Object.fromEntries(cellsOf(line).map((cell, i) => [columns[i], cell])));
  read.set(name, rows);
  return rows;
}

/** No cell of these files holds a line break, so a line is a row. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (c === '"' && quoted && line[i + 1] === '"') {
      cell += c;
      i++;
    } else if (c === '"') quoted = !quoted;
    else if (c === ';' && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += c;
  }
  return [...cells, cell];
}
