import type { Classification, FieldId, Need, Taxonomy } from '@asf-match/domain';
import { fieldsOfReport, type PastPurchases, RESERVED_STEMS, reservedSigns, similarityQuery, similarPurchases } from '@asf-match/market';
import { type Classifier, titleStems } from '@asf-match/matching';
import type { Store } from '@asf-match/store';
import { openPastSources, type StoredNotice } from './past-sources.ts';

/** Looks up, for one need after another, the past purchases that are like it. */
export interface PastLookup {
  /** Undefined when nothing is stored that it could be compared with. */
  of(need: Need, classifications: readonly Classification[]): Promise<PastPurchases | undefined>;
}

/** @param today `YYYY-MM-DD` */
export async function createPastLookup(
  store: Store,
  notices: readonly StoredNotice[],
  classifier: Classifier,
  taxonomy: Taxonomy,
  today: string,
): Promise<PastLookup> {
  const { about, candidates } = await openPastSources(store, notices, today);
  return {
    async of(need, classifications) {
      if (!about) return undefined;
      const fields = fieldsOfReport(classifications).map((c) => c.field);
      const counts = await store.statistics.stemCounts([...titleStems(need.title).keys()]);
      const similar = await candidates(similarityQuery(need, fields, counts));
      const marked = (await candidates({ reserved: true, stems: RESERVED_STEMS })).filter((c) => reservedSigns(c.history.purchase).length > 0);
      return {
        ...about,
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
