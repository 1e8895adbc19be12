import type { Reason, Subject } from '@asf-match/domain';
import type { Token } from '@asf-match/swedish';
import { contentStems } from './content-stems.ts';
import type { Profile } from './profile.ts';
import { WEIGHTS } from './weights.ts';

/** A word that more than this share of the organisations use says little. */
const COMMON_SHARE = 0.1;
const COMMON_AT_LEAST = 3;

/** The organisations by the rare words of their own texts. */
export interface OwnWords {
  /** For each organisation that shares rare words with the purchase: the rarest of them as reasons, quoted on both sides. */
  reasons(subject: Subject): ReadonlyMap<Profile, readonly Reason[]>;
}

export function indexOwnWords(profiles: readonly Profile[]): OwnWords {
  const users = new Map<string, Profile[]>();
  for (const profile of profiles) {
    for (const word of profile.words.keys()) {
      const list = users.get(word);
      if (list) list.push(profile);
      else users.set(word, [profile]);
    }
  }
  const commonFrom = Math.max(COMMON_AT_LEAST, profiles.length * COMMON_SHARE);
  /** Inverse document frequency, 1 for a word of one organisation, towards 0 for a word of all. */
  const rarity = (count: number): number => Math.log((profiles.length + 1) / count) / Math.log(profiles.length + 1);

  return {
    reasons(subject) {
      const found = new Map<Profile, Reason[]>();
      for (const [word, { part, text, token }] of wordsOf(subject)) {
        const those = users.get(word) ?? [];
        if (those.length > commonFrom) continue;
        for (const profile of those) {
          const reason = ownWordReason(rarity(those.length), quoteOf(part, text, token), profile, profile.words.get(word) as Token);
          const list = found.get(profile);
          if (list) list.push(reason);
          else found.set(profile, [reason]);
        }
      }
      for (const list of found.values()) keepRarest(list);
      return found;
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

function keepRarest(reasons: Reason[]): void {
  reasons.sort((a, b) => b.weight - a.weight || (a.offer?.start ?? 0) - (b.offer?.start ?? 0));
  reasons.length = Math.min(reasons.length, WEIGHTS.mostOwnWords);
}

function wordsOf(subject: Subject): Map<string, { readonly part: string; readonly text: string; readonly token: Token }> {
  const words = new Map<string, { part: string; text: string; token: Token }>();
  for (const { part, text } of subject.texts) {
    for (const [word, token] of contentStems(text)) if (!words.has(word)) words.set(word, { part, text, token });
  }
  return words;
}
