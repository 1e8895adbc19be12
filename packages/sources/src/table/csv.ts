import { InputError, type Problem } from '@asf-match/domain';
import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode.ts';
import { MAX_ROWS, type Sheet, tooLong } from './sheet.ts';

/**
 * A table in CSV: commas, semicolons or tabs, whichever the header row has most of; cells with line breaks in quotes;
 * UTF-8, UTF-16 or, when it is neither, Windows-1252, which is remarked on.
 * @throws InputError `table.binary`, `table.malformed` (naming the row), `table.too-long`
 */
export function readCsv(bytes: Uint8Array, file: string): Sheet {
  const { text, encoding } = decodeText(bytes);
  if (text.includes('\0')) {
    throw new InputError({ key: 'table.binary', file, message: 'This is no text file.', remedy: 'Save the table as CSV (UTF-8) or XLSX.' });
  }
  const remarks: Problem[] = [];
  if (encoding === 'windows-1252') {
    remarks.push({
      ...{ key: 'table.encoding', file, message: 'The file is not UTF-8; it was read as Windows-1252.' },
      remedy: 'Check that å, ä and ö are right, or save it as CSV UTF-8.',
    });
  }
  return { rows: parsed(text, file), remarks };
}

function parsed(text: string, file: string): string[][] {
  try {
    const rows: string[][] = parse(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true, to: MAX_ROWS + 2 });
    if (rows.length > MAX_ROWS + 1) throw tooLong(file);
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const place = typeof error.lines === 'number' ? `line ${error.lines}` : undefined;
    throw new InputError({
      ...{ key: 'table.malformed', file, ...(place && { place }) },
      message: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'A quotation mark is never closed.' : `The table is malformed (${error.code}).`,
      remedy: 'Open it in a spreadsheet and save it as CSV again.',
    });
  }
}

function delimiterOf(text: string): string {
  const header = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? '';
  const plain = header.replace(/"[^"]*"/g, '');
  const count = (mark: string): number => plain.split(mark).length - 1;
  return [';', '\t', ','].sort((a, b) => count(b) - count(a))[0] ?? ',';
}
