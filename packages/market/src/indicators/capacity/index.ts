import type { Indicator, Money, Organisation } from '@asf-match/domain';
import { shareOrCases } from '../figure.ts';
import type { IndicatorInput } from '../input.ts';

/**
 * The need's value against what ASF in the field themselves say they can take on in a year: how many could carry the
 * whole, and how large the purchase would be beside each one's own figure. Nobody's capacity is estimated.
 */
export function capacity({ need, fields, organisations, fieldsOf, today }: IndicatorInput): Indicator[] {
  const { value } = need;
  const inField = organisations.filter((o) => o.status !== 'closed' && fields.some((f) => fieldsOf(o).has(f)));
  if (!value || inField.length === 0) return [];
  const known = inField
    .flatMap((o) => (o.capacity && o.capacity.currency === value.currency ? [{ ...o, capacity: o.capacity }] : []))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  return [
    shareOrCases(
      {
        ...{
          id: 'capacity',
          label: 'ASF i fältet som uppger kapacitet för hela behovet',
          source: 'ASF-registret, egna uppgifter',
          date: today,
          period: { from: today, to: today },
        },
        n: known.length,
        method: 'Behovets värde jämförs med det största uppdrag på ett år som varje ASF själv har angett. Behovets värde kan gälla flera år.',
        notes: known.length < inField.length ? [`${inField.length - known.length} av ${inField.length} ASF i fältet har inte angett någon kapacitet.`] : [],
      },
      known.filter((o) => o.capacity.amount >= value.amount).length,
      () => ({
        columns: [
          { label: 'ASF, i bokstavsordning', unit: 'text' },
          { label: 'Egen uppgift om kapacitet', unit: 'SEK' },
          { label: 'Behovet i procent av kapaciteten', unit: 'percent' },
        ],
        rows: known.map((o) => [o.name, o.capacity.amount, percent(value, o)]),
      }),
    ),
  ];
}

const percent = (value: Money, { capacity: own }: Organisation & { capacity: Money }): number | null =>
  own.amount > 0 ? Math.round((100 * value.amount) / own.amount) : null;
