import type { Lexicon } from './lexicon.ts';
import { splitWith } from './split.ts';

const MAX_REMEMBERED = 100_000;

/** Splits Swedish compounds; remembers what it has split, within bounds. */
export interface Splitter {
  /**
   * The parts of a compound in order, lower case NFC, linking letters with the part before: "arbetsmarknadsinsatser" →
   * arbets, marknads, insatser. Where spelling drops one of three equal letters the two stay with the part before:
   * "flyttjänst" → flytt, jänst. They join back to the word. One part when it is no compound or no word of letters, or
   * is longer than 60 letters. Takes any string and never throws.
   */
  split(word: string): readonly string[];
}

export function createSplitter(lexicon: Lexicon): Splitter {
  const remembered = new Map<string, readonly string[]>();
  return {
    split(word) {
      const known = remembered.get(word);
      if (known) return known;
      const parts = splitWith(lexicon, word);
      if (remembered.size >= MAX_REMEMBERED) remembered.clear();
      if (word.length <= 100) remembered.set(word, parts);
      return parts;
    },
  };
}
