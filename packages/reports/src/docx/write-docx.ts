import type { Paragraph, Table } from 'docx';
import { dayInSwedish, shown } from '../text.ts';
import type { DocxBlock, DocxColumn } from './blocks.ts';

/** A4, and what is left between its margins, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = 1_134;
const TEXT_WIDTH = PAGE.width - 2 * MARGIN;
const GREY = '595959';

/**
 * An editable document (Office Open XML, ISO/IEC 29500) in Swedish: real headings and lists, tables with a repeated header row, page
 * numbers, so that it can be read aloud and navigated (WCAG 2.1, 1.3.1 and 2.4.2).
 */
export async function writeDocx(parts: {
  readonly title: string;
  /** Stands above the title, with the status. */
  readonly kind: string;
  readonly status?: string;
  readonly madeOn: string;
  readonly version: string;
  readonly blocks: readonly DocxBlock[];
}): Promise<Uint8Array> {
  const docx = await import('docx');
  const { Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } = docx;
  const { title, kind, status, madeOn, version, blocks } = parts;
  const grey = (text: string) => new TextRun({ text, color: GREY, size: 18 });
  const document = new Document({
    title: shown(title),
    creator: 'asf-match',
    description: kind,
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: 'sv-SE' } }, paragraph: { spacing: { after: 120, line: 276 } } },
        heading1: { run: { font: 'Calibri', size: 36, bold: true, color: '000000' }, paragraph: { spacing: { after: 160 } } },
        heading2: { run: { font: 'Calibri', size: 28, bold: true, color: '000000' }, paragraph: { spacing: { before: 320, after: 100 }, keepNext: true } },
        heading3: { run: { font: 'Calibri', size: 24, bold: true, color: '000000' }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true } },
      },
    },
    sections: [
      {
        properties: { page: { size: PAGE, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  grey(`Gjord ${dayInSwedish(madeOn)} av asf-match ${version}. Sida `),
                  new TextRun({ children: [PageNumber.CURRENT], color: GREY, size: 18 }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ children: [grey(status ? `${kind} · ${status}` : kind)] }),
          new Paragraph({ text: shown(title), heading: HeadingLevel.HEADING_1 }),
          ...blocks.flatMap((block) => contentOf(block, docx)),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

type Docx = typeof import('docx');

function contentOf(block: DocxBlock, docx: Docx): (Paragraph | Table)[] {
  const { Paragraph, TextRun, HeadingLevel } = docx;
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: shown(block.text), heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3 })];
    case 'text':
      return [new Paragraph({ text: shown(block.text) })];
    case 'note':
      return [new Paragraph({ children: [new TextRun({ text: shown(block.text), color: GREY, size: 18 })] })];
    case 'list':
      return block.items.map((item) => new Paragraph({ text: shown(item), bullet: { level: 0 } }));
    case 'table':
      return tableOf(block.caption, block.columns, block.rows, docx);
    case 'fill-in':
      return [new Paragraph({ text: shown(block.text), keepNext: true }), emptyBox(docx)];
  }
}

function tableOf(caption: string, columns: readonly DocxColumn[], rows: readonly (readonly string[])[], docx: Docx): (Paragraph | Table)[] {
  if (rows.length === 0) return [];
  const { AlignmentType, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const widths = widthsOf(columns);
  const cell = (text: string, index: number, head: boolean) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      ...(head && { shading: { type: ShadingType.CLEAR, fill: 'E7E6E6' } }),
      children: [
        new Paragraph({
          spacing: { after: 0 },
          alignment: columns[index]?.number ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text: shown(text), size: 20, bold: head })],
        }),
      ],
    });
  return [
    new Paragraph({ keepNext: true, spacing: { before: 120, after: 60 }, children: [new TextRun({ text: shown(caption), italics: true })] }),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((c, i) => cell(c.head, i, true)) }),
        ...rows.map((row) => new TableRow({ cantSplit: true, children: columns.map((_, i) => cell(row[i] ?? '', i, false)) })),
      ],
    }),
    new Paragraph({ text: '' }),
  ];
}

function emptyBox({ HeightRule, Paragraph, Table, TableCell, TableRow, WidthType }: Docx): Table {
  const cell = new TableCell({ width: { size: TEXT_WIDTH, type: WidthType.DXA }, children: [new Paragraph({ text: '' })] });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [TEXT_WIDTH],
    rows: [new TableRow({ height: { value: 700, rule: HeightRule.ATLEAST }, children: [cell] })],
  });
}

function widthsOf(columns: readonly DocxColumn[]): number[] {
  const given = columns.reduce((sum, c) => sum + (c.width ?? 0), 0);
  const open = columns.filter((c) => c.width === undefined).length;
  return columns.map((c) => Math.floor((TEXT_WIDTH * (c.width ?? (100 - given) / open)) / 100));
}
