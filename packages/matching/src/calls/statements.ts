/** A sentence, list item or label line of a call, with what stands above it. */
export interface Statement {
  /** Verbatim: `whole.slice(start, end)`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The nearest heading or question. */
  readonly heading: string;
  /** The line that ends in a colon and leads this list item in. */
  readonly lead: string;
  readonly isHeading: boolean;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

const LIST_MARK = /^\s*(?:[-•*–·‣▪o]|\d{1,2}[.)])\s+/u;
const HEADING_MARK = /^\s*#{1,6}\s+/u;
const EMPHASIS = /^\s*(?:\*\*|__)|(?:\*\*|__)\s*$/gu;
const LONGEST_HEADING = 80;
/** A line of at least this length that ends in the middle of a sentence goes on in the next one. */
const WRAPPED = 50;
const ABBREVIATION =
  /(?:^|[\s(])(?:bl\.?\s?a|t\.?\s?ex|d\.?\s?v\.?\s?s|f\.?\s?n|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|ca|kl|nr|tel|resp|inkl|exkl|jfr|kap|enl|ev|max|min|milj|mkr|e\.?g|i\.?e|no|approx|incl|[ap]\.?m|sept?|okt|oct|nov|dec|jan|febr?|mar|apr|aug|\p{L})$/iu;

/** Parts a text into statements. Lines part; a wrapped line is joined to the next. Linear in the length of the text. */
export function statementsOf(text: string): Statement[] {
  const found: Statement[] = [];
  let heading = '';
  let lead = '';
  const lines = joinWrapped(text, linesOf(text));
  for (const [i, line] of lines.entries()) {
    const raw = text.slice(line.start, line.end);
    const isItem = LIST_MARK.test(raw);
    const plain = raw.replace(HEADING_MARK, '').replace(LIST_MARK, '').replace(EMPHASIS, '').trim();
    const heads = !isItem && isHeading(raw, plain, text.slice(lines[i + 1]?.start ?? text.length, lines[i + 1]?.end));
    if (heads) heading = plain;
    if (!isItem) lead = '';
    for (const { start, end } of sentencesIn(text, line)) {
      const sentence = text.slice(start, end);
      found.push({ text: sentence, start, end, heading: heads ? '' : heading, lead: isItem ? lead : '', isHeading: heads });
      if (sentence.endsWith('?')) heading = sentence;
    }
    if (plain.endsWith(':')) lead = plain;
  }
  return found;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n]+/gu)) {
    if (match[0].trim()) lines.push({ start: match.index, end: match.index + match[0].length });
  }
  return lines;
}

function joinWrapped(text: string, lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const continues = before && before.end - before.start >= WRAPPED && isCutOff(text, before, line);
    if (before && continues) joined[joined.length - 1] = { start: before.start, end: line.end };
    else joined.push(line);
  }
  return joined;
}

function isCutOff(text: string, before: Line, line: Line): boolean {
  if (/\n\s*\n/.test(text.slice(before.end, line.start).replaceAll('\r', ''))) return false;
  if (/[.!?:;]\s*$/.test(text.slice(before.start, before.end)) || HEADING_MARK.test(text.slice(before.start, before.end))) return false;
  const next = text.slice(line.start, line.end);
  return !LIST_MARK.test(next) && /^\s*[\p{Ll}\d(]/u.test(next);
}

function isHeading(raw: string, plain: string, next: string): boolean {
  if (HEADING_MARK.test(raw) || (/^\s*\*\*/.test(raw) && /\*\*:?\s*$/.test(raw))) return true;
  if (!plain || plain.length > LONGEST_HEADING || !next) return false;
  if (/[?:]$/.test(plain)) return true;
  return !/[.!;,]$/.test(plain) && !/\d/.test(plain.replace(/(?:19|20)\d\d|ESF\+?/g, '')) && !/\p{L}:\s/u.test(plain);
}

function sentencesIn(text: string, { start, end }: Line): Line[] {
  const found: Line[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(/[.!?]["”’)]*(?=\s)/gu)) {
    const stop = start + match.index;
    const after = stop + match[0].length;
    const next = /\S/u.exec(text.slice(after, end))?.[0];
    if (match[0].startsWith('.') && (ABBREVIATION.test(text.slice(Math.max(start, stop - 12), stop)) || !next || /\p{Ll}/u.test(next))) {
      if (!(next && /\p{Lu}/u.test(next) && /\d\s?(?:%|kr|tkr|mkr)|(?:19|20)\d\d|(?:\d[.:]\d\d)$/iu.test(text.slice(Math.max(start, stop - 8), stop))))
        continue;
    }
    push(found, text, from, after);
    from = after;
  }
  push(found, text, from, end);
  return found;
}

function push(found: Line[], text: string, from: number, to: number): void {
  const trimmed = text.slice(from, to).trim().replace(LIST_MARK, '').replace(HEADING_MARK, '').replace(EMPHASIS, '').trim();
  if (!trimmed) return;
  const start = text.indexOf(trimmed, from);
  found.push({ start, end: start + trimmed.length });
}
