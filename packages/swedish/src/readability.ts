import { type Block, blocks } from './blocks.ts';
import { sentences } from './sentences.ts';
import { nominalRatio, passives } from './style.ts';
import { lettersOf, type Word, wordsIn } from './words.ts';

/** A sentence of running text with its number of words. */
interface MeasuredSentence {
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

/**
 * How hard a text is to read, by what can be counted. All but `allWords` and the figures on "ska" are of running text
 * alone: headings, items of lists and rows of tables have no sentences, and LIX of them would say nothing.
 */
export interface Readability {
  /** Words of the running text (`wordsIn`: a number is one word). */
  readonly words: number;
  readonly sentences: number;
  /** Words of the whole text, headings, lists and tables included. */
  readonly allWords: number;
  /** Words a sentence. */
  readonly meanSentenceLength: number;
  /** Letters and digits a word. */
  readonly meanWordLength: number;
  /** Words with more than six letters. */
  readonly longWords: number;
  /** Words with more than twelve letters. */
  readonly veryLongWords: number;
  /** Sentences with more than 25 words, and with more than 35. */
  readonly longSentences: number;
  readonly veryLongSentences: number;
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
  /** Passive verbs, estimated. */
  readonly passive: number;
  /** Nominalkvot, estimated; absent when no verb is found. */
  readonly nominalRatio?: number;
  /** "ska", "skall" and "måste" in the whole text, and the same for every 1,000 words. */
  readonly ska: number;
  readonly skaPer1000: number;
  /** The longest sentences, longest first, at most five. */
  readonly longest: readonly MeasuredSentence[];
}

const LONG_WORD = 6;
const VERY_LONG_WORD = 12;
const LONG_SENTENCE = 25;
const VERY_LONG_SENTENCE = 35;
const MOST_LISTED = 5;
const DEMAND = /^(?:ska|skall|måste)$/i;

/** Measures a Swedish text; undefined when it has no running text. Linear in the length of the text. */
export function readability(text: string): Readability | undefined {
  const all = blocks(text);
  const prose = all.filter((b) => b.kind === 'prose');
  const measured = prose.flatMap((block) => sentencesOf(text, block));
  const words = prose.flatMap(({ body, end }) => wordsIn(text.slice(body, end)));
  if (words.length === 0) return undefined;
  const every = all.flatMap(({ body, end }) => wordsIn(text.slice(body, end)));
  const long = words.filter((w) => lettersOf(w.text) > LONG_WORD).length;
  const meanSentenceLength = words.length / measured.length;
  const running = prose.map(({ body, end }) => text.slice(body, end)).join('\n\n');
  const nominal = nominalRatio(running);
  const ska = every.filter((w) => DEMAND.test(w.text)).length;
  return {
    words: words.length,
    sentences: measured.length,
    allWords: every.length,
    meanSentenceLength,
    meanWordLength: words.reduce((sum, w) => sum + (w.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0) / words.length,
    longWords: long,
    veryLongWords: words.filter((w) => lettersOf(w.text) > VERY_LONG_WORD).length,
    longSentences: measured.filter((s) => s.words > LONG_SENTENCE).length,
    veryLongSentences: measured.filter((s) => s.words > VERY_LONG_SENTENCE).length,
    lix: meanSentenceLength + (100 * long) / words.length,
    ...ovix(words),
    passive: passives(running),
    ...(nominal !== undefined && { nominalRatio: nominal }),
    ska,
    skaPer1000: (1000 * ska) / every.length,
    longest: measured.sort((a, b) => b.words - a.words || a.start - b.start).slice(0, MOST_LISTED),
  };
}

/** Sentences without a word, such as a line of dashes, are none. */
function sentencesOf(text: string, { body, end }: Block): MeasuredSentence[] {
  const inside = text.slice(body, end);
  return sentences(inside).flatMap((s) => {
    const words = wordsIn(inside.slice(s.start, s.end)).length;
    return words > 0 ? [{ start: body + s.start, end: body + s.end, words }] : [];
  });
}

function ovix(words: readonly Word[]): { readonly ovix?: number } {
  const distinct = new Set(words.map((w) => w.text.toLowerCase())).size;
  if (distinct === words.length || distinct < 2) return {};
  return { ovix: Math.log(words.length) / Math.log(2 - Math.log(distinct) / Math.log(words.length)) };
}
