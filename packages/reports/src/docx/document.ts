import type { FileChild, IParagraphOptions, ITableCellOptions } from 'docx';
import { dayInSwedish, shown } from '../text.ts';

/** A piece of a document, in reading order. All text may come from outside; what Word cannot show is left out. */
export type DocumentPart =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'soft' | 'strong' | 'quote' }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean }
  | { readonly kind: 'table'; readonly caption: string; readonly columns: readonly DocumentColumn[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string | undefined])[] }
  | { readonly kind: 'page-break' };

export interface DocumentColumn {
  readonly head: string;
  /** Aligned to the right. */
  readonly number?: boolean;
  /** Share of the table's width, 1 unless said. */
  readonly share?: number;
}

export interface DocumentFrame {
  readonly title: string;
  /** Above the title. */
  readonly kind: string;
  /** "arbetsmaterial" */
  readonly status?: string;
  /** ISO date. */
  readonly madeOn: string;
  readonly version: string;
}

const FONT = 'Arial';
const SOFT = '4A5666';
const BLUE = '0B4A7A';
const LINE = 'CFD6DE';
/** A4 with margins of 20 mm, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838, margin: 1134 };
const INNER = PAGE.width - 2 * PAGE.margin;

/** A DOCX (Office Open XML) on A4 that Word and LibreOffice open and that can be edited: real headings, lists and tables with header rows. */
export async function docxOf(frame: DocumentFrame, parts: readonly DocumentPart[]): Promise<Uint8Array> {
  const docx = await import('docx');
  const {
    AlignmentType,
    BorderStyle,
    Document,
    Footer,
    HeadingLevel,
    LevelFormat,
    LineRuleType,
    Packer,
    PageBreak,
    PageNumber,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    TextRun,
    WidthType,
  } = docx;
  const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
  let lists = 0;

  const paragraph = (text: string, options: IParagraphOptions = {}, run: { bold?: boolean; italics?: boolean; color?: string } = {}) =>
    new Paragraph({
      ...options,
      children: shown(text)
        .split('\n')
        .map((line, i) => new TextRun({ text: line, ...run, ...(i > 0 && { break: 1 }) })),
    });
  const border = { style: BorderStyle.SINGLE, size: 4, color: LINE };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cell = (text: string, width: number, options: { head?: boolean; number?: boolean; plain?: boolean } = {}) => {
    const borders: ITableCellOptions['borders'] = { top: none, left: none, right: none, bottom: options.plain ? none : border };
    const align = options.number ? { alignment: AlignmentType.RIGHT } : {};
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 0, right: 120 },
      borders,
      children: [
        paragraph(
          text,
          { ...align, spacing: { before: 0, after: 0 } },
          options.head ? { bold: true } : options.plain && width < INNER / 2 ? { color: SOFT } : {},
        ),
      ],
    });
  };

  const made = (part: DocumentPart): FileChild[] => {
    if (part.kind === 'heading') return [paragraph(part.text, { heading: levels[part.level], keepNext: true })];
    if (part.kind === 'page-break') return [new Paragraph({ children: [new PageBreak()] })];
    if (part.kind === 'list') {
      const reference = part.numbered ? 'numbers' : 'bullets';
      const instance = lists++;
      return part.items.map((item) => paragraph(item, { numbering: { reference, level: 0, instance }, spacing: { before: 40, after: 40 } }));
    }
    if (part.kind === 'facts') {
      const widths = [Math.round(INNER * 0.26), Math.round(INNER * 0.74)] as const;
      const rows = part.rows.flatMap(([name, value]) =>
        value ? [new TableRow({ cantSplit: true, children: [cell(name, widths[0], { plain: true }), cell(value, widths[1], { plain: true })] })] : [],
      );
      return rows.length > 0 ? [new Table({ rows, columnWidths: [...widths], width: { size: INNER, type: WidthType.DXA } }), gap()] : [];
    }
    if (part.kind === 'table') return part.rows.length > 0 ? tableOf(part) : [];
    const run = part.tone === 'soft' ? { color: SOFT } : part.tone === 'strong' ? { bold: true } : {};
    return [
      paragraph(
        part.text,
        part.tone === 'quote' ? { indent: { left: 340 }, border: { left: { style: BorderStyle.SINGLE, size: 12, color: LINE, space: 8 } } } : {},
        run,
      ),
    ];
  };
  const gap = () => new Paragraph({ spacing: { before: 0, after: 60 }, children: [] });
  const tableOf = ({ caption, columns, rows }: DocumentPart & { kind: 'table' }): FileChild[] => {
    const shares = columns.map((c) => c.share ?? 1);
    const sum = shares.reduce((a, b) => a + b, 0);
    const widths = shares.map((s) => Math.floor((INNER * s) / sum));
    const row = (cells: readonly string[], head: boolean) =>
      new TableRow({
        tableHeader: head,
        cantSplit: true,
        children: columns.map((c, i) => cell(cells[i] ?? '', widths[i] ?? 0, { head: head || false, number: c.number ?? false })),
      });
    return [
      paragraph(caption, { keepNext: true, spacing: { before: 120, after: 40 } }, { color: SOFT }),
      new Table({
        columnWidths: widths,
        width: { size: INNER, type: WidthType.DXA },
        rows: [
          row(
            columns.map((c) => c.head),
            true,
          ),
          ...rows.map((r) => row(r, false)),
        ],
      }),
      gap(),
    ];
  };

  const heading = (size: number) => ({
    run: { font: FONT, size, bold: true, color: '1C2430' },
    paragraph: { spacing: { before: 280, after: 80, line: 264, lineRule: LineRuleType.AUTO } },
  });
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
    { level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 400, hanging: 280 } } } },
  ];
  const document = new Document({
    title: shown(frame.title),
    description: frame.kind,
    creator: `asf-match ${frame.version}`,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 21, language: { value: 'sv-SE' } },
          paragraph: { spacing: { before: 60, after: 80, line: 276, lineRule: LineRuleType.AUTO } },
        },
        title: {
          run: { font: FONT, size: 36, bold: true, color: '1C2430' },
          paragraph: { spacing: { before: 40, after: 120, line: 264, lineRule: LineRuleType.AUTO } },
        },
        heading1: heading(27),
        heading2: heading(23),
        heading3: heading(21),
      },
    },
    numbering: {
      config: [
        { reference: 'bullets', levels: level(LevelFormat.BULLET, '•') },
        { reference: 'numbers', levels: level(LevelFormat.DECIMAL, '%1.') },
      ],
    },
    sections: [
      {
        properties: {
          page: { size: { width: PAGE.width, height: PAGE.height }, margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin } },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [
                  new TextRun({ text: `Gjord ${dayInSwedish(frame.madeOn)} av asf-match ${frame.version}. Sidan `, color: SOFT, size: 17 }),
                  new TextRun({ children: [PageNumber.CURRENT], color: SOFT, size: 17 }),
                  new TextRun({ text: ' av ', color: SOFT, size: 17 }),
                  new TextRun({ children: [PageNumber.TOTAL_PAGES], color: SOFT, size: 17 }),
                ],
              }),
            ],
          }),
        },
        children: [
          paragraph(`${frame.kind}${frame.status ? ` – ${frame.status}` : ''}`, {}, { color: BLUE }),
          paragraph(frame.title, { heading: HeadingLevel.TITLE }),
          ...parts.flatMap(made),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
