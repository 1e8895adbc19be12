import { stem, tokens } from '@asf-match/swedish';

/** Character n-grams of these lengths see the parts of a compound without splitting it. */
const N_GRAMS = [3, 4, 5, 6];
/** A word, a pair or an outer word weighs this much against an n-gram, of which there are many more. */
const WORD = 2;
const MOST_WORDS = 60;
const LONGEST_WORD = 40;

/**
 * What a title is made of, with the weight of each kind: stems ("w"), pairs of neighbours ("b"), the first and the last
 * word ("F", "L"), and character n-grams of each word with its borders marked. At most 60 words are read.
 */
export function featuresOf(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const add = (feature: string, weight: number): void => void found.set(feature, (found.get(feature) ?? 0) + weight);
  const words = tokens(text)
    .filter(({ word }) => word.length > 1)
    .slice(0, MOST_WORDS);
  const stems = words.map(({ word }) => stem(word));
  for (const [i, stemmed] of stems.entries()) {
    add(`w${stemmed}`, WORD);
    if (i > 0) add(`b${stems[i - 1]} ${stemmed}`, WORD);
  }
  if (stems.length > 0) {
    add(`F${stems[0]}`, WORD);
    add(`L${stems.at(-1)}`, WORD);
  }
  for (const { word } of words) {
    const bounded = `<${word.slice(0, LONGEST_WORD)}>`;
    for (const n of N_GRAMS) for (let at = 0; at + n <= bounded.length; at++) add(bounded.slice(at, at + n), 1);
  }
  return found;
}
