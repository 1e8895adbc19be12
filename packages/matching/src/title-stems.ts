import { contentStems, readText } from './read-text.ts';

/** Words that say that something is bought, and not what. */
const OF_PURCHASES = new Set(['upphandling', 'ramavtal', 'avtal', 'tjänst', 'leverans', 'köp', 'inköp', 'anskaffning', 'avrop', 'kommun', 'samt', 'avseende']);
const stemsOfPurchases = new Set([...OF_PURCHASES].flatMap((word) => [...contentStems(readText('title', word)).keys()]));

/** The stems of a title's own words, each with the first word that has it; words that any purchase may have are left out. */
export function titleStems(title: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [stem, { token }] of contentStems(readText('title', title))) if (!stemsOfPurchases.has(stem) && !/^\d+$/.test(stem)) found.set(stem, token.word);
  return found;
}
