import { type Indicator, LEAST_FOR_RATE } from '@asf-match/domain';
import { figureOfPast } from '../figure.ts';
import type { IndicatorInput } from '../input.ts';

/**
 * How many similar purchases are said to take social criteria into account (LOU 4 kap. 3 §). The source marks only those that do;
 * an empty cell is not a no, so the share is the least it may be.
 */
export function socialCriteria({ past }: IndicatorInput): Indicator[] {
  if (!past || past.similar.length === 0) return [];
  const purchases = past.similar.map((s) => s.history.purchase);
  const part = purchases.filter((p) => p.social).length;
  const unknown = purchases.filter((p) => p.social === undefined).length;
  const figure = {
    ...figureOfPast('social-criteria', past),
    label: 'Inköp som anger sociala kriterier',
    n: purchases.length,
    method: 'De liknande inköp räknas där köparen har angett att upphandlingen är socialt hållbar.',
    notes: unknown > 0 ? [`För ${unknown} av ${purchases.length} finns ingen uppgift. Det är inte ett nej, så de kan vara fler.`] : [],
  };
  if (purchases.length >= LEAST_FOR_RATE) return [{ kind: 'share', ...figure, part }];
  return [
    {
      kind: 'cases',
      ...figure,
      columns: [
        { label: 'Inköp', unit: 'text' },
        { label: 'Köpare', unit: 'text' },
        { label: 'Sociala kriterier', unit: 'text' },
      ],
      rows: purchases.map((p) => [p.title, p.buyer, p.social === undefined ? null : p.social ? 'ja' : 'nej']),
    },
  ];
}
