import { sentences } from './sentences.ts';
import { type Token, tokens } from './tokens.ts';

/** A sentence with its number of words. */
interface MeasuredSentence {
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

/** How hard a text is to read, by what can be counted. */
export interface Readability {
  readonly words: number;
  readonly sentences: number;
  /** Words a sentence. */
  readonly meanSentence: number;
  /** The share of words with more than six letters, 0 to 1. */
  readonly longWords: number;
  /**
   * Läsbarhetsindex: words a sentence plus the percentage of long words (Björnsson 1968). Below 30 very easy, 30–40 easy,
   * 40–50 of middling difficulty (newspapers), 50–60 hard (official texts), above 60 very hard.
   */
  readonly lix: number;
  /**
   * Ordvariationsindex, how varied the vocabulary is: ln n ÷ ln(2 − ln v ÷ ln n) for n words of which v are different
   * (Hultman & Westman 1977); about 60 for ordinary prose. Absent when no word comes twice, for which it is not defined.
   */
  readonly ovix?: number;
  /** The longest sentences, longest first, at most five. */
  readonly longest: readonly MeasuredSentence[];
}

const LONG_WORD = 6;
const MOST_LISTED = 5;

/** Measures a Swedish text; undefined when it has no words. List items are sentences of their own. Linear in the length of the text. */
export function readability(text: string): Readability | undefined {
  const words = tokens(text);
  if (words.length === 0) return undefined;
  const measured = sentencesOf(text, words);
  const long = words.filter(({ word }) => [...word].length > LONG_WORD).length;
  const distinct = new Set(words.map(({ word }) => word)).size;
  const meanSentence = words.length / measured.length;
  const longWords = long / words.length;
  return {
    words: words.length,
    sentences: measured.length,
    meanSentence,
    longWords,
    lix: meanSentence + 100 * longWords,
    ...(distinct < words.length && distinct > 1 && { ovix: Math.log(words.length) / Math.log(2 - Math.log(distinct) / Math.log(words.length)) }),
    longest: measured.sort((a, b) => b.words - a.words || a.start - b.start).slice(0, MOST_LISTED),
  };
}

/** Sentences without a word, such as a line of dashes, are none. */
function sentencesOf(text: string, words: readonly Token[]): MeasuredSentence[] {
  let next = 0;
  return sentences(text).flatMap(({ start, end }) => {
    const from = next;
    while (next < words.length && (words[next] as Token).start < end) next++;
    return next > from ? [{ start, end, words: next - from }] : [];
  });
}
