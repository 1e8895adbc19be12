/** One word of a text and where it stands there. */
export interface Token {
  /** NFC, lower case, without hyphens from line breaks. */
  readonly word: string;
  /** Offsets in the original text in UTF-16 units: `text.slice(start, end)` is the word as written. */
  readonly start: number;
  readonly end: number;
}

/** Letters with their accents; a soft hyphen or a hyphen at the end of a line does not part a word. */
const WORD = /[\p{L}\p{M}]+(?:(?:\u00ad|-\r?\n[ \t]*)[\p{L}\p{M}]+)*/gu;
const HYPHEN = /\u00ad|-\r?\n[ \t]*/g;

/** The words of a text in order. "IT-support" is two words; digits are none. Never throws. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const plain = raw.includes('-') || raw.includes('\u00ad') ? raw.replace(HYPHEN, '') : raw;
    found.push({ word: plain.normalize('NFC').toLowerCase(), start: match.index, end: match.index + raw.length });
  }
  return found;
}
