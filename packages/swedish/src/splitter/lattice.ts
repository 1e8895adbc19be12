import { type Automaton, follow, letterNumber, valueAt } from './automaton.ts';

/**
 * What each value of the automaton costs as the first, a middle and the last part of a compound and as a word by itself,
 * in eighths of a nat (-ln of the probability); IMPOSSIBLE when it cannot be that.
 */
export interface PartCosts {
  readonly first: Uint8Array;
  readonly middle: Uint8Array;
  readonly last: Uint8Array;
}

/** In a table of costs: never. */
export const IMPOSSIBLE = 255;
/** Costs are stored in this part of a nat. */
export const COSTS_PER_NAT = 8;
/** Longer words are not split. */
export const MAX_LENGTH = 60;

/** A letter of three, as in "flytt" + "tjänster", is written twice: taking it as restored costs this. */
const RESTORED = 1 * COSTS_PER_NAT;
const NO_COST = 0x7fffffff;

/** The cheapest way through a word. Parts are `ends[n - 1]` to `ends[n]`. */
export interface Path {
  readonly cost: number;
  readonly ends: readonly number[];
}

const letters = new Uint8Array(MAX_LENGTH);
const cost = new Int32Array(MAX_LENGTH + 1);
const from = new Uint8Array(MAX_LENGTH + 1);

/**
 * The cheapest sequence of two or more parts (Viterbi over the lattice of all parts); undefined when there is none.
 * @param word lower case, at most MAX_LENGTH code units.
 */
export function cheapestPath({ words, begins }: Automaton, costs: PartCosts, word: string): Path | undefined {
  const length = word.length;
  for (let i = 0; i < length; i++) letters[i] = letterNumber(word.charCodeAt(i));
  cost.fill(NO_COST, 0, length + 1);
  cost[0] = 0;
  walk(words, behind(begins, 0), 0, 1, 0, length, costs.first, costs.last);
  for (let at = 1; at < length; at++) {
    const so = cost[at] as number;
    if (so === NO_COST) continue;
    walk(words, behind(begins, at), at, at + 1, so, length, costs.middle, costs.last);
    const isDouble = at > 2 && letters[at - 1] === letters[at - 2] && !isVowel(word, at - 1);
    if (isDouble) walk(words, behind(begins, at - 1), at, at, so + RESTORED, length, costs.middle, costs.last);
  }
  if (cost[length] === NO_COST) return undefined;
  const ends: number[] = [];
  for (let at = length; at > 0; at = from[at] as number) ends.push(at);
  return { cost: cost[length] as number, ends: ends.reverse() };
}

const isVowel = (word: string, at: number): boolean => 'aeiouyåäöé'.includes(word[at] as string);

const behind = (begins: Uint32Array, at: number): number => begins[letters[at] as number] as number;

/** Follows all parts that begin at a place, from the node that is reached at `at`, and writes what is cheaper than before. */
function walk(words: Uint32Array, start: number, begin: number, reached: number, so: number, length: number, inner: Uint8Array, last: Uint8Array): void {
  let at = reached;
  for (let node = start; node !== 0; node = follow(words, node, letters[at++] as number)) {
    const value = at > begin ? valueAt(words, node) : 0;
    if (value !== 0) {
      const part = (at === length ? last[value] : inner[value]) as number;
      if (part !== IMPOSSIBLE && !(at === length && begin === 0) && so + part < (cost[at] as number)) {
        cost[at] = so + part;
        from[at] = begin;
      }
    }
    if (at === length) return;
  }
}
