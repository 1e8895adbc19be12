import { InputError } from '@asf-match/domain';
import type { CellValue } from 'exceljs';
import { MAX_ROWS, type Sheet, tooLong } from './sheet.ts';
import { checkZip } from './zip.ts';

/**
 * The first sheet with any rows of an XLSX workbook (or the one named). A formula counts as the result that was saved
 * with it; nothing is computed. Dates become `YYYY-MM-DD`.
 * @throws InputError `table.not-xlsx`, `table.no-sheet`, `table.too-long`, `zip.*`
 */
export async function readXlsx(bytes: Uint8Array, file: string, sheetName?: string): Promise<Sheet> {
  checkZip(bytes, file);
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  } catch {
    throw new InputError({
      key: 'table.not-xlsx',
      file,
      message: 'The file is no XLSX workbook.',
      remedy: 'Open it in a spreadsheet and save it as XLSX or CSV.',
    });
  }
  const sheet = workbook.worksheets.find((s) => (sheetName ? s.name === sheetName : s.actualRowCount > 0));
  if (!sheet) {
    const names = workbook.worksheets.map((s) => s.name).join(', ');
    throw new InputError({
      key: 'table.no-sheet',
      file,
      message: `There is no sheet with rows${sheetName ? ` named ${sheetName}` : ''}.`,
      remedy: `The sheets are: ${names}.`,
    });
  }
  if (sheet.rowCount > MAX_ROWS + 1) throw tooLong(file);
  const rows: string[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cellText(cell.value);
    });
    rows.push(Array.from(cells, (cell) => cell ?? ''));
  });
  return { rows, remarks: [] };
}

function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('text' in value) return cellText(value.text as CellValue);
  if ('result' in value) return cellText(value.result as CellValue);
  return '';
}
