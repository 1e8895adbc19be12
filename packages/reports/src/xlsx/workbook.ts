import { shown } from '../text.ts';

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

export interface SheetColumn {
  readonly head: string;
  /** In characters. */
  readonly width: number;
}

/** In inches, so that small text need not be smaller still on paper. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 };

/** A cell of Excel holds no more characters. */
const MOST_CHARACTERS = 32_000;
const MOST_IN_NAME = 31;

/**
 * A workbook with a header row that stays in view and filters. Text is stored as text and formatted as text, so that what
 * begins with =, +, - or @ is no formula, also when somebody edits the cell (CWE-1236).
 */
export async function xlsxOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs/dist/exceljs.bare.min.js');
  const workbook = new ExcelJS.Workbook();
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(sheetName(name, workbook.worksheets.length), {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: MARGINS, printTitlesRow: '1:1' },
    });
    sheet.columns = columns.map(({ width }) => ({ width }));
    const header = sheet.addRow(columns.map((c) => shown(c.head)));
    header.font = { bold: true };
    header.alignment = { vertical: 'top', wrapText: true };
    header.height = heightOf(
      columns.map((c) => c.head),
      columns,
    );
    for (const row of rows) {
      const added = sheet.addRow(row.map((value) => (typeof value === 'string' ? shown(value).slice(0, MOST_CHARACTERS) : (value ?? null))));
      added.alignment = { vertical: 'top', wrapText: true };
      added.height = heightOf(row, columns);
      row.forEach((value, i) => {
        added.getCell(i + 1).numFmt = typeof value === 'number' ? '#,##0' : '@';
      });
    }
    if (rows.length > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const LINE = 15;
const TALLEST = 400;

/** Neither program fits a row to wrapped text when it opens the file, so the lines are counted. */
function heightOf(row: Sheet['rows'][number], columns: Sheet['columns']): number {
  const lines = row.map((value, i) =>
    String(value ?? '')
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.15) / (columns[i]?.width ?? 10))), 0),
  );
  return Math.min(TALLEST, LINE * Math.max(1, ...lines));
}

/** Excel refuses some signs, and names that it has already. */
const sheetName = (name: string, before: number): string =>
  shown(name)
    .replace(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, MOST_IN_NAME) || `Blad ${before + 1}`;
