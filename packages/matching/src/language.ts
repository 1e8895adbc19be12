import type { Subject } from '@asf-match/domain';
import { detectLanguage } from '@asf-match/swedish';
import { readTexts } from './read-text.ts';

/** A shorter text may be a title of names, and is taken for what it is said to be. */
const LEAST_LETTERS = 100;

/**
 * The language of a purchase: what it says, unless it says Swedish and is written at some length without any å, ä or ö,
 * and in another language. Many portals write "sv" on everything.
 */
export function languageOf(subject: Subject): string {
  const texts = readTexts(subject);
  if (subject.language !== 'sv' || !texts.every((t) => t.bare)) return subject.language;
  const all = texts.map((t) => t.text).join('\n');
  return all.length < LEAST_LETTERS ? subject.language : (detectLanguage(all) ?? subject.language);
}
