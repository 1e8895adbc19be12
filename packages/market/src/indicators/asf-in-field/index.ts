import { type FieldId, type Indicator, isStale, type Organisation, STOCKHOLM_COUNTY } from '@asf-match/domain';
import { figureOfRegister } from '../figure.ts';
import type { IndicatorInput } from '../input.ts';

/** How many open organisations of the register work in a field. */
export interface FieldCount {
  readonly inCity: number;
  readonly inCounty: number;
  readonly inCountry: number;
  /** Of those in the country, seen more than twelve months ago. */
  readonly old: number;
  /** Rows that are kept but closed. */
  readonly closed: number;
}

/** Which fields an organisation works in: those entered in the register and those read out of its words. */
export type FieldsOf = (organisation: Organisation) => ReadonlySet<FieldId>;

/**
 * Counts rows of the register, not capacity: one row is one organisation, whatever its size. Place is the
 * organisation's own municipality.
 */
export function countInField(field: FieldId, organisations: readonly Organisation[], fieldsOf: FieldsOf, today: string): FieldCount {
  const inField = organisations.filter((o) => fieldsOf(o).has(field));
  const open = inField.filter((o) => o.status !== 'closed');
  return {
    inCity: open.filter((o) => o.municipalities.some((name) => name === 'Stockholm')).length,
    inCounty: open.filter((o) => o.nuts.includes(STOCKHOLM_COUNTY)).length,
    inCountry: open.length,
    old: open.filter((o) => isStale(o.seen, today)).length,
    closed: inField.length - open.length,
  };
}

/** For each field of the need: open rows in the city, in the county and in the whole register. Source: the register itself. */
export function asfInField({ fields, organisations, fieldsOf, taxonomy, today }: IndicatorInput): Indicator[] {
  return fields.flatMap((field) => {
    const count = countInField(field, organisations, fieldsOf, today);
    const label = taxonomy.byId.get(field)?.labelSv ?? field;
    const common = {
      ...figureOfRegister('asf-in-field', today),
      n: count.inCountry,
      method: `Antal öppna rader i registret vars fält är ${label}.`,
      notes: count.old > 0 ? [`${label}: ${count.old} av ${count.inCountry} uppgifter är äldre än tolv månader.`] : [],
    };
    return [
      { ...common, label: `${label}: i Stockholms stad`, value: count.inCity },
      { ...common, label: `${label}: i Stockholms län`, value: count.inCounty },
      { ...common, label: `${label}: i hela registret`, value: count.inCountry },
    ];
  });
}
