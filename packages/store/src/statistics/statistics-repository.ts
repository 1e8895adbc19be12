import type { ContractedTender, ContractedValue, FieldId, LotTenders, PastPurchase, PurchaseHistory } from '@asf-match/domain';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import { historiesOf } from './purchase-histories.ts';
import { replaceStatistics } from './replace-statistics.ts';

/** A row of an export, with the row of the file it stands in. */
export type StatisticsRow = { readonly row: number } & (
  | { readonly export: 'procurements'; readonly value: PastPurchase; readonly fields: readonly FieldProbability[]; readonly stems: readonly string[] }
  | { readonly export: 'contracted-tenders'; readonly value: ContractedTender }
  | { readonly export: 'lot-tenders'; readonly value: LotTenders }
  | { readonly export: 'contracted-value'; readonly value: ContractedValue }
);

interface FieldProbability {
  readonly field: FieldId;
  readonly probability: number;
}

/** What was imported, one for each source, year and export. */
export interface StatisticsImport {
  readonly source: string;
  readonly year: number;
  readonly export: string;
  readonly file: string;
  /** ISO instant. */
  readonly imported: string;
  readonly rows: number;
}

/** Which past purchases are wanted: those for which any of the lists has something in common. */
export interface PurchaseQuery {
  readonly fields?: readonly FieldId[];
  /** Leading digits of the code: "7963". */
  readonly cpvPrefixes?: readonly string[];
  readonly cpvCodes?: readonly string[];
  readonly stems?: readonly string[];
  readonly buyerOrgNumbers?: readonly string[];
  /** Marked as reserved in either way. */
  readonly reserved?: boolean;
}

export interface StatisticsRepository {
  /**
   * Puts the rows of one file in place of all earlier ones of the same source, years and exports: all of them or, when
   * reading them fails, none. The same file twice leaves the same contents.
   */
  replace(rows: AsyncIterable<StatisticsRow>, file: string): Promise<StatisticsImport[]>;
  imports(): Promise<StatisticsImport[]>;
  /** Past purchases with how they went, newest first, then by number. */
  find(query: PurchaseQuery): Promise<PurchaseHistory[]>;
  /** In how many titles each of the stems stands, and how many titles there are. */
  stemCounts(stems: readonly string[]): Promise<{ readonly titles: number; readonly withStem: ReadonlyMap<string, number> }>;
  /** Outcomes whose purchase is in no export of procurements. */
  orphans(): Promise<number>;
}

export function statisticsRepository(db: Kysely<Tables>, clock: () => string): StatisticsRepository {
  return {
    replace: (rows, file) => db.transaction().execute((trx) => replaceStatistics(trx, rows, file, clock())),
    imports: () => db.selectFrom('statistics_import').selectAll().orderBy('source').orderBy('year').orderBy('export').execute(),
    find: (query) => historiesOf(db, query),
    async stemCounts(stems) {
      const { titles } = await db
        .selectFrom('past_purchase')
        .select((e) => e.fn.countAll<number>().as('titles'))
        .executeTakeFirstOrThrow();
      const rows = stems.length
        ? await db
            .selectFrom('past_purchase_stem')
            .select(['stem', (e) => e.fn.countAll<number>().as('n')])
            .where('stem', 'in', [...stems])
            .groupBy('stem')
            .execute()
        : [];
      return { titles: Number(titles), withStem: new Map(rows.map(({ stem, n }) => [stem, Number(n)])) };
    },
    async orphans() {
      const ids = db
        .selectFrom('contracted_tender')
        .select('purchase')
        .union(db.selectFrom('lot_tenders').select('purchase'))
        .union(db.selectFrom('contracted_value').select('purchase'));
      const { n } = await db
        .selectFrom(ids.as('ids'))
        .select((e) => e.fn.countAll<number>().as('n'))
        .where('ids.purchase', 'not in', db.selectFrom('past_purchase').select('purchase'))
        .executeTakeFirstOrThrow();
      return Number(n);
    },
  };
}
