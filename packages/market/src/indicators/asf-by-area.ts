import { type FieldId, type Indicator, type Organisation, STOCKHOLM_COUNTY } from '@asf-match/domain';
import type { FieldsOf } from './asf-in-field.ts';

/** Open organisations in any of the fields by municipality of Stockholm county, most first. One with several municipalities counts in each. */
export function asfByArea(fields: readonly FieldId[], organisations: readonly Organisation[], fieldsOf: FieldsOf, today: string): Indicator[] {
  const counts = new Map<string, number>();
  const inFields = organisations.filter((o) => o.status !== 'closed' && o.nuts.includes(STOCKHOLM_COUNTY) && fields.some((f) => fieldsOf(o).has(f)));
  for (const { municipalities } of inFields) for (const name of new Set(municipalities)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || a.localeCompare(b, 'sv'))
    .map(([label, value]) => ({
      ...{ id: 'asf-by-area', label, value, unit: 'ASF', n: inFields.length, source: 'ASF-registret', date: today },
      method: 'Antal öppna rader i registret i något av behovets fält, efter den kommun som källan anger.',
    }));
}
