import type { Lot, LotResult, Notice, Party } from '@asf-match/domain';
import { readCpvCode } from '@asf-match/domain';
import type { Element } from 'domhandler';
import { attribute, children, descendants, first, text } from '../../xml/walk.ts';
import { defined, unique } from '../defined.ts';
import { readMoney } from '../money.ts';
import { natureOf, placesOf } from './codes.ts';
import type { LegacyContext } from './context.ts';
import { partyOf } from './parties.ts';

type Purpose = Pick<
  Notice,
  'title' | 'description' | 'cpv' | 'cpvAdditional' | 'nature' | 'places' | 'value' | 'lots' | 'results' | 'buyers' | 'awardCriteria'
>;

/** R2.0.8 (2011–2016, and the defence forms until eForms) nests each fact under names of its own form, so they are found wherever they stand. */
export const isOldLayout = (form: Element): boolean => descendants(form, 'TITLE_CONTRACT', 'SHORT_CONTRACT_DESCRIPTION').length > 0;

/** What an old form says about the purchase. `title` is empty when it has none. */
export function readOldLayout(form: Element, context: LegacyContext): Purpose {
  const lots = descendants(form, 'F17_ANNEX_B', 'F02_ANNEX_B', 'F16_ANNEX_B', 'F01_ANNEX_B', 'F05_ANNEX_B', 'F04_ANNEX_B', 'ANNEX_B').map(lotOf);
  const outside = (name: string): Element | undefined => descendants(form, name)[0];
  const cpv = cpvOf(outside('CPV'));
  const located = outside('LOCATION_NUTS');
  const costs = outside('COSTS_RANGE_AND_CURRENCY');
  return defined({
    title: text(outside('TITLE_CONTRACT')) ?? '',
    description: text(outside('SHORT_CONTRACT_DESCRIPTION')),
    ...cpv,
    nature: natureOf(attribute(outside('TYPE_CONTRACT'), 'VALUE') ?? attribute(children(form)[0], 'CTYPE')),
    places: placesOf(located),
    value: readMoney(text(first(costs, 'VALUE_COST')), attribute(costs, 'CURRENCY'), 'COSTS_RANGE_AND_CURRENCY', context.remarks),
    lots,
    results: descendants(form, 'AWARD_OF_CONTRACT', 'AWARD_OF_CONTRACT_DEFENCE').map((award) => resultOf(award, lots, context)),
    buyers: buyersOf(form),
    awardCriteria: descendants(form, 'LOWEST_PRICE').length ? [{ type: 'price' as const }] : criteria(form),
  });
}

const cpvOf = (node: Element | undefined): Pick<Lot, 'cpv' | 'cpvAdditional'> => {
  const codes = (name: string) => unique(descendants(first(node, name), 'CPV_CODE').map((c) => readCpvCode(attribute(c, 'CODE') ?? '')));
  const [main] = codes('CPV_MAIN');
  const additional = unique(children(node, 'CPV_ADDITIONAL').flatMap((a) => descendants(a, 'CPV_CODE').map((c) => readCpvCode(attribute(c, 'CODE') ?? ''))));
  return defined({ cpv: main, cpvAdditional: additional.filter((code) => code !== main) });
};

function buyersOf(form: Element): Party[] {
  const blocks = descendants(form, 'CA_CE_CONCESSIONAIRE_PROFILE');
  const [buyer] = blocks.flatMap((block) => partyOf(block) ?? []);
  return buyer ? [buyer] : [];
}

function lotOf(lot: Element, index: number): Lot {
  return defined({
    id: text(descendants(lot, 'LOT_NUMBER')[0]) ?? String(index + 1),
    title: text(descendants(lot, 'LOT_TITLE')[0]),
    description: text(descendants(lot, 'LOT_DESCRIPTION')[0]),
    ...cpvOf(descendants(lot, 'CPV')[0]),
    places: [],
    reservedParticipation: [],
    reservedExecution: false,
    socialObjectives: [],
    innovationObjectives: [],
    awardCriteria: [],
  });
}

function criteria(form: Element): Notice['awardCriteria'] {
  return descendants(form, 'CRITERIA_DEFINITION').map((c) =>
    defined({ type: 'quality' as const, name: text(first(c, 'CRITERIA')), weight: text(first(c, 'WEIGHTING')) }),
  );
}

function resultOf(award: Element, lots: readonly Lot[], { remarks }: LegacyContext): LotResult {
  const number = text(descendants(award, 'LOT_NUMBER')[0]);
  const winners = descendants(award, 'ECONOMIC_OPERATOR_NAME_ADDRESS').flatMap((block) => partyOf(block) ?? []);
  const received = text(descendants(award, 'OFFERS_RECEIVED_NUMBER')[0]);
  const costs = descendants(award, 'COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE').at(-1);
  return defined({
    lotId: lots.find((lot) => lot.id === number)?.id,
    status: winners.length ? ('selec-w' as const) : undefined,
    winners,
    tendersReceived: received && /^\d{1,9}$/.test(received) ? Number(received) : undefined,
    value: readMoney(text(first(costs, 'VALUE_COST')), attribute(costs, 'CURRENCY'), 'AWARD_OF_CONTRACT', remarks),
  });
}
