import type { Subject } from '@asf-match/domain';
import { isStopWord, stem, type Token, tokens } from '@asf-match/swedish';

/** A text with its words and their stems, looked at once for everything that reads it. */
export interface ReadText {
  readonly part: string;
  readonly text: string;
  readonly words: readonly Token[];
  readonly stems: readonly string[];
  /** True when all the texts that belong together are written without å, ä and ö. */
  readonly bare: boolean;
}

export function readText(part: string, text: string, bare = isBare([text])): ReadText {
  const words = tokens(text);
  return { part, text, words, stems: words.map((t) => stem(t.word)), bare };
}

const isBare = (texts: readonly string[]): boolean => !texts.some((text) => /[åäö]/i.test(text.normalize('NFC')));

const remembered = new WeakMap<Subject, readonly ReadText[]>();

/** The texts of a purchase. A lot often repeats the notice's own text word for word; it is read once. */
export function readTexts(subject: Subject): readonly ReadText[] {
  const known = remembered.get(subject);
  if (known) return known;
  const seen = new Set<string>();
  const bare = isBare(subject.texts.map(({ text }) => text));
  const read = subject.texts.flatMap(({ part, text }) => (seen.size < seen.add(text).size ? [readText(part, text, bare)] : []));
  remembered.set(subject, read);
  return read;
}

/** The stems of a text's own words that are worth comparing, each with its first place. */
export function contentStems({ words, stems }: ReadText): Map<string, Token> {
  const found = new Map<string, Token>();
  for (const [n, token] of words.entries()) {
    const stemmed = stems[n] as string;
    if (token.word.length >= 4 && !found.has(stemmed) && !isStopWord(token.word)) found.set(stemmed, token);
  }
  return found;
}
