/** A part of a text that belongs together: `text.slice(start, end)`, white space around it left out. */
export interface Block {
  /** Running text, or what stands beside it: headings, items of lists, rows of tables. */
  readonly kind: 'prose' | 'heading' | 'list' | 'table';
  readonly start: number;
  readonly end: number;
  /** Where its words begin: after the bullet, the number or the marks of a heading. */
  readonly body: number;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly indented: boolean;
}

const BULLET = /^[-–—•*·▪●◦‣✓☐o][ \t]+/u;
const ENUMERATOR = /^(?:\(?(?:\d{1,2}|\p{Ll}|[ivx]{1,4})[.)])[ \t]+(?!kap\b)/u;
/** "3.1", "2.4.1.", the numbers of sections, which stand before headings and before clauses alike. */
const SECTION = /^\d{1,2}(?:\.\d{1,2})+\.?[ \t]+/;
const MARKED_HEADING = /^(?:#{1,6}[ \t]+|§[ \t]*\d+)/;
const NUMBERED = /^(?:\d{1,2}\.?|(?:kapitel|bilaga|del|avsnitt)[ \t]+\w{1,3}[.:]?)[ \t]+(?=\p{Lu})/iu;
const RULE = /^(?:=|-|_|\*){3,}$/;
const FINAL = /[.!?:;,…]["”’)\]*_]*$/u;
/** Columns apart by a tab, by bars, or by wide gaps; the name of a field and what is filled in. */
const ROW = /^\||\t| \| |\S {3,}\S.* {3,}\S/;
const FILLED_IN = /^\p{Lu}[\p{L} /-]{1,30}:[ \t]+\S/u;
/** A line that ends with one of these goes on; one with a verb of these is a sentence that lacks its full stop. */
const UNFINISHED =
  /(?:^|\s)(?:av|i|på|och|eller|för|till|med|som|att|en|ett|den|det|de|om|från|vid|under|inom|samt|per)$|\s(?:ska|skall|måste|är|har|kan|får|behöver|krävs|ställs|minst|lägst|högst)(?=\s|$)/u;
/** Lines that are wrapped are longer than this, and headings shorter. */
const SHORT_LINE = 50;
const MOST_WORDS_OF_A_HEADING = 12;

/**
 * A text as running text, headings, lists and tables, in order. Markdown, plain text and text taken out of DOCX and PDF
 * are read alike: by bullets and numbers, by bars and tabs, by blank lines, and by short lines without a final mark.
 * Lines of one paragraph belong together. Never throws; linear in the length of the text.
 */
export function blocks(text: string): Block[] {
  const lines = linesOf(text);
  const found: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const content = line.text;
    if (!content || RULE.test(content)) continue;
    const next = lines[i + 1]?.text ?? '';
    const kind = kindOf(content, next, i === 0 || !lines[i - 1]?.text || startsAfresh(found.at(-1), lines[i - 1]));
    const previous = found.at(-1);
    const joins = previous && i > 0 && lines[i - 1]?.end === previous.end && continues(previous, kind, line, lines[i - 1] as Line);
    if (joins) found[found.length - 1] = { ...previous, end: line.end };
    else found.push({ kind, start: line.start, end: line.end, body: line.start + markOf(content, kind) });
  }
  const last = found.at(-1);
  // Nothing stands under it, so it is no heading but a line without its full stop.
  if (last?.kind === 'heading' && last.body === last.start) found[found.length - 1] = { ...last, kind: 'prose' };
  return found;
}

function linesOf(text: string): Line[] {
  let at = 0;
  return text.split('\n').map((whole) => {
    const content = whole.trim();
    const start = at + (content ? whole.indexOf(content[0] as string) : 0);
    at += whole.length + 1;
    return { start, end: start + content.length, text: content, indented: /^(?: {2}|\t)/.test(whole) };
  });
}

/** True after a line that ended what it belonged to. */
const startsAfresh = (block: Block | undefined, before: Line | undefined): boolean =>
  block?.kind !== 'prose' || (before !== undefined && FINAL.test(before.text));

function kindOf(line: string, next: string, first: boolean): Block['kind'] {
  if (MARKED_HEADING.test(line) || /^(?:=|-){3,}$/.test(next)) return 'heading';
  const afterMark = line.replace(SECTION, '').replace(ENUMERATOR, '').replace(BULLET, '');
  if (ROW.test(afterMark)) return 'table';
  if (BULLET.test(line) || ENUMERATOR.test(line)) return isHeading(line, next) && NUMBERED.test(line) && !ENUMERATOR.test(next) ? 'heading' : 'list';
  if (FINAL.test(line)) return 'prose';
  if (!first) return 'prose';
  if (FILLED_IN.test(line) && wordsOf(line) <= MOST_WORDS_OF_A_HEADING) return 'table';
  return isHeading(line, next) ? 'heading' : 'prose';
}

/** A few words without a final mark that stand alone, or before a line that begins anew. */
function isHeading(line: string, next: string): boolean {
  if (FINAL.test(line) || UNFINISHED.test(line) || wordsOf(line) > MOST_WORDS_OF_A_HEADING) return false;
  if (!next || SECTION.test(line) || NUMBERED.test(line) || /^\*\*.+\*\*$/.test(line)) return true;
  return line.length < SHORT_LINE && /^[\p{Lu}\d(#"”*•–-]/u.test(next);
}

const wordsOf = (line: string): number => line.split(/\s+/).length;

/** Whether a line goes on with the block that ended on the line before. */
function continues(block: Block, kind: Block['kind'], line: Line, before: Line): boolean {
  if (kind !== 'prose' && !line.indented) return false;
  if (block.kind === 'prose') return kind === 'prose' && !SECTION.test(line.text);
  return block.kind === 'list' && kind !== 'list' && !/[.!?]$/.test(before.text) && (line.indented || /^\p{Ll}/u.test(line.text));
}

function markOf(line: string, kind: Block['kind']): number {
  const marks = [MARKED_HEADING, BULLET, SECTION, ENUMERATOR, ...(kind === 'heading' ? [NUMBERED] : [])];
  for (const mark of marks) {
    const length = mark.exec(line)?.[0].length;
    if (length) return length;
  }
  return 0;
}
