import type { Money } from '@asf-match/domain';
import type { Remarks } from './remarks.ts';

/**
 * An amount as TED writes it ("1250000.00"). Buyers who will not say type 0 or 1: that is no value, and is remarked on.
 */
export function readMoney(amount: string | undefined, currency: string | undefined, place: string, remarks: Remarks): Money | undefined {
  if (!amount) return undefined;
  const number = Number(amount.replace(/\s/g, '').replace(',', '.'));
  if (!Number.isFinite(number) || number < 0 || !currency || !/^[A-Z]{3}$/.test(currency)) {
    remarks.add('ted.value', place, `${amount} ${currency ?? ''} is no amount.`);
    return undefined;
  }
  if (number <= 1) {
    remarks.add('ted.value-placeholder', place, `The value ${amount} ${currency} stands for one that is not stated.`);
    return undefined;
  }
  return { amount: number, currency };
}

/** The sum, when there is one currency; undefined otherwise. */
export function sumOfMoney(amounts: readonly (Money | undefined)[]): Money | undefined {
  const known = amounts.filter((m) => m !== undefined);
  const currency = known[0]?.currency;
  if (!currency || known.length < amounts.length || known.some((m) => m.currency !== currency)) return undefined;
  return { amount: Math.round(known.reduce((sum, m) => sum + m.amount, 0) * 100) / 100, currency };
}
