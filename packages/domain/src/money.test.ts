import { expect, it } from 'vitest';
import { moneyInSwedish, moneySchema } from './money.ts';

it('writes money with non-breaking spaces', () => {
  expect(moneyInSwedish({ amount: 1_250_000, currency: 'SEK' })).toBe('1\u00a0250\u00a0000\u00a0kr');
  expect(moneyInSwedish({ amount: 750_000, currency: 'EUR' })).toBe('750\u00a0000\u00a0EUR');
});

it('refuses what is no amount', () => {
  for (const bad of [
    { amount: -1, currency: 'SEK' },
    { amount: Number.NaN, currency: 'SEK' },
    { amount: Number.POSITIVE_INFINITY, currency: 'SEK' },
    { amount: 1, currency: 'kr' },
  ]) {
    expect(moneySchema.safeParse(bad).success).toBe(false);
  }
});
