import type { Money } from '@asf-match/domain';

/** An amount, or a span of two, as a text writes it. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly low: Money;
  /** The upper end of a span; the same as `low` otherwise. */
  readonly high: Money;
}

const NUMBER = "(?:\\d{1,3}(?:[ \\u00a0\\u202f.,’']\\d{3})+(?!\\d)|\\d+(?:[.,]\\d{1,3})?)";
const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['miljard(?:er)?|mdkr|billion|bn', 1_000_000_000],
  ['miljoner|miljon|milj\\.?|mnkr|mkr|msek|meur|million|mln|mio|mn|m', 1_000_000],
  ['tusen|tkr|ksek|keur|thousand|k', 1_000],
];
const MULTIPLIER = `(?:${MULTIPLIERS.map(([p]) => p).join('|')})`;
const CURRENCIES: readonly (readonly [string, string])[] = [
  ['kronor|kr|sek|:-|swedish kron(?:or|a)|kronas?', 'SEK'],
  ['euros?|eur|€', 'EUR'],
  ['nok|norska kronor', 'NOK'],
  ['dkk|danska kronor', 'DKK'],
  ['gbp|£|pounds', 'GBP'],
  ['usd|\\$|dollars?', 'USD'],
];
const CURRENCY = `(?:${CURRENCIES.map(([p]) => p).join('|')})`;
const BEFORE = `(?<before>SEK|EUR|NOK|DKK|USD|GBP|£|€|\\$|kr\\.?)\\s*`;
const JOIN = '\\s*(?:[–—-]|till|(?:och|and)(?<limit>\\s+(?:högst|max(?:imalt)?|som mest|at most|no more than|up to|a maximum of))?|to)\\s*';
const WHOLE = (n: string) => `(?<number${n}>${NUMBER})\\s*(?:(?<multiplier${n}>${MULTIPLIER})(?![\\p{L}]))?\\s*(?:(?<currency${n}>${CURRENCY})(?!\\p{L}))?`;
const AMOUNT = `(?<![\\p{L}\\d.,/-])(?:${BEFORE})?${WHOLE('1')}(?:${JOIN}(?:${BEFORE.replace('before', 'before2')})?${WHOLE('2')})?`;
/** Units that hold their currency. */
const KRONOR = /^(?:mkr|mnkr|msek|tkr|ksek|mdkr)$/iu;
const EUROS = /^(?:meur|keur)$/iu;

/**
 * The amounts of money in a text. A number counts only with a currency, or a unit that holds one (tkr, Mkr); in a span the
 * first number takes over what stands with the second: "1–7 miljoner kronor", "mellan 300 000 och 1,5 miljoner kronor".
 */
export function amountsIn(text: string): Amount[] {
  const found: Amount[] = [];
  const pattern = new RegExp(AMOUNT, 'giu');
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const amount = amountOf(match);
    // What is no span may be two amounts: the second is read for itself.
    pattern.lastIndex = match.index + (amount?.length ?? lengthOfFirst(match));
    if (amount) found.push({ start: match.index, end: match.index + amount.length, low: amount.low, high: amount.high });
  }
  return found;
}

function amountOf(match: RegExpExecArray): (Pick<Amount, 'low' | 'high'> & { readonly length: number }) | undefined {
  const g = match.groups ?? {};
  const number = g.number1 as string;
  const own = currencyOf(g.currency1, g.before, g.multiplier1);
  const second = g.number2 ? { number: g.number2, multiplier: g.multiplier2, currency: currencyOf(g.currency2, g.before2, g.multiplier2) } : undefined;
  // "4 och högst 15 miljoner kronor" is a span; "20 miljoner kronor och högst 2 miljoner kronor" is not, nor is "3 miljoner kronor och 20 procent".
  const goesOn = second && (second.currency ?? second.multiplier ?? (g.before && worth(second.number, undefined) >= 1000));
  const span = goesOn && !(g.limit && own) ? second : undefined;
  const currency = own ?? span?.currency;
  if (!currency) return undefined;
  const takesOver = span && !own && worth(number, undefined) < 1000;
  const first = worth(number, g.multiplier1 ?? (takesOver ? span.multiplier : undefined));
  const last = span ? worth(span.number, span.multiplier) : first;
  return {
    low: { amount: Math.min(first, last), currency },
    high: { amount: Math.max(first, last), currency },
    length: span ? match[0].length : lengthOfFirst(match),
  };
}

/** How much of a match its first number takes, with its unit. */
const FIRST = new RegExp(`^(?:${BEFORE})?${WHOLE('1')}`, 'iu');
const lengthOfFirst = (match: RegExpExecArray): number => FIRST.exec(match[0])?.[0].trimEnd().length ?? match[0].length;

function currencyOf(after: string | undefined, before: string | undefined, multiplier: string | undefined): string | undefined {
  const word = after ?? before?.replace('.', '');
  if (word) return CURRENCIES.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(word))?.[1];
  if (multiplier && KRONOR.test(multiplier)) return 'SEK';
  return multiplier && EUROS.test(multiplier) ? 'EUR' : undefined;
}

/** "1 250 000", "1.250.000", "1,250,000" are whole; "1,5" and "1.5" are one and a half. */
function worth(number: string, multiplier: string | undefined): number {
  const grouped =
    /^\d{1,3}(?:[ \u00a0\u202f.,’']\d{3})+$/u.test(number) &&
    !(multiplier && /[.,]\d{3}$/.test(number) && !/[ \u00a0\u202f]/.test(number) && number.length <= 5);
  const plain = grouped ? Number(number.replace(/\D/g, '')) : Number(number.replace(',', '.'));
  const times = multiplier ? (MULTIPLIERS.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(multiplier))?.[1] ?? 1) : 1;
  return Math.round(plain * times * 100) / 100;
}
