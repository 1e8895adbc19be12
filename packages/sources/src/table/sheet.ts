import { InputError, type Problem } from '@asf-match/domain';

/** Registers and plans of a city have hundreds of rows; a file with more than this is another file. */
export const MAX_ROWS = 100_000;

/** A table as it stands in a file: rows of cells as text, the header among them. Row n of a person's spreadsheet is `rows[n - 1]`. */
export interface Sheet {
  readonly rows: readonly (readonly string[])[];
  readonly remarks: readonly Problem[];
}

export const tooLong = (file: string): InputError =>
  new InputError({
    ...{ key: 'table.too-long', file, place: `row ${MAX_ROWS + 2}`, message: `The table has more than ${MAX_ROWS} rows.` },
    remedy: 'Check that it is the right file, or split it.',
  });
