import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountsIn } from './amounts.ts';

const shown = (text: string): string[] =>
  amountsIn(text).map(({ low, high }) => (low.amount === high.amount ? `${low.amount} ${low.currency}` : `${low.amount}–${high.amount} ${low.currency}`));

const WRITTEN: readonly (readonly [text: string, expected: readonly string[]])[] = [
  ['1 250 000 kronor', ['1250000 SEK']],
  ['1 250 000 kr', ['1250000 SEK']],
  ['1.250.000 kr', ['1250000 SEK']],
  ['500 000:-', ['500000 SEK']],
  ['500 tkr', ['500000 SEK']],
  ['3 000 tkr', ['3000000 SEK']],
  ['10 Mkr', ['10000000 SEK']],
  ['10 MSEK', ['10000000 SEK']],
  ['10 mnkr', ['10000000 SEK']],
  ['1,5 miljoner kronor', ['1500000 SEK']],
  ['1,5 miljon kr', ['1500000 SEK']],
  ['en miljard är mycket, 1,2 miljarder kronor också', ['1200000000 SEK']],
  ['300 tusen kronor', ['300000 SEK']],
  ['SEK 15 million', ['15000000 SEK']],
  ['SEK 500,000', ['500000 SEK']],
  ['EUR 10 million', ['10000000 EUR']],
  ['EUR 1.5 million', ['1500000 EUR']],
  ['€60,000', ['60000 EUR']],
  ['€ 2.5M', ['2500000 EUR']],
  ['2 million euros', ['2000000 EUR']],
  ['60 000 euro', ['60000 EUR']],
  ['300 000–900 000 kr', ['300000–900000 SEK']],
  ['1–7 miljoner kronor', ['1000000–7000000 SEK']],
  ['2-4 Mkr', ['2000000–4000000 SEK']],
  ['mellan 300 000 och 1,5 miljoner kronor', ['300000–1500000 SEK']],
  ['mellan 1 och 3 miljoner kronor', ['1000000–3000000 SEK']],
  ['SEK 500 000 and SEK 2 000 000', ['500000–2000000 SEK']],
  ['from EUR 75 000 to EUR 250 000', ['75000–250000 EUR']],
  ['EUR 75 000 – 250 000', ['75000–250000 EUR']],
  ['500 000 kronor till 2 miljoner kronor', ['500000–2000000 SEK']],
  ['5 miljoner kronor och 20 procent', ['5000000 SEK']],
  ['lägst 4 och högst 15 miljoner kronor', ['4000000–15000000 SEK']],
  ['20 miljoner kronor och högst 2 miljoner kronor', ['20000000 SEK', '2000000 SEK']],
  ['2 miljoner kronor i 3 år', ['2000000 SEK']],
  ['20 deltagare, 46 procent, 24 månader, den 15 september 2026', []],
  ['2026-01503, §37, 08-123 12 12', []],
  ['3 parter och 2 kommuner', []],
];

describe('amounts', () => {
  it.each(WRITTEN.map(([text, expected]) => ({ text, expected })))('$text', ({ text, expected }) => expect(shown(text)).toEqual(expected));

  it('read back as they are written', () => {
    const spaced = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ' ');
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999 }), (n) => {
        for (const text of [`${spaced(n)} kronor`, `SEK ${spaced(n).replaceAll(' ', ',')}`, `${n} kr`, `${spaced(n).replaceAll(' ', '\u00a0')}\u00a0kr`]) {
          expect(shown(`högst ${text} per projekt`)).toEqual([`${n} SEK`]);
        }
      }),
    );
  });
});
