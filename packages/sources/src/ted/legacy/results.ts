import type { Lot, LotResult } from '@asf-match/domain';
import type { Element } from 'domhandler';
import { attribute, descendants, first, text } from '../../xml/walk.ts';
import { defined } from '../defined.ts';
import { readMoney } from '../money.ts';
import type { LegacyContext } from './context.ts';
import { partyOf } from './parties.ts';

type Winner = LotResult['winners'][number];

/** Section V: one result for each AWARD_CONTRACT, and the prizes of a design contest (F13). */
export function resultsOf(form: Element, lots: readonly Lot[], context: LegacyContext): LotResult[] {
  return descendants(form, 'AWARD_CONTRACT', 'RESULTS').map((award) => {
    const number = text(first(award, 'LOT_NO'));
    const lotId = lots.find((lot) => lot.id === number)?.id ?? (lots.length === 1 ? lots[0]?.id : undefined);
    const winners = descendants(award, 'CONTRACTOR', 'WINNER').flatMap(winnerOf);
    const closed = descendants(award, 'NO_AWARDED_CONTRACT', 'NO_PRIZE_AWARDED', 'PROCUREMENT_UNSUCCESSFUL', 'PROCUREMENT_DISCONTINUED').length > 0;
    const total = descendants(award, 'VAL_TOTAL')[0];
    return defined({
      lotId,
      status: closed
        ? ('clos-nw' as const)
        : winners.length || descendants(award, 'AWARDED_CONTRACT', 'AWARDED_PRIZE').length
          ? ('selec-w' as const)
          : undefined,
      winners,
      tendersReceived: count(award, 'NB_TENDERS_RECEIVED', 'NB_PARTICIPANTS'),
      tendersFromSme: count(award, 'NB_TENDERS_RECEIVED_SME', 'NB_PARTICIPANTS_SME'),
      value: readMoney(text(total), attribute(total, 'CURRENCY'), `award ${number ?? ''}, VAL_TOTAL`.replace(' ,', ','), context.remarks),
    });
  });
}

function winnerOf(contractor: Element): Winner[] {
  const party = partyOf(contractor);
  if (!party) return [];
  return [{ ...party, ...(first(contractor, 'SME') && { size: 'sme' as const }) }];
}

function count(node: Element, ...names: readonly string[]): number | undefined {
  const stated = text(descendants(node, ...names)[0]);
  return stated && /^\d{1,9}$/.test(stated) ? Number(stated) : undefined;
}
