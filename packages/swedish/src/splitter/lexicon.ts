import { type Automaton, lookUp } from './automaton.ts';
import { COSTS_PER_NAT, IMPOSSIBLE, type PartCosts } from './lattice.ts';

/** What a form is, bits to be joined. */
export const KIND = {
  /** A word by itself, in some inflection. */
  whole: 1,
  /** An entry of the dictionary. */
  lemma: 2,
  /** Never split. */
  kept: 4,
  /** Joined with what follows. */
  prefix: 8,
} as const;

/** Everything the splitter knows: an automaton whose values are places in the tables. */
export interface Lexicon extends Automaton {
  readonly costs: PartCosts;
  /** Bits of KIND. */
  readonly kinds: Uint8Array;
  /** Costs for the splitting of a part of a longer compound: its last part may be a linking form. */
  readonly innerCosts: PartCosts;
}

export function createLexicon(automaton: Automaton, costs: PartCosts, kinds: Uint8Array): Lexicon {
  const last = costs.last.map((cost, value) => Math.min(cost, costs.middle[value] as number));
  return { ...automaton, costs, kinds, innerCosts: { ...costs, last } };
}

/** In costs of COSTS_PER_NAT. A word by itself is the less likely the longer it is. */
const WORD = 19 * COSTS_PER_NAT;
const WORD_LETTER = 0.3 * COSTS_PER_NAT;
/** A word that is often a part is a word by itself, unless its own parts are this near. */
const ESTABLISHED = 8 * COSTS_PER_NAT;
/** A word that the dictionary does not know is a compound, or a name or a foreign word if its parts cost more than this. */
const UNKNOWN_WORD = 33 * COSTS_PER_NAT;
const UNKNOWN_LETTER = 0.8 * COSTS_PER_NAT;

/** What it costs to take a word of the dictionary as no compound. @param asPart its cheapest cost as a part. */
export const wholeCost = (length: number, asPart: number): number =>
  Math.min(WORD + WORD_LETTER * length, asPart === IMPOSSIBLE ? Number.POSITIVE_INFINITY : asPart + ESTABLISHED);

/** The same for one that is not in the dictionary. */
export const unknownCost = (length: number): number => UNKNOWN_WORD + UNKNOWN_LETTER * length;

/** The bits of KIND of a word; 0 when the lexicon has not got it. */
export const kindOf = (lexicon: Lexicon, word: string): number => lexicon.kinds[lookUp(lexicon, word)] as number;
