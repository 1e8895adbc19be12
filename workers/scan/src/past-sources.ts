import { type Classification, type Notice, type PurchaseHistory, subjectOfNotice, subjectOfPastPurchase } from '@asf-match/domain';
import { type Candidate, historyOfNotice, type PastPurchases, withoutDoubledPurchases } from '@asf-match/market';
import type { PurchaseQuery, Store } from '@asf-match/store';
import { EXAMPLE_SOURCE } from './example-notices.ts';

/** Where past purchases are looked up: the statistics, and the result notices that are stored. */
export interface PastSources {
  /** What is searched; absent when nothing is stored. */
  readonly about?: Pick<PastPurchases, 'searched' | 'period' | 'source' | 'date'>;
  /** What the statistics have for a query, and all result notices that are not in it; those of other countries and the made-up examples are never among them. */
  candidates(query: PurchaseQuery): Promise<Candidate[]>;
}

const SWEDEN = 'SE';

/** A notice, and what it was read as when that is known already. */
export interface StoredNotice {
  readonly notice: Notice;
  readonly classifications?: readonly Classification[];
}

/** @param today `YYYY-MM-DD`, the day on which notices count as read */
export async function openPastSources(store: Store, notices: readonly StoredNotice[], today: string): Promise<PastSources> {
  const imports = (await store.statistics.imports()).filter((i) => i.export === 'procurements');
  const results = notices.flatMap(({ notice, classifications }): Candidate[] => {
    const history = notice.country === SWEDEN && notice.source !== EXAMPLE_SOURCE ? historyOfNotice(notice, today) : undefined;
    return history ? [{ history, subject: subjectOfNotice(notice), ...(classifications && { classifications }) }] : [];
  });
  const years = [...imports.map((i) => i.year), ...results.map((r) => r.history.purchase.year)];
  const labels = imports.map((i) => `Upphandlingsmyndighetens statistik ${i.year} (${i.file})`);
  return {
    ...(years.length > 0 && {
      about: {
        searched: imports.reduce((sum, i) => sum + i.rows, 0) + results.length,
        period: { from: `${Math.min(...years)}-01-01`, to: `${Math.max(...years)}-12-31` },
        source: [...labels, ...(results.length > 0 ? ['resultatannonser i TED som är lagrade här'] : [])].join('; '),
        date: imports.map((i) => i.imported.slice(0, 10)).sort()[0] ?? today,
      },
    }),
    async candidates(query) {
      const statistics: readonly PurchaseHistory[] = await store.statistics.find(query);
      const kept = new Set(
        withoutDoubledPurchases(
          statistics,
          results.map((r) => r.history),
        ),
      );
      return [...statistics.map((history) => ({ history, subject: subjectOfPastPurchase(history.purchase) })), ...results.filter((r) => kept.has(r.history))];
    },
  };
}
