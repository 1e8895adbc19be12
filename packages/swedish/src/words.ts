/** A word as it is written and where: `text.slice(start, end)`. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A number with its groups of three ("1 250 000") or a span of numbers ("8–15"); or letters and digits with what may stand
 * inside a word: hyphen, apostrophe, colon, full stop, comma, soft hyphen, and a hyphen at the end of a line.
 */
const WORD =
  /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:–\d+)+|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:[-'’:.,&\u00ad]|-\r?\n[ \t]*)[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

/**
 * The words of a text as LIX counts them (Björnsson 1968): strings between spaces that hold a letter or a digit. A number
 * is one word, and so are "t.ex.", "IT-support" and "LOU:s"; "och/eller" is two. Never throws; linear in the length of the text.
 */
export const wordsIn = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: written, index }) => ({ text: written, start: index, end: index + written.length }));

/** How many letters a word has; digits and marks are none. */
export const lettersOf = (word: string): number => word.match(/\p{L}/gu)?.length ?? 0;
