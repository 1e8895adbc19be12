import type { PastPurchase } from '@asf-match/domain';
import type { Insertable, Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import type { StatisticsTables } from '../tables-statistics.ts';
import type { StatisticsImport, StatisticsRow } from './statistics-repository.ts';

/** Rows of an insert; SQLite takes 32,766 values a statement. */
const BATCH = 400;
const TABLE_OF = { 'contracted-tenders': 'contracted_tender', 'lot-tenders': 'lot_tenders', 'contracted-value': 'contracted_value' } as const;
const TABLES_OF = {
  procurements: ['past_purchase', 'past_purchase_field', 'past_purchase_stem'],
  'contracted-tenders': ['contracted_tender'],
  'lot-tenders': ['lot_tenders'],
  'contracted-value': ['contracted_value'],
} as const satisfies Record<StatisticsRow['export'], readonly (keyof StatisticsTables)[]>;

export async function replaceStatistics(
  trx: Transaction<Tables>,
  rows: AsyncIterable<StatisticsRow>,
  file: string,
  imported: string,
): Promise<StatisticsImport[]> {
  const imports = new Map<string, StatisticsImport & { rows: number }>();
  const writer = batchWriter(trx);
  for await (const row of rows) {
    const { source, year } = row.value;
    const key = `${source} ${year} ${row.export}`;
    const known = imports.get(key);
    if (known) known.rows += 1;
    else {
      await writer.flush();
      for (const table of TABLES_OF[row.export]) await trx.deleteFrom(table).where('source', '=', source).where('year', '=', year).execute();
      imports.set(key, { source, year, export: row.export, file, imported, rows: 1 });
    }
    await writer.add(row);
  }
  await writer.flush();
  for (const one of imports.values()) {
    await trx
      .insertInto('statistics_import')
      .values(one)
      .onConflict((c) => c.columns(['source', 'year', 'export']).doUpdateSet({ file, imported, rows: one.rows }))
      .execute();
  }
  return [...imports.values()];
}

function batchWriter(trx: Transaction<Tables>) {
  const waiting = new Map<keyof StatisticsTables, object[]>();
  const write = async (table: keyof StatisticsTables): Promise<void> => {
    const rows = waiting.get(table);
    if (!rows?.length) return;
    waiting.set(table, []);
    await trx
      .insertInto(table)
      .values(rows as never)
      .execute();
  };
  const put = async <T extends keyof StatisticsTables>(table: T, row: Insertable<StatisticsTables[T]>): Promise<void> => {
    const rows = waiting.get(table) ?? [];
    waiting.set(table, rows);
    if (rows.push(row) >= BATCH) await write(table);
  };
  return {
    async add(one: StatisticsRow): Promise<void> {
      const { source, year, id: purchase, title } = one.value;
      const key = { source, year, row: one.row, purchase, title };
      if (one.export === 'procurements') {
        await put('past_purchase', { ...key, ...columnsOf(one.value) });
        for (const { field, probability } of one.fields) await put('past_purchase_field', { source, year, row: one.row, field, probability });
        for (const stem of new Set(one.stems)) await put('past_purchase_stem', { source, year, row: one.row, stem });
      } else if (one.export === 'contracted-value') await put(TABLE_OF[one.export], { ...key, ...one.value.value });
      else if (one.export === 'lot-tenders') await put(TABLE_OF[one.export], { ...key, lot: one.value.lot ?? null, tenders: one.value.tenders });
      else {
        const { lot, supplier, publicSector, size, legalForm, sni, tenders } = one.value;
        const more = {
          lot: lot ?? null,
          supplier,
          public_sector: flag(publicSector),
          size: size ?? null,
          legal_form: legalForm ?? null,
          sni: sni ?? null,
          tenders,
        };
        await put(TABLE_OF[one.export], { ...key, ...more });
      }
    },
    async flush(): Promise<void> {
      for (const table of waiting.keys()) await write(table);
    },
  };
}

const columnsOf = (p: PastPurchase) => ({
  buyer: p.buyer,
  buyer_org_number: p.buyerOrgNumber ?? null,
  published: p.published ?? null,
  cpv: p.cpv ?? null,
  nature: p.nature ?? null,
  procedure: p.procedure ?? null,
  framework: flag(p.framework),
  in_lots: flag(p.inLots),
  directive: flag(p.directive),
  social: flag(p.social),
  reserved: flag(p.reserved),
  reserved_execution: flag(p.reservedExecution),
  reviewed: flag(p.reviewed),
  url: p.url ?? null,
});

const flag = (value: boolean | undefined): number | null => (value === undefined ? null : Number(value));
