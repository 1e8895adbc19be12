import type { Quote, Stated } from '@asf-match/domain';

/** A stretch of the call’s text that says something. */
export interface Said {
  readonly start: number;
  readonly end: number;
}

const quoteOf = (text: string, { start, end }: Said): Quote => ({ part: 'text', text: text.slice(start, end), start, end });

/** A value with the words that say it, each once and in order. */
export function stated<T>(text: string, value: T, said: readonly Said[]): Stated<T> {
  const places = new Map(said.map((s) => [s.start, s]));
  return { value, quotes: [...places.values()].sort((a, b) => a.start - b.start).map((s) => quoteOf(text, s)) };
}
