import { type Indicator, LEAST_FOR_RATE } from '@asf-match/domain';
import { figureOfPast, missing, shareOrCases } from '../figure.ts';
import type { IndicatorInput } from '../input.ts';
import { spreadOf } from '../spread.ts';

const GROUPS: readonly (readonly [string, number, number])[] = [
  ['inget anbud', 0, 0],
  ['1 anbud', 1, 1],
  ['2 anbud', 2, 2],
  ['3 anbud', 3, 3],
  ['4 anbud', 4, 4],
  ['5–9 anbud', 5, 9],
  ['10 anbud eller fler', 10, Number.POSITIVE_INFINITY],
];

/**
 * How many tenders came for each lot (anbudsområde) of similar purchases: median with quartiles, distribution, and the share with
 * one or none. The statistics count lots that led to a contract, so those without any tender are hardly in them.
 */
export function tendersPerLot({ past }: IndicatorInput): Indicator[] {
  if (!past || past.similar.length === 0) return [];
  const lots = past.similar.flatMap(({ history }) => history.lots.map(({ tenders, lot }) => ({ tenders, lot, purchase: history.purchase })));
  const silent = past.similar.filter(({ history }) => history.lots.length === 0).length;
  const figure = {
    ...figureOfPast('tenders-per-lot', past),
    n: lots.length,
    notes: [
      ...missing('antal anbud', silent, past.similar.length, 'liknande inköp'),
      ...(lots.length > 0 ? ['Områden som ingen lämnade anbud på finns sällan med i statistiken.'] : []),
    ],
  };
  const cases = () => ({
    columns: [
      { label: 'Inköp', unit: 'text' as const },
      { label: 'Köpare', unit: 'text' as const },
      { label: 'Anbud', unit: 'count' as const },
    ],
    rows: lots.map(({ purchase, tenders }) => [purchase.title, purchase.buyer, tenders]),
  });
  const few = lots.filter((l) => l.tenders <= 1).length;
  const method = 'Antal anbud på varje anbudsområde i de liknande inköpen.';
  if (lots.length < LEAST_FOR_RATE) return [{ kind: 'cases', ...figure, label: 'Anbud på varje anbudsområde', method, ...cases() }];
  const { median, ...spread } = spreadOf(lots.map((l) => l.tenders));
  return [
    {
      kind: 'value',
      ...figure,
      label: 'Anbud på ett anbudsområde, median',
      value: median,
      unit: 'anbud',
      spread,
      method: `${method} Medianen och kvartilerna visas.`,
    },
    shareOrCases(
      { ...figure, label: 'Anbudsområden med högst ett anbud', method: 'Andel anbudsområden i de liknande inköpen som fick ett anbud eller inget.' },
      few,
      cases,
    ),
    {
      kind: 'table',
      ...figure,
      ...{ label: 'Anbudsområden efter antal anbud', method },
      columns: [
        { label: 'Antal anbud', unit: 'text' },
        { label: 'Anbudsområden', unit: 'count' },
      ],
      rows: GROUPS.map(([label, least, most]) => [label, lots.filter((l) => l.tenders >= least && l.tenders <= most).length]),
    },
  ];
}
