import type { Stated } from '@asf-match/domain';
import { stated } from './stated.ts';
import type { Statement } from './statements.ts';

const WORDS: Readonly<Record<string, number>> = {
  ...{ ett: 1, två: 2, tre: 3, fyra: 4, fem: 5, sex: 6, tolv: 12, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, twelve: 12 },
};
const LENGTH = new RegExp(`(?<n>\\d{1,2}|${Object.keys(WORDS).join('|')})\\s*(?<unit>månader|månad|months?|år|years?)(?!\\p{L})`, 'giu');
const ABOUT = /(?<!\p{L})(?:projekt\p{L}*|pågå\p{L}*|löptid\p{L}*|project|projects|duration|last|run|grant period)(?!\p{L})/iu;

/** The longest time that the text gives a project, in months. */
export function readProjectMonths(text: string, statements: readonly Statement[]): Stated<number> | undefined {
  for (const statement of statements) {
    if (
      !ABOUT.test(`${statement.heading} ${statement.text}`) ||
      /(?<!\p{L})(?:handläggning|besked|beslut|gånger|times|decision|per år|per year|varje år|bokslut|erfarenhet)(?!\p{L})/iu.test(statement.text)
    )
      continue;
    const months = [...statement.text.matchAll(LENGTH)].map(({ groups }) => {
      const n = (groups?.n ?? '').toLowerCase();
      return (WORDS[n] ?? Number(n)) * (/^(?:år|year)/i.test(groups?.unit ?? '') ? 12 : 1);
    });
    if (months.length > 0) return stated(text, Math.max(...months), [statement]);
  }
  return undefined;
}
