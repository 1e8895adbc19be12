/** A stretch of a text: `text.slice(start, end)`. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** Of what may be read, the share that goes to the beginning; the same again to samples, and the rest to the end. */
const BEGINNING = 0.4;
const SAMPLES = 20;
/** A window begins and ends between words, unless a word is longer than this. */
const LONGEST_WORD = 200;

/**
 * What is read of a text of any length: all of it up to `most` characters, else its beginning, its end and evenly
 * spread samples of what is between, in order, together at most `most` characters. No word is cut, nor put together
 * from two windows.
 */
export function windowsOf(text: string, most: number): Window[] {
  if (text.length <= most) return [{ start: 0, end: text.length }];
  const beginning = Math.floor(most * BEGINNING);
  const size = Math.floor(beginning / SAMPLES);
  const end = most - beginning - SAMPLES * size;
  const step = (text.length - end - beginning) / SAMPLES;
  const samples = Array.from({ length: SAMPLES }, (_, n) => Math.floor(beginning + (n + 0.5) * step - size / 2));
  const windows = [{ start: 0, end: beginning }, ...samples.map((start) => ({ start, end: start + size })), { start: text.length - end, end: text.length }];
  return windows.map((each) => betweenWords(text, each)).filter(({ start, end }) => start < end);
}

function betweenWords(text: string, { start, end }: Window): Window {
  const from = start === 0 ? 0 : nextSpace(text, start, 1);
  const to = end === text.length ? end : nextSpace(text, end, -1);
  return { start: from, end: to };
}

/** The nearest white space in a direction, or the place itself when there is none near. */
function nextSpace(text: string, from: number, step: 1 | -1): number {
  for (let n = 0; n < LONGEST_WORD; n++) if (/\s/u.test(text[from + n * step] ?? ' ')) return from + n * step;
  return from;
}
