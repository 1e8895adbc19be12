import { type Indicator, LEAST_FOR_RATE } from '@asf-match/domain';
import { figureOfPast, missing } from '../figure.ts';
import type { IndicatorInput } from '../input.ts';

const MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];

/** In which month similar purchases were advertised; left out below five, which say nothing about seasons. */
export function purchasesByMonth({ past }: IndicatorInput): Indicator[] {
  if (!past) return [];
  const dates = past.similar.flatMap((s) => s.history.purchase.published ?? []);
  if (dates.length < LEAST_FOR_RATE) return [];
  const years = new Set(dates.map((d) => d.slice(0, 4))).size;
  return [
    {
      kind: 'table',
      ...figureOfPast('purchases-by-month', past),
      label: 'När på året liknande inköp annonserades',
      n: dates.length,
      method: 'Liknande inköp efter den månad då de annonserades.',
      notes: [
        ...missing('annonsdag', past.similar.length - dates.length, past.similar.length, 'liknande inköp'),
        ...(years < 2 ? ['Siffrorna är från ett enda år. Andra år kan se annorlunda ut.'] : []),
      ],
      columns: [
        { label: 'Månad', unit: 'text' },
        { label: 'Inköp', unit: 'count' },
      ],
      rows: MONTHS.map((month, index) => [month, dates.filter((d) => Number(d.slice(5, 7)) === index + 1).length]),
    },
  ];
}
