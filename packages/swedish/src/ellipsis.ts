import type { Token } from './tokens.ts';

/** A word cut short by a hyphen, with the word that lends it its end: "park- och naturskötsel". */
export interface Ellipsis {
  /** Positions of the two in the list of tokens. */
  readonly cut: number;
  readonly lender: number;
  /** Every word it could stand for, longest end first: "parknaturskötsel" … "parkskötsel" … */
  readonly readings: readonly string[];
}

const MAX_BETWEEN = 4;
const MIN_END = 3;
const MAX_LENGTH = 60;

/** Hyphen after a letter and before a space or a comma. */
const isCut = (text: string, end: number): boolean => text[end] === '-' && /^[\s,]/.test(text.slice(end + 1, end + 2));

/**
 * The words of a text that are cut short before another one of the same series: "städ- och flyttjänster" also means
 * "städtjänster". Which end is lent cannot be seen from the letters alone, so all readings are given and the reader
 * takes those it knows.
 */
export function ellipses(text: string, words: readonly Token[]): Ellipsis[] {
  const found: Ellipsis[] = [];
  for (const [cut, { word, end }] of words.entries()) {
    if (!isCut(text, end)) continue;
    const near = words.slice(cut + 1, cut + 1 + MAX_BETWEEN);
    const lender = cut + 1 + near.findIndex((w) => w.word.length > MIN_END + 3 && !isCut(text, w.end));
    const whole = words[lender]?.word;
    if (lender === cut || !whole || whole.length > MAX_LENGTH || word.length > MAX_LENGTH) continue;
    const readings: string[] = [];
    for (let from = 2; from <= whole.length - MIN_END; from++) readings.push(word + whole.slice(from));
    found.push({ cut, lender, readings });
  }
  return found;
}
