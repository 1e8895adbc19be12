import { InputError } from '@asf-match/domain';
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Column, defused, readTable } from './read-table.ts';

const COLUMNS: readonly Column[] = [
  { target: 'name', headers: ['namn', 'företag'], required: true },
  { target: 'note', headers: ['anmärkning'] },
];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const cells = async (input: string | Uint8Array, file = 'x.csv', mapping = {}) =>
  (await readTable(typeof input === 'string' ? bytes(input) : input, file, COLUMNS, mapping)).rows.map((r) => [r.place, ...r.cells.values()]);

async function refusal(input: string | Uint8Array, file = 'x.csv'): Promise<string> {
  const error: unknown = await readTable(typeof input === 'string' ? bytes(input) : input, file, COLUMNS).catch((e: unknown) => e);
  return error instanceof InputError ? `${error.problem.key}: ${error.message}` : 'read';
}

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('tom');
  fill(book.addWorksheet('Blad'));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('readTable of CSV', () => {
  it('finds columns by header in any order, with any of the three separators', async () => {
    for (const mark of [';', ',', '\t']) expect(await cells(`Annat${mark}Anmärkning${mark}NAMN\n1${mark}b${mark}a`)).toEqual([['row 2', 'a', 'b']]);
  });

  it('reads line breaks and separators inside quotes, and counts rows as a spreadsheet does', async () => {
    expect(await cells('namn;anmärkning\r\n"A;1";"rad ett\r\nrad två"\r\n\r\nB;"5"" rör"\r\n')).toEqual([
      ['row 2', 'A;1', 'rad ett\r\nrad två'],
      ['row 4', 'B', '5" rör'],
    ]);
  });

  it('reads UTF-8 with a mark, UTF-16 and Windows-1252, and says when it assumed the last', async () => {
    expect(await cells('\uFEFFnamn\nÅsa')).toEqual([['row 2', 'Åsa']]);
    const utf16 = new Uint8Array(new Uint16Array([...'\uFEFFnamn\nÅsa'].map((c) => c.charCodeAt(0))).buffer);
    expect(await cells(utf16)).toEqual([['row 2', 'Åsa']]);
    const windows = new Uint8Array([...bytes('namn\n'), 0xc5, 0x73, 0x61]);
    const table = await readTable(windows, 'gammal.csv', COLUMNS);
    expect(table.rows[0]?.cells.get('name')).toBe('Åsa');
    expect(table.remarks.map((r) => r.key)).toEqual(['table.encoding']);
  });

  it('names a missing column with those that there are, and takes another header for it when told', async () => {
    expect(await refusal('Titel;Kommentar\na;b')).toMatch(
      /^table\.missing-column: x\.csv, row 1: There is no column for name \(namn, företag\)\. The columns are: Titel, Kommentar\..*--map name=HEADER/,
    );
    expect(await cells('Titel;Kommentar\na;b', 'x.csv', { name: 'titel' })).toEqual([['row 2', 'a']]);
  });

  it('reads a formula as text, and knows the apostrophe that defuses one', async () => {
    expect(await cells(`namn\n=HYPERLINK("http://ond.example";"klicka")`)).toEqual(
      [['row 2', '=HYPERLINK("http://ond.example";"klicka")']].map(([p]) => [p, '=HYPERLINK("http://ond.example"']),
    );
    expect(await cells(`namn\n'=1+1\n'hej`)).toEqual([
      ['row 2', '=1+1'],
      ['row 3', "'hej"],
    ]);
    expect(['=1', '+1', '-1', '@a', 'a'].map(defused)).toEqual(["'=1", "'+1", "'-1", "'@a", 'a']);
  });

  it('refuses what is no table, each by name', async () => {
    expect(await refusal('')).toMatch(/^table\.empty/);
    expect(await refusal('\n;;\n')).toMatch(/^table\.empty/);
    expect(await refusal('namn\n"öppet citat')).toMatch(/^table\.malformed: x\.csv, line \d: A quotation mark is never closed/);
    expect(await refusal(new Uint8Array([110, 97, 109, 110, 10, 0, 0]))).toMatch(/^table\.binary/);
  });

  it('refuses a million rows quickly and in little memory', async () => {
    const started = performance.now();
    expect(await refusal(`namn;anmärkning\n${'Städbolaget;hej\n'.repeat(1_000_000)}`)).toMatch(/^table\.too-long: x\.csv, row 100002: .*100000 rows/);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('readTable of XLSX', () => {
  it('reads the first sheet with rows: text, numbers, dates, links and the saved result of formulas', async () => {
    const file = await workbook((sheet) => {
      sheet.addRow(['Namn', 'Anmärkning']);
      sheet.addRow(['Café', new Date(Date.UTC(2026, 10, 24))]);
      sheet.addRow([
        { text: 'Länk', hyperlink: 'https://exempel.se' },
        { formula: '1+1', result: 2 },
      ]);
      sheet.addRow([{ richText: [{ text: 'Fet' }, { text: 'stil' }] }, 12.5]);
    });
    expect(await cells(file, 'plan.xlsx')).toEqual([
      ['row 2', 'Café', '2026-11-24'],
      ['row 3', 'Länk', '2'],
      ['row 4', 'Fetstil', '12.5'],
    ]);
  });

  it('refuses a renamed text file, an older workbook, a cut-off one and another kind of archive', async () => {
    expect(await refusal('namn;anmärkning\na;b', 'plan.xlsx')).toMatch(/^table\.not-xlsx: plan\.xlsx: The file is no XLSX workbook, whatever its name says/);
    expect(await refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'plan.xls')).toMatch(/^table\.not-xlsx/);
    const whole = await workbook((sheet) => sheet.addRow(['Namn']));
    expect(await refusal(whole.subarray(0, whole.length - 200), 'plan.xlsx')).toMatch(/^zip\.damaged/);
    expect(await refusal(zipSync({ 'a.txt': bytes('hej') }), 'plan.xlsx')).toMatch(/^table\.(not-xlsx|no-sheet)/);
  });

  it('refuses an archive that unpacks to more than anyone writes, before unpacking it', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': bytes('<a/>') });
    const directory = bomb.findIndex((_, at) => [0x50, 0x4b, 1, 2].every((byte, n) => bomb[at + n] === byte));
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(directory + 24, 360 * 1024 * 1024, true);
    expect(await refusal(bomb, 'plan.xlsx')).toMatch(/^zip\.bomb: plan\.xlsx: Unpacked it would be 360 MiB/);
  });
});
