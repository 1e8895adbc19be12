import { dateOf, lastDayOf, type Notice, type PurchaseHistory } from '@asf-match/domain';

/**
 * A result notice as a past purchase; nothing for other notices. Old forms say only whether a winner is an SME. Where
 * lots have no value of their own the notice's total stands for them.
 * @param readOn ISO date
 */
export function historyOfNotice(notice: Notice, readOn: string): PurchaseHistory | undefined {
  const published = notice.published && dateOf(notice.published);
  const [buyer] = notice.buyers;
  if (notice.results.length === 0 || !published || !buyer) return undefined;
  const key = { source: notice.source, year: Number(published.slice(0, 4)), id: notice.publicationNumber ?? notice.id, title: notice.title };
  const ofLots = notice.results.flatMap((r) => (r.value ? [r.value] : []));
  const values = ofLots.length > 0 ? ofLots : notice.value ? [notice.value] : [];
  return {
    purchase: {
      ...key,
      ...{ buyer: buyer.name, published, inLots: notice.lots.length > 1, directive: true },
      ...(buyer.orgNumber && { buyerOrgNumber: buyer.orgNumber }),
      ...(notice.cpv && { cpv: notice.cpv }),
      ...(notice.nature && { nature: notice.nature }),
      ...(notice.procedure && { procedure: notice.procedure }),
      ...(notice.url && { url: notice.url }),
      ...(notice.socialObjectives.length > 0 && { social: true }),
      reserved: notice.reservedParticipation.length > 0,
      reservedExecution: notice.reservedExecution,
    },
    winners: notice.results.flatMap(({ lotId, winners }) =>
      winners.map(({ name, size }) => ({ ...key, supplier: name, tenders: 1, ...(lotId && { lot: lotId }), ...(size && { size }) })),
    ),
    lots: notice.results.flatMap(({ lotId, tendersReceived }) =>
      tendersReceived === undefined ? [] : [{ ...key, tenders: tendersReceived, ...(lotId && { lot: lotId }) }],
    ),
    values: values.map((value) => ({ ...key, value })),
    ...(lastDay(notice) && { ends: lastDay(notice) as string }),
    readFrom: 'TED, lagrade resultatannonser',
    readOn,
  };
}

/** The last day of the contract without renewals, when the notice names it, or names its first day and how long it runs. */
function lastDay({ duration, lots }: Notice): string | undefined {
  const ends = [duration, ...lots.map((l) => l.duration)].flatMap((d) => {
    if (d?.end) return [dateOf(d.end)];
    return d?.start && d.unit && Number.isInteger(d.amount) ? [lastDayOf(dateOf(d.start), d.amount as number, d.unit)] : [];
  });
  return ends.sort().at(-1);
}

/**
 * Both sources without the result notices whose purchase the statistics have too: the statistics' lots carry the number of the
 * notice ("CAN-SE-2021/S121-318902-01_1"), else title, buyer and year are the same.
 */
export function withoutDoubledPurchases(statistics: readonly PurchaseHistory[], notices: readonly PurchaseHistory[]): PurchaseHistory[] {
  const numbers = new Set(statistics.flatMap((h) => [...h.lots, ...h.winners].flatMap(({ lot }) => publicationNumberOf(lot) ?? [])));
  const names = new Set(statistics.map(nameOf));
  return notices.filter((h) => !numbers.has(h.purchase.id) && !names.has(nameOf(h)));
}

function publicationNumberOf(lot: string | undefined): string | undefined {
  const [, year, number] = /(\d{4})\/S\d+-0*(\d+)/.exec(lot ?? '') ?? [];
  return number && `${number}-${year}`;
}

const nameOf = ({ purchase: { title, buyer, year } }: PurchaseHistory): string => `${year} ${title} ${buyer}`.toLowerCase().replace(/\s+/g, ' ');
