import type { Indicator } from '@asf-match/domain';
import { type Bars, barChart } from '../chart/bar-chart.ts';
import type { Html } from '../page.ts';

const MOST_BARS = 12;

/** Tenders per lot, winners by size, ASF by field and by area, where there is more than one bar to compare. */
export async function chartsOf(indicators: readonly Indicator[]): Promise<Html[]> {
  const wanted = [
    counted(indicators, 'tenders-per-lot', 'anbudsområden'),
    counted(indicators, 'winners-by-size', 'vinnande anbud'),
    byField(indicators),
    byArea(indicators),
  ];
  return Promise.all(wanted.filter((b) => b !== undefined && b.bars.length > 1 && b.bars.some((bar) => bar.value > 0)).map((b) => barChart(b as Bars)));
}

/** The first text and the first count of each row of a table. */
function counted(indicators: readonly Indicator[], id: string, unit: string): Bars | undefined {
  const found = indicators.find((i) => i.id === id && i.kind === 'table');
  if (found?.kind !== 'table') return undefined;
  const text = found.columns.findIndex((c) => c.unit === 'text');
  const count = found.columns.findIndex((c) => c.unit === 'count');
  const bars = found.rows.flatMap((row) => (typeof row[text] === 'string' && typeof row[count] === 'number' ? [{ label: row[text], value: row[count] }] : []));
  return { title: found.label, unit, bars: bars.slice(0, MOST_BARS) };
}

const IN_COUNTY = /^(.*): i Stockholms län$/;

function byField(indicators: readonly Indicator[]): Bars {
  const bars = indicators.flatMap((i) => {
    const label = i.id === 'asf-in-field' && i.kind === 'value' ? IN_COUNTY.exec(i.label)?.[1] : undefined;
    return label && i.kind === 'value' ? [{ label, value: i.value }] : [];
  });
  return { title: 'ASF i Stockholms län efter fält', unit: 'rader i registret', bars: bars.slice(0, MOST_BARS) };
}

function byArea(indicators: readonly Indicator[]): Bars | undefined {
  const table = counted(indicators, 'asf-by-area', 'rader i registret');
  if (table) return table;
  const bars = indicators.flatMap((i) => (i.id === 'asf-by-area' && i.kind === 'value' ? [{ label: i.label, value: i.value }] : []));
  return { title: 'ASF i behovets fält efter kommun', unit: 'rader i registret', bars: bars.slice(0, MOST_BARS) };
}
