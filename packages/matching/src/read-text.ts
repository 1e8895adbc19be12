import type { Subject } from '@asf-match/domain';
import { isStopWord, stem, type Token, tokens, wholeWord } from '@asf-match/swedish';
import { type Window, windowsOf } from './windows.ts';

/** A text with its words and their stems, looked at once for everything that reads it. */
export interface ReadText {
  readonly part: string;
  readonly text: string;
  readonly words: readonly Token[];
  readonly stems: readonly string[];
  /** True when all the texts that belong together are written without å, ä and ö. */
  readonly bare: boolean;
}

/**
 * Of the texts of one purchase or offer so many characters are read, about a hundred pages, in the order of the texts;
 * and of each at least its beginning. Longer ones are sampled (`windowsOf`), so that no text takes more than a second.
 */
const MOST_CHARACTERS = 300_000;
const LEAST_CHARACTERS = 1_000;

/** Offsets are those in the whole text, of which at most `most` characters are read. */
export function readText(part: string, text: string, bare = isBare([text]), most = MOST_CHARACTERS): ReadText {
  const written = text.length <= most ? tokens(text) : windowsOf(text, most).flatMap((window) => wordsIn(text, window));
  const words = written.map((token) => inFull(token, text));
  return { part, text, words, stems: words.map((t) => stem(t.word)), bare };
}

/** Enough of what follows a word cut short. */
const AFTER = 8;

function inFull(token: Token, text: string): Token {
  if (text[token.end] !== '.') return token;
  const word = wholeWord(token.word, text.slice(token.end + 1, token.end + AFTER));
  return word === undefined ? token : { ...token, word };
}

const wordsIn = (text: string, { start: from, end: to }: Window): Token[] =>
  tokens(text.slice(from, to)).map(({ word, start, end }) => ({ word, start: start + from, end: end + from }));

const isBare = (texts: readonly string[]): boolean => !texts.some((text) => /[åäö]/i.test(text.normalize('NFC')));

const remembered = new WeakMap<Subject, readonly ReadText[]>();

/** The texts of a purchase. A lot often repeats the notice's own text word for word; it is read once. */
export function readTexts(subject: Subject): readonly ReadText[] {
  const known = remembered.get(subject);
  if (known) return known;
  const seen = new Set<string>();
  const bare = isBare(subject.texts.map(({ text }) => text));
  let left = MOST_CHARACTERS;
  const read = subject.texts.flatMap(({ part, text }) => {
    if (seen.size === seen.add(text).size) return [];
    const most = Math.max(left, LEAST_CHARACTERS);
    left -= Math.min(text.length, most);
    return [readText(part, text, bare, most)];
  });
  remembered.set(subject, read);
  return read;
}

/** A word and the text that it stands in. */
export interface PlacedWord {
  readonly read: ReadText;
  readonly token: Token;
}

/** The stems of the words of some texts that are worth comparing, each with its first place. */
export function contentStems(...texts: readonly ReadText[]): Map<string, PlacedWord> {
  const found = new Map<string, PlacedWord>();
  for (const read of texts) {
    for (const [n, token] of read.words.entries()) {
      const stemmed = read.stems[n] as string;
      if (token.word.length >= 4 && !found.has(stemmed) && !isStopWord(token.word)) found.set(stemmed, { read, token });
    }
  }
  return found;
}
