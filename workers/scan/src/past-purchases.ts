import { type Classification, type FieldId, type Need, type PurchaseHistory, subjectOfNotice, subjectOfPastPurchase, type Taxonomy } from '@asf-match/domain';
import {
  type Candidate,
  fieldsOfReport,
  historyOfNotice,
  type PastPurchases,
  reservedSigns,
  similarityQuery,
  similarPurchases,
  withoutDoubles,
} from '@asf-match/market';
import { type Classifier, titleStems } from '@asf-match/matching';
import type { Store } from '@asf-match/store';
import { EXAMPLE_SOURCE } from './example-notices.ts';
import type { ReadNotice } from './market-context.ts';

/** Looks up, for one need after another, the past purchases that are like it. */
export interface PastLookup {
  /** Undefined when nothing is stored that it could be compared with. */
  of(need: Need, classifications: readonly Classification[]): Promise<PastPurchases | undefined>;
}

/**
 * Statistics are asked for what may be similar; result notices are few and are all looked at.
 * @param today `YYYY-MM-DD`
 */
export async function createPastLookup(
  store: Store,
  notices: readonly ReadNotice[],
  classifier: Classifier,
  taxonomy: Taxonomy,
  today: string,
): Promise<PastLookup> {
  const imports = (await store.statistics.imports()).filter((i) => i.export === 'procurements');
  const results = notices.flatMap(({ notice }): Candidate[] => {
    const history = notice.source === EXAMPLE_SOURCE ? undefined : historyOfNotice(notice, today);
    return history ? [{ history, subject: subjectOfNotice(notice) }] : [];
  });
  const years = [...imports.map((i) => i.year), ...results.map((r) => r.history.purchase.year)];
  const labels = [
    ...imports.map((i) => `Upphandlingsmyndighetens statistik ${i.year} (${i.file})`),
    ...(results.length > 0 ? ['resultatannonser i TED som är lagrade här'] : []),
  ];
  const found = {
    searched: imports.reduce((sum, i) => sum + i.rows, 0) + results.length,
    period: { from: `${Math.min(...years)}-01-01`, to: `${Math.max(...years)}-12-31` },
    source: labels.join('; '),
    date: imports.map((i) => i.imported.slice(0, 10)).sort()[0] ?? today,
  };
  const reservedStems = [...titleStems('reserverad reserverat').keys()];

  const candidates = (statistics: readonly PurchaseHistory[]): Candidate[] => {
    const kept = new Set(
      withoutDoubles(
        statistics,
        results.map((r) => r.history),
      ),
    );
    return [...statistics.map((history) => ({ history, subject: subjectOfPastPurchase(history.purchase) })), ...results.filter((r) => kept.has(r.history))];
  };
  return {
    async of(need, classifications) {
      if (years.length === 0) return undefined;
      const fields = fieldsOfReport(classifications).map((c) => c.field);
      const counts = await store.statistics.stemCounts([...titleStems(need.title).keys()]);
      const similar = candidates(await store.statistics.find(similarityQuery(need, fields, counts)));
      const marked = candidates(await store.statistics.find({ reserved: true, stems: reservedStems })).filter(
        (c) => reservedSigns(c.history.purchase).length > 0,
      );
      return {
        ...found,
        similar: similarPurchases(need, fields, similar, classifier, counts),
        reserved: similarPurchases(need, fieldsOfGroups(fields, taxonomy), marked, classifier, counts),
      };
    },
  };
}

/** All fields of the groups that the fields belong to. */
function fieldsOfGroups(fields: readonly FieldId[], { byId, leaves }: Taxonomy): FieldId[] {
  const groups = new Set(fields.map((f) => byId.get(f)?.parent));
  return leaves.filter((leaf) => groups.has(leaf.parent)).map((leaf) => leaf.id);
}
