import { type Indicator, STOCKHOLM_COUNTY } from '@asf-match/domain';
import { figureOfRegister } from '../figure.ts';
import type { IndicatorInput } from '../input.ts';

/** Open organisations in any of the fields by municipality of Stockholm county, most first. One with several municipalities counts in each. */
export function asfByArea({ fields, organisations, fieldsOf, today }: IndicatorInput): Indicator[] {
  const counts = new Map<string, number>();
  const inFields = organisations.filter((o) => o.status !== 'closed' && o.nuts.includes(STOCKHOLM_COUNTY) && fields.some((f) => fieldsOf(o).has(f)));
  for (const { municipalities } of inFields) for (const name of new Set(municipalities)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || a.localeCompare(b, 'sv'))
    .map(([label, value]) => ({
      ...figureOfRegister('asf-by-area', today),
      ...{ label, value, n: inFields.length, notes: [] },
      method: 'Antal öppna rader i registret med verksamhet i Stockholms län och i något av behovets fält, efter den kommun som källan anger.',
    }));
}
