import type { Lot } from '@asf-match/domain';
import type { Element } from 'domhandler';
import { all, attribute, children, first, localName, text } from '../../xml/walk.ts';
import { readTime } from '../dates.ts';
import { defined } from '../defined.ts';
import { readMoney } from '../money.ts';
import { additionalCpv, mainCpv, natureOf, placesOf } from './codes.ts';
import type { LegacyContext } from './context.ts';

type Duration = NonNullable<Lot['duration']>;
type Criterion = Lot['awardCriteria'][number];

/**
 * The lots of an R2.0.9 form: each OBJECT_DESCR, the single one of an undivided contract too, since its texts are there.
 * F01 and F04 may hold several OBJECT_CONTRACT, each with its own title and code.
 */
export function lotsOf(contracts: readonly Element[], context: LegacyContext): Lot[] {
  const ids = new Set<string>();
  return contracts.flatMap((contract) =>
    all(contract, 'OBJECT_DESCR').map((lot) => {
      const number = text(first(lot, 'LOT_NO'));
      const id = freeId(number && number.length <= 40 ? number : undefined, ids);
      return lotOf(lot, id, contracts.length > 1 ? contract : undefined, context);
    }),
  );
}

/** Lot numbers are free text and may be missing or doubled; a lot's id is not. */
function freeId(number: string | undefined, taken: Set<string>): string {
  let id = number ?? String(taken.size + 1);
  for (let n = 2; taken.has(id); n++) id = `${number ?? 'lot'}-${n}`;
  taken.add(id);
  return id;
}

function lotOf(lot: Element, id: string, contract: Element | undefined, { remarks, zone }: LegacyContext): Lot {
  const value = first(lot, 'VAL_OBJECT');
  return defined({
    id,
    title: text(first(lot, 'TITLE')) ?? text(first(contract, 'TITLE')),
    description: text(first(lot, 'SHORT_DESCR')),
    cpv: mainCpv(lot) ?? mainCpv(contract),
    cpvAdditional: additionalCpv(lot),
    nature: natureOf(attribute(first(contract, 'TYPE_CONTRACT'), 'CTYPE')),
    places: placesOf(lot),
    value: readMoney(text(value), attribute(value, 'CURRENCY'), `lot ${id}, VAL_OBJECT`, remarks),
    duration: durationOf(lot, zone, `lot ${id}`, remarks),
    reservedParticipation: [],
    reservedExecution: false,
    socialObjectives: [],
    innovationObjectives: [],
    awardCriteria: criteriaOf(lot),
  });
}

const UNITS: Readonly<Record<string, Duration['unit']>> = { DAY: 'day', WEEK: 'week', MONTH: 'month', YEAR: 'year' };

function durationOf(lot: Element, zone: string, place: string, remarks: LegacyContext['remarks']): Duration | undefined {
  const stated = first(lot, 'DURATION');
  const amount = Number(text(stated));
  const unit = UNITS[attribute(stated, 'TYPE') ?? ''];
  const known = unit && amount > 0 && Number.isFinite(amount);
  const duration = defined({
    amount: known ? amount : undefined,
    unit: known ? unit : undefined,
    start: readTime({ date: text(first(lot, 'DATE_START')), zone, place: `${place}, DATE_START` }, remarks),
    end: readTime({ date: text(first(lot, 'DATE_END')), zone, place: `${place}, DATE_END` }, remarks),
  });
  return Object.keys(duration).length ? duration : undefined;
}

const TYPES: Readonly<Record<string, Criterion['type']>> = { AC_PRICE: 'price', AC_COST: 'cost', AC_QUALITY: 'quality', AC_CRITERION: 'quality' };

/** II.2.5: under AC in most forms, directly in the lot in F07; concessions only name their criteria. */
function criteriaOf(lot: Element): Criterion[] {
  return [...children(first(lot, 'AC')), ...children(lot)].flatMap((element) => {
    const type = TYPES[localName(element.name)];
    if (!type) return [];
    const name = localName(element.name) === 'AC_CRITERION' ? text(element) : text(first(element, 'AC_CRITERION'));
    return [defined({ type, name, weight: text(first(element, 'AC_WEIGHTING')) })];
  });
}
