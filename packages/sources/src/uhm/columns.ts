import { InputError } from '@asf-match/domain';

/** Which of the agency's exports a table is; each has a column of its own. */
export type UhmExport = 'procurements' | 'contracted-tenders' | 'lot-tenders' | 'contracted-value';

const OWN_COLUMN: readonly (readonly [UhmExport, RegExp])[] = [
  ['contracted-tenders', /^namn för leverantör$/],
  ['lot-tenders', /^antal anbud[*]?(, summa)?$/],
  ['contracted-value', /^kontrakterat värde/],
  ['procurements', /^antal upphandlingar/],
];
const REQUIRED = ['år', 'upphandlings-id', 'upphandlingens titel', 'namn för köpare'] as const;

/** Cells by column name, lower case. */
export type Cells = ReadonlyMap<string, string>;

/** Column names differ only in case between CSV and RowStore; the first may carry a byte order mark. */
export const columnName = (header: string): string =>
  header
    .replace(/^\uFEFF/, '')
    .normalize('NFC')
    .trim()
    .toLowerCase();

/**
 * Which export has these columns. RowStore's procurements have no count, so a table without outcomes counts as them.
 * @throws InputError `table.missing-column`
 */
export function exportOf(columns: readonly string[], file: string): UhmExport {
  const missing = REQUIRED.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new InputError({
      ...{ key: 'table.missing-column', file, place: 'row 1', message: `There is no column for ${missing.join(', ')}.` },
      remedy: 'Give an export of Upphandlingsmyndigheten’s statistics, as CSV or as JSON from RowStore.',
    });
  }
  return OWN_COLUMN.find(([, pattern]) => columns.some((name) => pattern.test(name)))?.[0] ?? 'procurements';
}

/** The cell of the column that holds the export's figure, whatever it is called this year. */
export const figureCell = (cells: Cells, which: UhmExport): string | undefined => {
  const pattern = which === 'contracted-tenders' ? /^antal kontrakterade anbud/ : OWN_COLUMN.find(([name]) => name === which)?.[1];
  for (const [name, cell] of cells) if (pattern?.test(name)) return cell;
  return undefined;
};
