import type { Reason } from '@asf-match/domain';
import type { Token } from '@asf-match/swedish';
import type { Profile } from './profile.ts';
import type { PlacedWord } from './read-text.ts';
import { WEIGHTS } from './weights.ts';

/** A word that more organisations use than the square root of their number says little, unless they are this few. */
const FEW = 3;

/** The organisations by the rare words of their own texts. */
export interface OwnWords {
  /** The rare words among the stems of a purchase that any organisation uses too, rarest first. */
  shared(stems: Iterable<string>): readonly SharedWord[];
  /** Adds what they weigh to `sums`, by the organisation's position; at most so many words count for one. */
  addWeights(shared: readonly SharedWord[], sums: Float64Array): void;
  /** The same as reasons. @param words where each stem stands in the purchase */
  reasons(shared: readonly SharedWord[], position: number, words: ReadonlyMap<string, PlacedWord>): Reason[];
}

interface SharedWord {
  readonly word: string;
  readonly weight: number;
  readonly positions: readonly number[];
}

export function indexOwnWords(profiles: readonly Profile[]): OwnWords {
  const users = new Map<string, number[]>();
  for (const [position, profile] of profiles.entries()) {
    for (const word of profile.words.keys()) {
      const list = users.get(word);
      if (list) list.push(position);
      else users.set(word, [position]);
    }
  }
  const commonFrom = Math.max(FEW, Math.sqrt(profiles.length));
  for (const [word, those] of users) if (those.length > commonFrom) users.delete(word);
  /** Inverse document frequency, 1 for a word of one organisation, towards 0 for a word of all. */
  const rarity = (count: number): number => Math.log((profiles.length + 1) / count) / Math.log(profiles.length + 1);
  const counted = new Uint8Array(profiles.length);

  return {
    shared(stems) {
      const found: SharedWord[] = [];
      for (const word of stems) {
        const positions = users.get(word);
        if (positions) found.push({ word, weight: WEIGHTS.ownWord * rarity(positions.length), positions });
      }
      return found.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
    },
    addWeights(shared, sums) {
      counted.fill(0);
      for (const { weight, positions } of shared) {
        for (const position of positions) {
          if ((counted[position] as number) >= WEIGHTS.mostOwnWords) continue;
          counted[position] = (counted[position] as number) + 1;
          sums[position] = (sums[position] as number) + weight;
        }
      }
    },
    reasons(shared, position, places) {
      const { words, organisation } = profiles[position] as Profile;
      const mine = shared.filter(({ word }) => words.has(word)).slice(0, WEIGHTS.mostOwnWords);
      return mine.map(({ word, weight }) => {
        const { read, token } = places.get(word) as PlacedWord;
        return {
          rule: 'own-words',
          weight,
          quote: quoteOf(read.part, read.text, token),
          offer: quoteOf('offers', organisation.offers, words.get(word) as Token),
        };
      });
    },
  };
}

const quoteOf = (part: string, text: string, { start, end }: Token) => ({ part, text: text.slice(start, end), start, end });
