/** A sentence and where it stands: `text.slice(start, end)`, white space around it included in neither. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** A full stop after these ends no sentence although a capital or a digit follows. */
const ABBREVIATION = new RegExp(
  `(?:^|[\\s(])(?:${[
    ...['bl\\.?\\s?a', 't\\.?\\s?ex', 's\\.?\\s?k', 'd\\.?\\s?v\\.?\\s?s', 'f\\.?\\s?n', 'fr\\.?\\s?o\\.?\\s?m', 't\\.?\\s?o\\.?\\s?m', 'i\\.?\\s?o\\.?\\s?m'],
    ...[
      'p\\.?\\s?g\\.?\\s?a',
      'm\\.?\\s?a\\.?\\s?o',
      'f\\.?\\s?d',
      'e\\.?\\s?g',
      'i\\.?\\s?e',
      'ca',
      'kl',
      'nr',
      'tel',
      'tfn',
      'resp',
      'inkl',
      'exkl',
      'jfr',
      'jmf',
    ],
    ...['kap', 'enl', 'ev', 'max', 'min', 'st', 'prop', 'bil', 'sid', 'art', 'mom', 'dnr', 'ref', 'ang', 'avd', 'alt', 'fig', 'tab', 'obs', 'bet', 'org'],
    ...['jan', 'febr?', 'apr', 'aug', 'sept?', 'okt', 'nov', 'dec', '\\p{L}'],
  ].join('|')})$`,
  'iu',
);
const LONGEST_ABBREVIATION = 12;

/** What may end a sentence: a mark before white space, an empty line, a line that begins a list item. */
const BREAK = /[.!?]["”’)]*(?=\s|$)|\r?\n(?=[ \t]*(?:\r?\n|[-•*–·]\s))/gu;

/**
 * The sentences of a text in order. A full stop before a small letter or after an abbreviation ("bl.a.", "kl.", "12 kap.")
 * ends none. List items are sentences of their own. Never throws; linear in the length of the text.
 */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(BREAK)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith('.') && !endsHere(text, match.index, end)) continue;
    push(found, text, start, end);
    start = end;
  }
  push(found, text, start, text.length);
  return found;
}

function endsHere(text: string, stop: number, after: number): boolean {
  if (ABBREVIATION.test(text.slice(Math.max(0, stop - LONGEST_ABBREVIATION), stop))) return false;
  const next = /\S/u.exec(text.slice(after, after + LONGEST_ABBREVIATION))?.[0];
  return next === undefined || !/\p{Ll}/u.test(next);
}

function push(found: Sentence[], text: string, from: number, to: number): void {
  const trimmed = text.slice(from, to).trim();
  if (trimmed) {
    const start = text.indexOf(trimmed, from);
    found.push({ start, end: start + trimmed.length });
  }
}
