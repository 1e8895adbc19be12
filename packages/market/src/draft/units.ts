import { type Block, blocks, sentences } from '@asf-match/swedish';

/** What a barrier is looked for in: one sentence, item or row, with what leads in to it. */
export interface Unit {
  readonly kind: Block['kind'];
  /** With single-width spaces for line breaks, so that offsets are those of the draft. */
  readonly text: string;
  readonly start: number;
  /** "Leverantören ska ha:" before its items. */
  readonly leadIn: string;
  /** The sentence after it in the same paragraph. */
  readonly next: string;
}

/** Longer ones are cut at a space, so that patterns stay quick. */
const LONGEST = 1000;

/** The sentences, items and rows of a draft in order; headings too. Linear in the length of the text. */
export function unitsOf(draft: string): Unit[] {
  const flat = draft.replace(/[\n\r\t\u00a0\u202f]/g, ' ');
  let leadIn = '';
  return blocks(draft).flatMap((block) => {
    if (block.kind === 'heading') leadIn = '';
    const spans = block.kind === 'prose' ? sentencesOf(draft, block) : [{ start: block.body, end: block.end }];
    const pieces = spans.flatMap(({ start, end }) => pieceOf(flat, start, end));
    const texts = pieces.map(({ start, end }) => flat.slice(start, end));
    const before = block.kind === 'prose' || block.kind === 'heading' ? '' : leadIn;
    if (block.kind === 'prose') leadIn = texts.at(-1)?.endsWith(':') ? (texts.at(-1) as string) : '';
    return pieces.map(({ start }, i) => ({ kind: block.kind, text: texts[i] as string, start, leadIn: before, next: texts[i + 1] ?? '' }));
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const sentencesOf = (draft: string, { body, end }: Block): Span[] =>
  sentences(draft.slice(body, end)).map((s) => ({ start: body + s.start, end: body + s.end }));

function pieceOf(flat: string, start: number, end: number): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const space = flat.lastIndexOf(' ', from + LONGEST);
    const to = space > from ? space : from + LONGEST;
    pieces.push({ start: from, end: to });
    from = to;
  }
  if (end > from) pieces.push({ start: from, end });
  return pieces;
}
