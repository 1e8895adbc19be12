import { z } from 'zod';

/** An amount in whole units of its ISO 4217 currency (decimals are cents or öre), always without VAT unless said otherwise. */
export const moneySchema = z.object({
  amount: z.number().finite().nonnegative(),
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type Money = Readonly<z.infer<typeof moneySchema>>;

const whole = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0 });

/** A whole number as Swedish readers write it: "16 002". Spaces are non-breaking. */
export const countInSwedish = (count: number): string => whole.format(count);

/** Money as Swedish readers write it: "1 250 000 kr", other currencies by code: "750 000 EUR". Spaces are non-breaking. */
export function moneyInSwedish({ amount, currency }: Money): string {
  return `${whole.format(amount)}\u00a0${currency === 'SEK' ? 'kr' : currency}`;
}
