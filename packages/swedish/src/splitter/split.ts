import { lookUp } from './automaton.ts';
import { cheapestPath, IMPOSSIBLE, MAX_LENGTH } from './lattice.ts';
import { KIND, kindOf, type Lexicon, unknownCost, wholeCost } from './lexicon.ts';

/** Shorter words are left whole. */
const MIN_LENGTH = 5;
const NOT_WORDS = /[^\p{L}\p{M}]/u;

/**
 * The parts of a compound in order, lower case NFC, linking letters with the part before: "arbets", "marknads",
 * "insatser". They join back to the word. One part when it is no compound, is not a word of letters, or has more than
 * MAX_LENGTH of them.
 */
export function splitWith(lexicon: Lexicon, word: string): string[] {
  const normal = word.normalize('NFC').toLowerCase().normalize('NFC');
  if (normal.length < MIN_LENGTH || normal.length > MAX_LENGTH || NOT_WORDS.test(normal)) return [normal];
  return splitPart(lexicon, normal, false);
}

function splitPart(lexicon: Lexicon, word: string, inner: boolean): string[] {
  if (word.length < MIN_LENGTH) return [word];
  const value = lookUp(lexicon, word);
  const kind = lexicon.kinds[value] as number;
  if (kind & KIND.kept || (inner && isKeptWithLink(lexicon, word))) return [word];
  const path = cheapestPath(lexicon, inner ? lexicon.innerCosts : lexicon.costs, word);
  if (!path || path.cost >= costAsOne(lexicon, value, word.length, inner)) return [word];
  const parts = joinPrefixes(lexicon, word, path.ends);
  if (parts.length === 1) return parts;
  return parts.flatMap((part, n) => splitPart(lexicon, part, inner || n < parts.length - 1));
}

const isKeptWithLink = (lexicon: Lexicon, word: string): boolean => word.endsWith('s') && (kindOf(lexicon, word.slice(0, -1)) & KIND.kept) !== 0;

function costAsOne({ costs, kinds }: Lexicon, value: number, length: number, inner: boolean): number {
  if (!inner && !((kinds[value] as number) & KIND.whole)) return unknownCost(length);
  const asPart = Math.min(costs.first[value] as number, costs.middle[value] as number, costs.last[value] as number);
  return wholeCost(length, value === 0 ? IMPOSSIBLE : asPart);
}

/** The parts of a path; a particle is put together with the part after it. */
function joinPrefixes(lexicon: Lexicon, word: string, ends: readonly number[]): string[] {
  const parts: string[] = [];
  let begin = 0;
  let from = 0;
  for (const end of ends) {
    const isPrefix = end < word.length && (kindOf(lexicon, word.slice(from, end)) & KIND.prefix) !== 0;
    from = end;
    if (isPrefix) continue;
    parts.push(word.slice(begin, end));
    begin = end;
  }
  return parts;
}
