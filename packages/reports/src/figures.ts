import { type Indicator, type IndicatorCell, moneyInSwedish } from '@asf-match/domain';
import { dayInSwedish } from './text.ts';

/** Figures as a table that page and document show alike. */
export interface FigureTable {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly { readonly head: string; readonly number: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** Method, uncertainties, source, period and date. */
  readonly foot: readonly string[];
}

const number = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('sv-SE', { style: 'percent', maximumFractionDigits: 0 });
/** Headings for indicators of several figures. */
const CAPTIONS: Readonly<Record<string, string>> = {
  'asf-in-field': 'ASF som arbetar i behovets fält',
  'asf-by-area': 'ASF i behovets fält efter kommun',
  'tenders-per-lot': 'Anbud på liknande inköp',
  'winners-by-size': 'Vinnarnas storlek i liknande inköp',
  'winners-by-form': 'Vinnarnas juridiska form i liknande inköp',
  'social-criteria': 'Sociala krav i liknande inköp',
  'reserved-purchases': 'Reserverade inköp av samma slag',
};
export const MISSING = 'uppgift saknas';

/** Single numbers and shares of one indicator stand in one table; every table and every list of cases in its own. */
export function figureTables(indicators: readonly Indicator[]): FigureTable[] {
  const groups: Indicator[][] = [];
  for (const indicator of indicators) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    if (last && first && first.id === indicator.id && isFigure(first) && isFigure(indicator)) last.push(indicator);
    else groups.push([indicator]);
  }
  return groups.map((group) => {
    const [first] = group as [Indicator];
    return isFigure(first) ? figuresOf(group) : rowsOf(first as Indicator & { kind: 'table' | 'cases' });
  });
}

const isFigure = ({ kind }: Indicator): boolean => kind === 'value' || kind === 'share';

function figuresOf(group: readonly Indicator[]): FigureTable {
  const [first] = group as [Indicator];
  return {
    id: first.id,
    caption: CAPTIONS[first.id] ?? (group.length === 1 ? first.label : 'Antal och andelar'),
    columns: [
      { head: 'Vad', number: false },
      { head: 'Värde', number: true },
      { head: 'Antal räknade', number: true },
    ],
    rows: group.map((i) => [i.label, figureIn(i), String(i.n)]),
    foot: footOf(group),
  };
}

function figureIn(indicator: Indicator): string {
  if (indicator.kind === 'share') return `${percent.format(indicator.part / indicator.n)} (${indicator.part} av ${indicator.n})`;
  if (indicator.kind !== 'value') return '';
  const written = (value: number): string =>
    indicator.unit === 'SEK' ? moneyInSwedish({ amount: value, currency: 'SEK' }) : `${number.format(value)} ${indicator.unit}`;
  const { spread } = indicator;
  return spread ? `${written(indicator.value)} (hälften mellan ${number.format(spread.lower)} och ${number.format(spread.upper)})` : written(indicator.value);
}

function rowsOf(indicator: Indicator & { kind: 'table' | 'cases' }): FigureTable {
  return {
    id: indicator.id,
    caption: indicator.kind === 'cases' ? `${indicator.label} (enskilda fall, ingen andel)` : indicator.label,
    columns: indicator.columns.map((c) => ({ head: c.label, number: c.unit !== 'text' && c.unit !== 'date' })),
    rows: indicator.rows.map((row) => row.map((cell, i) => cellOf(cell, indicator.columns[i]?.unit ?? 'text'))),
    foot: footOf([indicator]),
  };
}

function cellOf(cell: IndicatorCell, unit: string): string {
  if (cell === null || cell === '') return MISSING;
  if (typeof cell === 'string') return unit === 'date' ? dayInSwedish(cell) : cell;
  if (unit === 'SEK') return moneyInSwedish({ amount: cell, currency: 'SEK' });
  return unit === 'percent' ? `${number.format(cell)} %` : number.format(cell);
}

function footOf(group: readonly Indicator[]): string[] {
  const [first] = group as [Indicator];
  const { period, source, date } = first;
  const span = period.from === period.to ? dayInSwedish(period.from) : `${dayInSwedish(period.from)}–${dayInSwedish(period.to)}`;
  const methods = [...new Set(group.map((i) => i.method))];
  const notes = [...new Set(group.flatMap((i) => i.notes))];
  return [...methods, ...notes, `Källa: ${source.replace(/\.$/, '')}. Avser ${span}. Läst ${dayInSwedish(date)}.`];
}
