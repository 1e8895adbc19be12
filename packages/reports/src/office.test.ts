import type { DialoguePack } from '@asf-match/market';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { barChart } from './chart/bar-chart.ts';
import { dialogueDocx } from './dialogue/document.ts';
import { dialogueXlsx } from './dialogue/sheet.ts';
import { docxOf } from './docx/document.ts';
import { figureTables } from './figures.ts';
import { xlsxOf } from './xlsx/workbook.ts';

const EVIL = '=HYPERLINK("http://x")<w:t>\u0001\u202e&\ud800';
const FRAME = { title: EVIL, kind: 'Prov', madeOn: '2026-11-25', version: '1' };

const xmlOf = (docx: Uint8Array): string => new TextDecoder().decode(unzipSync(docx)['word/document.xml']);
async function bookOf(xlsx: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(xlsx.buffer as ArrayBuffer);
  return book;
}

describe('docxOf', () => {
  it('writes headings, lists and tables with header rows, in order', async () => {
    const xml = xmlOf(
      await docxOf(FRAME, [
        { kind: 'heading', level: 1, text: 'Ett' },
        { kind: 'list', items: ['a', 'b'] },
        { kind: 'table', caption: 'Tabell', columns: [{ head: 'Kolumn' }, { head: 'Antal', number: true }], rows: [['x', '1']] },
        {
          kind: 'facts',
          rows: [
            ['Namn', 'värde'],
            ['Tomt', undefined],
          ],
        },
      ]),
    );
    expect(xml).toMatch(/w:pStyle w:val="Heading1".*Ett.*<w:numPr>.*Tabell.*<w:tblHeader\/>.*Kolumn.*värde/s);
    expect(xml).not.toContain('Tomt');
  });

  it('shows hostile text as text and leaves out what XML cannot hold', async () => {
    const xml = xmlOf(await docxOf(FRAME, [{ kind: 'text', text: EVIL }]));
    expect(xml).toContain('=HYPERLINK(&quot;http://x&quot;)&lt;w:t&gt;&amp;');
    for (const hidden of ['\u0001', '\u202e', '\ud800']) expect(xml).not.toContain(hidden);
  });
});

describe('xlsxOf', () => {
  it('keeps what looks like a formula as text, and numbers as numbers', async () => {
    const book = await bookOf(
      await xlsxOf([
        {
          name: "A/B:[C]*?'",
          columns: [
            { head: EVIL, width: 10 },
            { head: 'n', width: 5 },
          ],
          rows: [
            [EVIL, 7],
            ['+1', undefined],
          ],
        },
      ]),
    );
    const [sheet] = book.worksheets;
    expect(sheet?.name).toBe('A B  C');
    const cell = sheet?.getCell('A2');
    expect([cell?.type, cell?.value, cell?.numFmt]).toEqual([ExcelJS.ValueType.String, '=HYPERLINK("http://x")<w:t>&', '@']);
    expect([sheet?.getCell('B2').value, sheet?.getCell('A3').type, sheet?.getCell('B3').value]).toEqual([7, ExcelJS.ValueType.String, null]);
  });
});

describe('barChart', () => {
  it('says every value in its text alternative, and runs nothing', async () => {
    const svg = String(
      await barChart({
        title: 'Anbud',
        unit: 'områden',
        bars: [
          { label: '<b>inget', value: 0 },
          { label: '1 anbud', value: 5 },
        ],
      }),
    );
    expect(svg).toContain('aria-label="Anbud. &lt;b&gt;inget: 0; 1 anbud: 5."');
    expect(svg).toContain('<svg aria-hidden="true"');
    expect(svg).not.toMatch(/<b>|<script|<style|href|on\w+=/);
  });
});

describe('figureTables', () => {
  const base = { n: 3, period: { from: '2021-01-01', to: '2021-12-31' }, method: 'Räknat.', source: 'Källan', date: '2026-11-25', notes: [] };

  it('puts single numbers of one indicator together, and says what is missing', () => {
    const tables = figureTables([
      { kind: 'value', id: 'a', label: 'Median', value: 2.5, unit: 'anbud', spread: { least: 1, lower: 2, upper: 4, most: 9 }, ...base },
      { kind: 'share', id: 'a', label: 'Andel', part: 1, ...base, n: 8 },
      {
        kind: 'cases',
        id: 'a',
        label: 'Fall',
        columns: [
          { label: 'Titel', unit: 'text' },
          { label: 'Värde', unit: 'SEK' },
        ],
        rows: [
          ['X', null],
          ['Y', 1000],
        ],
        ...base,
      },
    ]);
    expect(tables.map((t) => t.rows)).toEqual([
      [
        ['Median', '2,5 anbud (hälften mellan 2 och 4)', '3'],
        ['Andel', '13\u00a0% (1 av 8)', '8'],
      ],
      [
        ['X', 'uppgift saknas'],
        ['Y', '1\u00a0000\u00a0kr'],
      ],
    ]);
    expect(tables[0]?.foot).toEqual(['Räknat.', 'Källa: Källan. Avser 1 januari 2021–31 december 2021. Läst 25 november 2026.']);
    expect(tables[1]?.caption).toContain('enskilda fall');
  });
});

describe('the dialogue pack', () => {
  const pack: DialoguePack = {
    ...{
      kind: 'dialogpaket',
      status: 'arbetsmaterial',
      madeOn: '2026-11-25',
      version: '1',
      example: false,
      fields: ['Lokalvård'],
      questions: ['Fråga ett?', 'Fråga två?'],
    },
    need: { id: 'n', title: 'Städning', description: 'Städning av kontor.', cpv: [], places: ['Kista'], origin: 'plan.csv' },
    invited: ['Alfa', EVIL].map((name) => ({ name, municipalities: ['Solna'], fields: ['Lokalvård'], old: true, source: 's', seen: '2016' })),
  };

  it('lists everybody invited, asks all the same, and has the log of 4 kap. 8 §', async () => {
    const xml = xmlOf(await dialogueDocx(pack));
    for (const words of [
      'Alfa',
      'Inbjudan till dialog',
      'Detta är ingen inbjudan att lämna anbud.',
      '1. Fråga ett?',
      '2. Fråga två?',
      'LOU 4 kap. 8 §',
      '2016 (gammal, kontrollera)',
    ])
      expect(xml).toContain(words);
    const book = await bookOf(await dialogueXlsx(pack));
    expect(book.worksheets.map((s) => s.name)).toEqual(['Inbjudna', 'Svar', 'Logg']);
    expect(book.getWorksheet('Inbjudna')?.getColumn(1).values.slice(2)).toEqual(['Alfa', '=HYPERLINK("http://x")<w:t>&']);
    expect(book.getWorksheet('Svar')?.rowCount).toBe(3);
  });
});
