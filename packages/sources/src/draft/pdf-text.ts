import { InputError } from '@asf-match/domain';

interface Line {
  text: string;
  readonly y: number;
  readonly height: number;
}

/** A gap of more than so many times the letters' height parts paragraphs; letters so much taller than the text's are a heading's. */
const PARAGRAPH_GAP = 1.75;
const HEADING_HEIGHT = 1.12;
/** A line that so many pages begin or end with is their header or footer. */
const REPEATED = 3;

/**
 * The text of a PDF: lines as they stand, blank lines between paragraphs, headings with #, page headers and footers left out.
 * @throws InputError `draft.unreadable`
 */
export async function pdfText(bytes: Uint8Array, file: string): Promise<{ readonly text: string; readonly pageStarts: readonly number[] }> {
  const pages = withoutRepeated(await linesOfPages(bytes, file));
  const usual = median(pages.flatMap((lines) => lines.map((l) => l.height)));
  const pageStarts: number[] = [];
  let text = '';
  for (const lines of pages) {
    // A sentence may go on from page to page; what ended, ended.
    if (text) text += /[.!?:]$/.test(text) ? '\n\n' : '\n';
    pageStarts.push(text.length);
    text += lines.map((line, i) => `${separator(lines[i - 1], line)}${line.height > usual * HEADING_HEIGHT ? '# ' : ''}${line.text}`).join('');
  }
  return { text, pageStarts };
}

async function linesOfPages(bytes: Uint8Array, file: string): Promise<Line[][]> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const pages: Line[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(linesOf(items.flatMap((item) => ('str' in item ? [item] : []))));
    }
    return pages;
  } catch {
    throw new InputError({ key: 'draft.unreadable', file, message: 'The PDF is damaged or protected.', remedy: 'Save it again without protection.' });
  }
}

/** Pieces on one height are one line; where one says that it ends a line, or a gap is wide, they are cells of a row. */
function linesOf(
  items: readonly { readonly str: string; readonly transform: readonly number[]; readonly width: number; readonly height: number; readonly hasEOL: boolean }[],
): Line[] {
  const lines: Line[] = [];
  let fresh = true;
  for (const { str, transform, width, height, hasEOL } of items) {
    const y = Number(transform[5] ?? 0);
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) < Math.max(2, last.height / 2))
      last.text += (fresh && str.trim()) || (!str.trim() && width > height) ? ` | ${str.trim()}` : str;
    else if (str.trim()) lines.push({ text: str, y, height: height || 10 });
    fresh = hasEOL || (fresh && !str.trim());
  }
  return lines
    .map((l) => ({
      ...l,
      text: l.text
        .replace(/\s+/g, ' ')
        .replace(/(?: \|)+ /g, ' | ')
        .trim(),
    }))
    .filter((l) => l.text);
}

function withoutRepeated(pages: readonly (readonly Line[])[]): Line[][] {
  const shape = (line: Line | undefined): string => line?.text.replace(/\d+/g, '#') ?? '';
  const counts = new Map<string, number>();
  for (const lines of pages) for (const edge of new Set([shape(lines[0]), shape(lines.at(-1))])) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  return pages.map((lines) => lines.filter((line, i) => (i > 0 && i < lines.length - 1) || (counts.get(shape(line)) ?? 0) < REPEATED));
}

function separator(before: Line | undefined, line: Line): string {
  if (!before) return '';
  const taller = Math.abs(before.height - line.height) > 0.5;
  return taller || before.y - line.y > PARAGRAPH_GAP * before.height ? '\n\n' : '\n';
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
