import { francAll } from 'franc';

/** Languages that notices in Sweden are written in, by ISO 639-1. */
export type Language = 'sv' | 'en' | 'da' | 'no' | 'fi' | 'de';

const CODES: Readonly<Record<string, Language>> = { swe: 'sv', eng: 'en', dan: 'da', nob: 'no', fin: 'fi', deu: 'de' };
const ONLY = Object.keys(CODES);
/** More of a long text would not change the answer. */
const READ = 1000;
const LEAST_LETTERS = 20;
/** Below this a text is a title: trigrams of so few letters mistake compounds for Norwegian and Danish. */
const RUNNING_TEXT = 100;
/** How much better than Swedish another language must be, of 1, in running text and in a title. */
const MARGIN = { text: 0.03, title: 0.2 };

/**
 * The language of a text, of the six that are likely; undefined when it has fewer than 20 letters. Trigrams (franc) know
 * running text; letters that a language has not got rule it out (å with ä or ö is Swedish, ä and ö are not Danish or
 * Norwegian, å is not Finnish or German); and where Swedish is nearly as likely as the best it is taken.
 */
export function detectLanguage(text: string): Language | undefined {
  const read = text.slice(0, READ).normalize('NFC').toLowerCase();
  const letters = (read.match(/\p{L}/gu) ?? []).length;
  if (letters < LEAST_LETTERS) return undefined;
  const only = possible(read);
  if (only.length === 1) return CODES[only[0] as string];
  const ranked = francAll(read, { only, minLength: LEAST_LETTERS });
  const [best = 'und', score = 0] = ranked[0] ?? [];
  const swedish = only.includes('swe') ? (ranked.find(([code]) => code === 'swe')?.[1] ?? 0) : Number.NEGATIVE_INFINITY;
  return score - swedish < (letters < RUNNING_TEXT ? MARGIN.title : MARGIN.text) ? 'sv' : CODES[best];
}

/** The languages that have all of the text's letters. */
function possible(text: string): string[] {
  const without = new Set<string>();
  const rule = (pattern: RegExp, ...codes: readonly string[]): void => {
    if (pattern.test(text)) for (const code of codes) without.add(code);
  };
  rule(/[äö]/, 'dan', 'nob', 'eng');
  rule(/å/, 'fin', 'deu', 'eng');
  rule(/[æø]/, 'swe', 'fin', 'deu', 'eng');
  rule(/ß/, 'swe', 'fin', 'dan', 'nob', 'eng');
  const left = ONLY.filter((code) => !without.has(code));
  // Names of other languages may stand in any text.
  return left.length > 0 ? left : ONLY;
}
