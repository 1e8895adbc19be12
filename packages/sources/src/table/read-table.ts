import { InputError, type Problem } from '@asf-match/domain';
import { readCsv } from './csv.ts';
import type { Sheet } from './sheet.ts';
import { readXlsx } from './xlsx.ts';
import { isOldOffice, isZip } from './zip.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/** A column that a reader looks for. */
export interface Column {
  /** What it is called in messages and in a mapping. */
  readonly target: string;
  /** Headers that mean it, compared without case and punctuation. */
  readonly headers: readonly string[];
  readonly required?: boolean;
}

/** Which header holds what, when it is not one of the known: target to header. */
export type ColumnMapping = Readonly<Record<string, string>>;

export interface TableRow {
  /** "row 7", as a person sees it in a spreadsheet; the header is row 1. */
  readonly place: string;
  /** By target; cells that are empty are left out. */
  readonly cells: ReadonlyMap<string, string>;
}

export interface Table {
  readonly rows: readonly TableRow[];
  readonly remarks: readonly Problem[];
}

/**
 * Reads a table in CSV or XLSX; what the file holds decides which, not its name. Columns are found by their headers
 * and may stand in any order; others are passed over, and so are empty rows.
 * @throws InputError `table.empty`, `table.missing-column`, `table.not-xlsx`, `table.too-large` and those of the formats
 */
export async function readTable(bytes: Uint8Array, file: string, columns: readonly Column[], mapping: ColumnMapping = {}): Promise<Table> {
  const { rows, remarks } = await readSheet(bytes, file);
  const headerAt = rows.findIndex((row) => row.some((cell) => cell.trim()));
  const header = rows[headerAt];
  if (!header) throw new InputError({ key: 'table.empty', file, message: 'The table is empty.', remedy: 'Give a table with a header row.' });
  const indexes = locate(header, columns, mapping, file);
  const found = rows.flatMap((row, index): TableRow[] => {
    if (index <= headerAt || !row.some((cell) => cell.trim())) return [];
    const cells = new Map<string, string>();
    for (const [target, column] of indexes) {
      const text = undefused(row[column] ?? '');
      if (text) cells.set(target, text);
    }
    return [{ place: `row ${index + 1}`, cells }];
  });
  return { rows: found, remarks };
}

async function readSheet(bytes: Uint8Array, file: string): Promise<Sheet> {
  if (bytes.length > MAX_BYTES) {
    const size = Math.round(bytes.length / 1048576);
    throw new InputError({
      key: 'table.too-large',
      file,
      message: `The file has ${size} MiB; at most 64 MiB are read.`,
      remedy: 'Check that it is the right file, or split it.',
    });
  }
  if (isZip(bytes)) return readXlsx(bytes, file);
  if (isOldOffice(bytes) || /\.xlsx$/i.test(file)) {
    throw new InputError({
      key: 'table.not-xlsx',
      file,
      message: 'The file is no XLSX workbook, whatever its name says.',
      remedy: 'Open it in a spreadsheet and save it as XLSX or CSV.',
    });
  }
  return readCsv(bytes, file);
}

const plain = (header: string): string =>
  header
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

function locate(header: readonly string[], columns: readonly Column[], mapping: ColumnMapping, file: string): Map<string, number> {
  const known = header.map(plain);
  const indexes = new Map<string, number>();
  const missing: Column[] = [];
  for (const column of columns) {
    const wanted = mapping[column.target];
    const index =
      wanted === undefined ? known.findIndex((h) => h !== '' && [column.target, ...column.headers].map(plain).includes(h)) : known.indexOf(plain(wanted));
    if (index >= 0) indexes.set(column.target, index);
    else if (column.required || wanted !== undefined) missing.push(column);
  }
  if (missing.length === 0) return indexes;
  const names = missing.map((c) => mapping[c.target] ?? `${c.target} (${c.headers.join(', ')})`).join('; ');
  throw new InputError({
    ...{ key: 'table.missing-column', file, place: 'row 1' },
    message: `There is no column for ${names}. The columns are: ${header
      .map((h) => h.trim())
      .filter(Boolean)
      .join(', ')}.`,
    remedy: `Add it, or say which one it is with --map ${missing[0]?.target}=HEADER.`,
  });
}

/** Takes away the apostrophe that keeps a spreadsheet from running a cell as a formula. */
const undefused = (cell: string): string =>
  cell
    .trim()
    .replace(/^'(?=[=+\-@\t\r])/, '')
    .trim();

/** A cell that no spreadsheet runs as a formula (OWASP, CSV injection). */
export const defused = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
