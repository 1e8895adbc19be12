import { type PastPurchase, subjectOfPastPurchase } from '@asf-match/domain';
import { createClassifier, titleStems } from '@asf-match/matching';
import type { UhmReading } from '@asf-match/sources';
import type { StatisticsRow } from '@asf-match/store';
import { loadReferenceData } from './data.ts';

/** What lets a report find a past purchase later: the fields it is about and the stems of its title. */
export type PurchaseIndex = (purchase: PastPurchase) => Pick<StatisticsRow & { export: 'procurements' }, 'fields' | 'stems'>;

/** A field below this is not what the purchase is about; a report that looks for it would only pass it over. */
const LEAST_FIELD = 0.3;

/** @param data the folder with the taxonomy */
export async function openPurchaseIndex(data: string): Promise<PurchaseIndex> {
  const classifier = createClassifier((await loadReferenceData(data)).taxonomy);
  return (purchase) => ({
    fields: classifier.classifySubject(subjectOfPastPurchase(purchase)).filter((c) => c.probability >= LEAST_FIELD),
    stems: [...titleStems(purchase.title).keys()],
  });
}

/** Rows as they are stored, so that titles are read as fields once and not for each report. */
export async function* indexedRows({ rows }: Pick<UhmReading, 'rows'>, index: PurchaseIndex, onRow?: (row: number) => void): AsyncGenerator<StatisticsRow> {
  for await (const row of rows) {
    onRow?.(row.row);
    yield row.export === 'procurements' ? { ...row, ...index(row.value) } : row;
  }
}
