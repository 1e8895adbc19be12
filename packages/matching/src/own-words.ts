import type { Reason, Subject } from '@asf-match/domain';
import type { Token } from '@asf-match/swedish';
import { contentStems } from './content-stems.ts';
import type { Profile } from './profile.ts';
import { WEIGHTS } from './weights.ts';

/** A word that more organisations use than the square root of their number says little, unless they are this few. */
const FEW = 3;

/** The organisations by the rare words of their own texts. */
export interface OwnWords {
  /** The rarest words that purchase and organisation share, at the organisation's position; nothing where they share none. */
  reasons(subject: Subject): readonly (readonly Reason[] | undefined)[];
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
  /** Inverse document frequency, 1 for a word of one organisation, towards 0 for a word of all. */
  const rarity = (count: number): number => Math.log((profiles.length + 1) / count) / Math.log(profiles.length + 1);

  return {
    reasons(subject) {
      const found: Reason[][] = new Array(profiles.length);
      for (const [word, { part, text, token }] of wordsOf(subject)) {
        const those = users.get(word) ?? [];
        if (those.length > commonFrom) continue;
        for (const position of those) {
          const profile = profiles[position] as Profile;
          const reason = ownWordReason(rarity(those.length), quoteOf(part, text, token), profile, profile.words.get(word) as Token);
          const list = found[position];
          if (list) list.push(reason);
          else found[position] = [reason];
        }
      }
      return found.map(rarest);
    },
  };
}

const quoteOf = (part: string, text: string, { start, end }: Token) => ({ part, text: text.slice(start, end), start, end });

const ownWordReason = (rarity: number, quote: NonNullable<Reason['quote']>, { organisation }: Profile, own: Token): Reason => ({
  rule: 'own-words',
  weight: WEIGHTS.ownWord * rarity,
  quote,
  offer: quoteOf('offers', organisation.offers, own),
});

const rarest = (reasons: Reason[]): Reason[] =>
  reasons.sort((a, b) => b.weight - a.weight || (a.offer?.start ?? 0) - (b.offer?.start ?? 0)).slice(0, WEIGHTS.mostOwnWords);

function wordsOf(subject: Subject): Map<string, { readonly part: string; readonly text: string; readonly token: Token }> {
  const words = new Map<string, { part: string; text: string; token: Token }>();
  for (const { part, text } of subject.texts) {
    for (const [word, token] of contentStems(text)) if (!words.has(word)) words.set(word, { part, text, token });
  }
  return words;
}
