import type { Indicator } from '@asf-match/domain';
import { certaintyOf, POSSIBLE } from '../../certainty.ts';
import { countInField } from '../asf-in-field/index.ts';
import { figureOfRegister } from '../figure.ts';
import type { IndicatorInput } from '../input.ts';

const CERTAINTY = { clear: 'tydligt', likely: 'troligt', possible: 'möjligt' } as const;

/** For each part (field) that the need's text and codes point at: how clearly, and how many ASF work in it. */
export function coverage({ classifications, organisations, fieldsOf, taxonomy, today }: IndicatorInput): Indicator[] {
  const parts = classifications.filter((c) => c.probability >= POSSIBLE);
  if (parts.length === 0) return [];
  const { unit: _, kind: __, ...figure } = figureOfRegister('coverage', today);
  const rows = parts.map(({ field, probability }) => {
    const { inCity, inCounty, inCountry } = countInField(field, organisations, fieldsOf, today);
    return [taxonomy.byId.get(field)?.labelSv ?? field, CERTAINTY[certaintyOf(probability)], inCity, inCounty, inCountry];
  });
  const empty = rows.filter((row) => row[3] === 0).map((row) => `Ingen ASF i länet är känd för delen ${row[0]}.`);
  return [
    {
      kind: 'table',
      ...figure,
      label: 'Hur behovets delar täcks',
      n: parts.length,
      method: 'Behovets text och koder läses som fält. För varje fält räknas öppna rader i registret.',
      notes: empty,
      columns: [
        { label: 'Del av behovet', unit: 'text' },
        { label: 'Hur säkert', unit: 'text' },
        { label: 'ASF i Stockholms stad', unit: 'count' },
        { label: 'I länet', unit: 'count' },
        { label: 'I registret', unit: 'count' },
      ],
      rows,
    },
  ];
}
