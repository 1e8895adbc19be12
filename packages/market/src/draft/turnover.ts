import { type Money, moneyInSwedish } from '@asf-match/domain';
import { amountsIn } from './amounts.ts';
import type { Unit } from './units.ts';

const TURNOVER = /omsätt/iu;
const VALUE =
  /(?<!\p{L})(?:(?:uppskatta[td]e?|beräkna[td]e?|totala?t?|samman?lagda) )*(?:upphandlings|kontrakts|avtals|uppdrags)?(?:värdet?|kontraktssumman?|avtalssumman?)(?: (?:på|av|för) \p{L}+)? .{0,60}/iu;

/** The value of the purchase that a draft states itself, in kronor; the largest one, so that nothing is called too much that may not be. */
export function statedValue(units: readonly Unit[]): Money | undefined {
  const amounts = units.flatMap(({ text }) => (TURNOVER.test(text) ? [] : amountsIn(VALUE.exec(text)?.[0] ?? '')));
  return amounts.length > 0 ? { amount: Math.max(...amounts), currency: 'SEK' } : undefined;
}

/** A demand for turnover against the value of the purchase (LOU 14 kap. 4 §: at most twice, unless there are special reasons that are stated). */
export function turnoverAgainst(sentence: string, value: Money | undefined): { readonly exceeds: boolean; readonly detail: string } | undefined {
  const amounts = amountsIn(sentence);
  if (amounts.length === 0) return undefined;
  const demanded: Money = { amount: Math.max(...amounts), currency: 'SEK' };
  const asked = moneyInSwedish(demanded);
  if (value?.currency !== 'SEK') {
    return { exceeds: false, detail: `Kravet är ${asked}. Upphandlingens värde är inte känt, så det går inte att jämföra med gränsen två gånger värdet.` };
  }
  const exceeds = demanded.amount > 2 * value.amount;
  const times = (demanded.amount / value.amount).toLocaleString('sv-SE', { maximumFractionDigits: 1 });
  return {
    exceeds,
    detail: exceeds
      ? `Kravet är ${asked}, ${times} gånger upphandlingens värde ${moneyInSwedish(value)}. Lagen tillåter högst två gånger värdet om det inte finns särskilda skäl, och de ska anges. Kontrollera med jurist.`
      : `Kravet är ${asked}, ${times} gånger upphandlingens värde ${moneyInSwedish(value)}. Det är inom gränsen två gånger värdet, men kan ändå stänga ute små aktörer.`,
  };
}
