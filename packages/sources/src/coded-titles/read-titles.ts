import { gunzipSync } from 'node:zlib';
import { InputError, type Problem, readCpvCode } from '@asf-match/domain';
import { readNature } from '../uhm/cells.ts';

/** One purchase of a table: what it is called and, where known, its official code. */
export interface TitleRow {
  readonly id: string;
  readonly title: string;
  readonly cpv?: string;
  /** `YYYY-MM-DD` */
  readonly published?: string;
  readonly nature?: 'services' | 'supplies' | 'works';
}

const MAX_BYTES = 512 * 1024 * 1024;

/**
 * Reads a table of titles: tab separated, UTF-8, no quoting, with a header row that names the columns `id`, `title`
 * and, where there are any, `cpv`, `published` and `kind` ("Tjänster", "Varor", "Byggentreprenader"; anything else is not known), in any order; others are passed over. Also when packed with gzip.
 * A row without id or title, or with a code that is none, is a Problem; an empty code is not.
 * @throws InputError `titles.empty`, `titles.missing-column`, `titles.not-gzip`
 */
export function readTitles(bytes: Uint8Array, file: string): { readonly rows: readonly TitleRow[]; readonly problems: readonly Problem[] } {
  const lines = new TextDecoder()
    .decode(unpacked(bytes, file))
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const header = (lines[0] ?? '').split('\t').map((name) => name.trim());
  if (!lines[0]?.trim()) throw new InputError({ key: 'titles.empty', file, message: 'The table is empty.', remedy: 'Give a table with a header row.' });
  for (const name of ['id', 'title']) {
    if (header.includes(name)) continue;
    throw new InputError({
      ...{ key: 'titles.missing-column', file, place: 'row 1', message: `There is no column ${name}.` },
      remedy: 'Name the columns id, published, cpv and title, separated by tabs.',
    });
  }
  const problems: Problem[] = [];
  const rows = lines.slice(1).flatMap((line, index): TitleRow[] => {
    if (!line.trim()) return [];
    const cells = new Map(line.split('\t').map((cell, i) => [header[i] ?? '', cell.trim()]));
    const read = rowOf(cells);
    if (typeof read !== 'string') return [read];
    problems.push({ key: 'titles.row', file, place: `row ${index + 2}`, message: read, remedy: 'The other rows were read.' });
    return [];
  });
  return { rows, problems };
}

function rowOf(cells: ReadonlyMap<string, string>): TitleRow | string {
  const [id, title, written, published] = ['id', 'title', 'cpv', 'published'].map((name) => cells.get(name)) as (string | undefined)[];
  if (!id) return 'The row has no id.';
  if (!title) return 'The row has no title.';
  const cpv = written ? readCpvCode(written) : undefined;
  if (written && !cpv) return `“${written.slice(0, 40)}” is no CPV code.`;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0];
  const nature = readNature(cells.get('kind'));
  return { id, title, ...(cpv && { cpv }), ...(day && { published: day }), ...(nature && { nature }) };
}

function unpacked(bytes: Uint8Array, file: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
  } catch {
    throw new InputError({ key: 'titles.not-gzip', file, message: 'The packed file is damaged or too large.', remedy: 'Fetch it again, or unpack it first.' });
  }
}
