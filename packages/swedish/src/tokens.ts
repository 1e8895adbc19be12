/** One word of a text and where it stands there. */
export interface Token {
  /** NFC, lower case, without hyphens from line breaks. */
  readonly word: string;
  /** Offsets in the original text in UTF-16 units: `text.slice(start, end)` is the word as written. */
  readonly start: number;
  readonly end: number;
}

/** Letters with their accents; bounded, since the engine's stack does not hold a run of millions. */
const LETTERS = /[\p{L}\p{M}]{1,1000}/gu;
/** A soft hyphen, or a hyphen at the end of a line, does not part a word. */
const JOINT = /^(?:\u00ad|-\r?\n[ \t]*)$/;

/** The words of a text in order. "IT-support" is two words; digits are none. Never throws; linear in the length of the text. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let pieces: string[] = [];
  let start = 0;
  let end = 0;
  const close = (): void => {
    if (pieces.length > 0) found.push({ word: plain(pieces.length === 1 ? (pieces[0] as string) : pieces.join('')), start, end });
  };
  for (const match of text.matchAll(LETTERS)) {
    const [letters] = match;
    if (pieces.length > 0 && isJoined(text, end, match.index)) pieces.push(letters);
    else {
      close();
      pieces = [letters];
      start = match.index;
    }
    end = match.index + letters.length;
  }
  close();
  return found;
}

/** Only these are in NFC without being looked at closely. */
const SIMPLE = /^[\0-\u02ff]*$/;

const plain = (word: string): string => (SIMPLE.test(word) ? word : word.normalize('NFC')).toLowerCase();

function isJoined(text: string, end: number, next: number): boolean {
  if (end === next) return true;
  const first = text[end];
  return (first === '-' || first === '\u00ad') && JOINT.test(text.slice(end, next));
}
