import { isStopWord, stem, type Token, tokens } from '@asf-match/swedish';

/** The stems of a text's own words that are worth comparing, each with its first place. */
export function contentStems(text: string): Map<string, Token> {
  const found = new Map<string, Token>();
  for (const token of tokens(text)) {
    if (token.word.length < 4 || isStopWord(token.word)) continue;
    const stemmed = stem(token.word);
    if (!found.has(stemmed)) found.set(stemmed, token);
  }
  return found;
}
