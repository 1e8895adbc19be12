import { Readable } from 'node:stream';
import { InputError, type Problem } from '@asf-match/domain';
import { CsvError, parse } from 'csv-parse';
import { peeked, unpacked } from './bytes.ts';
import { type Cells, columnName, exportOf, type UhmExport } from './columns.ts';
import { readRow, type UhmRow } from './read-row.ts';
import { rowStoreRows } from './row-store.ts';

/** An export as it is read: the rows come one after the other, and `problems` and `skipped` are complete when they have ended. */
export interface UhmReading {
  readonly rows: AsyncIterable<UhmRow & { readonly row: number }>;
  readonly problems: readonly Problem[];
  /** Rows of tenders that were not contracted. */
  readonly skipped: () => number;
}

/**
 * Upphandlingsmyndigheten's open procurement statistics, one file of any of four exports: procurements, contracted tenders with suppliers,
 * tenders per lot, contracted value; CSV (UTF-8 with or without byte order mark, semicolons, quotes; packed with gzip or not) or
 * a page of RowStore JSON. Read as a stream, so memory does not grow with the file.
 *
 * Documentation: https://www.upphandlingsmyndigheten.se/om-oss/oppna-data/ and https://catalog.upphandlingsmyndigheten.se/. Licence: CC0.
 * Verified on the real files of 2021. Known quirks: flags are 1/0, True/False or words with a trailing space; the
 * reservation is marked in the export of procurements only and is false in all others, so it is read there alone; one number
 * may stand for two purchases; a contracted value of 0 means that none was stated.
 * @throws InputError while rows are read: `table.missing-column`, `table.malformed`, `uhm.empty`, `uhm.not-json`, and those of packed files
 */
export function readUhm(chunks: AsyncIterable<Uint8Array>, file: string): UhmReading {
  const problems: Problem[] = [];
  let skipped = 0;
  async function* rows(): AsyncGenerator<UhmRow & { row: number }> {
    for await (const { export: which, cells, row } of rawRows(chunks, file)) {
      const read = readRow(which, cells);
      if (read === 'not-contracted') skipped += 1;
      else if ('wrong' in read)
        problems.push({ key: 'uhm.row', file, place: `row ${row}`, message: `${read.wrong}.`, remedy: 'The row was left out; the others were read.' });
      else yield { ...read, row };
    }
  }
  return { rows: rows(), problems, skipped: () => skipped };
}

export interface RawRow {
  readonly export: UhmExport;
  readonly cells: Cells;
  /** The header of a CSV is row 1. */
  readonly row: number;
}

async function* rawRows(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<RawRow> {
  const { head, all } = await peeked(unpacked(chunks, file), 64);
  if (head.length === 0) throw new InputError({ key: 'uhm.empty', file, message: 'The file is empty.', remedy: 'Fetch it again.' });
  const isJson = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('{');
  yield* isJson ? rowStoreRows(all, file) : csvRows(all, file);
}

async function* csvRows(bytes: AsyncIterable<Buffer>, file: string): AsyncGenerator<RawRow> {
  const parser = Readable.from(bytes, { objectMode: false }).compose(
    parse({ bom: true, delimiter: ';', relax_column_count: true, relax_quotes: true, max_record_size: 1_000_000 }),
  );
  let columns: string[] | undefined;
  let which: UhmExport = 'procurements';
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      if (!columns) {
        columns = record.map(columnName);
        which = exportOf(columns, file);
        continue;
      }
      const names = columns;
      yield { export: which, cells: new Map(record.map((cell, i) => [names[i] ?? '', cell])), row };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError({
      key: 'table.malformed',
      file,
      place: `row ${row + 1}`,
      message: `The table is malformed (${error.code}).`,
      remedy: 'Fetch the file again.',
    });
  }
}
