import type { LotResult } from '@asf-match/domain';
import type { Element } from 'domhandler';
import { all, attribute, first, text } from '../../xml/walk.ts';
import { defined, unique } from '../defined.ts';
import { readMoney, sumOfMoney } from '../money.ts';
import type { EformsContext } from './context.ts';
import type { Organizations } from './organizations.ts';

type Result = LotResult;
const byId = (elements: readonly Element[]): Map<string, Element> => new Map(elements.map((e) => [text(first(e, 'ID')) ?? '', e]));
const ids = (elements: readonly Element[]): string[] => unique(elements.map((e) => text(first(e, 'ID'))));

/**
 * efac:NoticeResult: LotResult → LotTender → TenderingParty → Organization.
 * A LotResult may name losing tenders too, so the winners are those of its tenders that a SettledContract names.
 */
export function readResults(extension: Element | undefined, organizations: Organizations, { remarks }: EformsContext): Result[] {
  const notice = first(extension, 'NoticeResult');
  const tenders = byId(all(notice, 'LotTender'));
  const parties = byId(all(notice, 'TenderingParty'));
  const contracted = new Set(ids(all(notice, 'SettledContract/LotTender')));

  return all(notice, 'LotResult').map((result) => {
    const named = ids(all(result, 'LotTender'));
    const status = statusOf(text(first(result, 'TenderResultCode')));
    const winning = status === 'selec-w' ? winningTenders(named) : [];
    const found = winning.flatMap((id) => tenders.get(id) ?? []);
    const lotId = text(first(result, 'TenderLot/ID'));
    const tenderers = unique(found.flatMap((t) => ids(all(t, 'TenderingParty')))).flatMap((id) => ids(all(parties.get(id), 'Tenderer')));
    const amounts = found.map((t) => {
      const amount = first(t, 'LegalMonetaryTotal/PayableAmount');
      return amount && readMoney(text(amount), attribute(amount, 'currencyID'), `${lotId ?? 'result'}, PayableAmount`, remarks);
    });
    return defined({
      lotId,
      status,
      winners: unique(tenderers).flatMap((id) => organizations.get(id) ?? []),
      tendersReceived: statistic(result, 'tenders'),
      tendersFromSme: statistic(result, 't-sme'),
      value: sumOfMoney(amounts),
    });
  });

  function winningTenders(named: readonly string[]): readonly string[] {
    const signed = named.filter((id) => contracted.has(id));
    if (signed.length) return signed;
    const ranked = named.filter((id) => text(first(tenders.get(id), 'RankCode')) === '1');
    return ranked.length ? ranked : named;
  }
}

const statusOf = (code: string | undefined): Result['status'] => (code === 'selec-w' || code === 'clos-nw' || code === 'open-nw' ? code : undefined);

/** Code list `received-submission-type`; notices without the code mean tenders. */
function statistic(result: Element, wanted: string): number | undefined {
  for (const statistics of all(result, 'ReceivedSubmissionsStatistics')) {
    const figure = text(first(statistics, 'StatisticsNumeric'));
    if ((text(first(statistics, 'StatisticsCode')) ?? 'tenders') === wanted && figure && /^\d{1,9}$/.test(figure)) return Number(figure);
  }
  return undefined;
}
