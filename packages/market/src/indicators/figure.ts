import { type Indicator, LEAST_FOR_RATE } from '@asf-match/domain';
import type { PastPurchases } from '../past/similar-purchase.ts';

type Figure = Pick<Indicator, 'id' | 'label' | 'n' | 'period' | 'method' | 'source' | 'date' | 'notes'>;
type Cases = Pick<Indicator & { kind: 'cases' }, 'columns' | 'rows'>;

/** What all counts of the register have in common. */
export const figureOfRegister = (id: string, today: string) => ({
  ...{ id, kind: 'value' as const, unit: 'ASF', source: 'ASF-registret', date: today, period: { from: today, to: today } },
});

/** What all figures of past purchases have in common: what was searched, and when it was read. */
export const figureOfPast = (id: string, { period, source, date }: PastPurchases) => ({ id, period, source, date });

/** A share of n cases, or the cases themselves when they are too few. */
export const shareOrCases = (figure: Figure, part: number, cases: () => Cases): Indicator =>
  figure.n >= LEAST_FOR_RATE ? { kind: 'share', ...figure, part } : { kind: 'cases', ...figure, ...cases() };

/** "Uppgift om vem som vann saknas för 3 av 20 inköp.", or nothing when nothing is missing. */
export const missing = (about: string, count: number, of: number, what: string): string[] =>
  count > 0 ? [`Uppgift om ${about} saknas för ${count} av ${of} ${what}.`] : [];
