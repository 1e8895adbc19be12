import { contractedTenderSchema, contractedValueSchema, lotTendersSchema, type PurchaseHistory, pastPurchaseSchema } from '@asf-match/domain';
import type { Kysely, Selectable } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../tables.ts';
import type { StatisticsTables } from '../tables-statistics.ts';
import type { PurchaseQuery } from './statistics-repository.ts';

/** At most so many values in one condition; SQLite takes 32,766 a statement. */
const MOST_IDS = 5000;
const SOURCE_LABEL: Readonly<Record<string, string>> = { uhm: 'Upphandlingsmyndighetens statistik' };

type PurchaseRow = Selectable<StatisticsTables['past_purchase']>;

/** Reads purchases and their outcomes with a handful of queries, however many there are. */
export async function historiesOf(db: Kysely<Tables>, query: PurchaseQuery): Promise<PurchaseHistory[]> {
  const found = newestOfEach(await purchaseRows(db, query));
  const ids = found.map((p) => p.purchase);
  const [tenders, lots, values] = [[], [], []] as [
    Selectable<StatisticsTables['contracted_tender']>[],
    Selectable<StatisticsTables['lot_tenders']>[],
    Selectable<StatisticsTables['contracted_value']>[],
  ];
  for (let at = 0; at < ids.length; at += MOST_IDS) {
    const some = ids.slice(at, at + MOST_IDS);
    tenders.push(...(await db.selectFrom('contracted_tender').selectAll().where('purchase', 'in', some).orderBy('row').execute()));
    lots.push(...(await db.selectFrom('lot_tenders').selectAll().where('purchase', 'in', some).orderBy('row').execute()));
    values.push(...(await db.selectFrom('contracted_value').selectAll().where('purchase', 'in', some).orderBy('row').execute()));
  }
  const [tendersOf, lotsOf, valuesOf] = [Map.groupBy(tenders, keyOf), Map.groupBy(lots, keyOf), Map.groupBy(values, keyOf)];
  const imports = await db.selectFrom('statistics_import').selectAll().where('export', '=', 'procurements').execute();
  return found.map((row) => {
    const origin = imports.find((i) => i.source === row.source && i.year === row.year);
    return {
      purchase: read(pastPurchaseSchema, { ...row, id: row.purchase, buyerOrgNumber: row.buyer_org_number, ...flagsOf(row) }),
      winners: ofSameTitle(tendersOf.get(keyOf(row)), row).map((t) =>
        read(contractedTenderSchema, { ...t, id: t.purchase, publicSector: flag(t.public_sector), legalForm: t.legal_form }),
      ),
      lots: ofSameTitle(lotsOf.get(keyOf(row)), row).map((l) => read(lotTendersSchema, { ...l, id: l.purchase })),
      values: ofSameTitle(valuesOf.get(keyOf(row)), row).map(({ amount, currency, ...v }) =>
        read(contractedValueSchema, { ...v, id: v.purchase, value: { amount, currency } }),
      ),
      readFrom: `${SOURCE_LABEL[row.source] ?? row.source}${origin ? `, ${origin.file}` : ''}`,
      readOn: origin?.imported.slice(0, 10) ?? '',
    };
  });
}

const keyOf = ({ source, year, purchase }: { source: string; year: number; purchase: string }): string => `${source} ${year} ${purchase}`;

/** Reads nulls as absent. */
function read<T>(schema: z.ZodType<T>, row: Record<string, unknown>): T {
  return schema.parse(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
}

const flag = (value: number | null): boolean | null => (value === null ? null : value === 1);

const flagsOf = (row: PurchaseRow) => ({
  framework: flag(row.framework),
  inLots: flag(row.in_lots),
  directive: flag(row.directive),
  social: flag(row.social),
  reserved: flag(row.reserved),
  reservedExecution: flag(row.reserved_execution),
  reviewed: flag(row.reviewed),
});

/** A number that was used for two purchases: when some outcomes carry this one's title, only they are its own. */
function ofSameTitle<T extends { readonly title: string }>(rows: readonly T[] | undefined, { title }: { readonly title: string }): readonly T[] {
  const same = rows?.filter((r) => r.title === title) ?? [];
  return same.length > 0 ? same : (rows ?? []);
}

/** A purchase that was advertised again under its number is one, as it was last advertised. Newest first. */
function newestOfEach(rows: readonly PurchaseRow[]): PurchaseRow[] {
  const byKey = new Map<string, PurchaseRow>();
  for (const row of rows) {
    const other = byKey.get(keyOf(row));
    if (!other || (row.published ?? '') > (other.published ?? '')) byKey.set(keyOf(row), row);
  }
  return [...byKey.values()].sort((a, b) => compare(b.published ?? '', a.published ?? '') || compare(a.purchase, b.purchase));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function purchaseRows(db: Kysely<Tables>, query: PurchaseQuery): Promise<PurchaseRow[]> {
  const { fields = [], cpvPrefixes = [], cpvCodes = [], stems = [], buyerOrgNumbers = [], reserved } = query;
  const rows: PurchaseRow[] = [];
  const all = () => db.selectFrom('past_purchase as p').selectAll('p');
  if (fields.length) {
    const read = db
      .selectFrom('past_purchase_field as x')
      .innerJoin('past_purchase as p', (j) => j.onRef('p.source', '=', 'x.source').onRef('p.year', '=', 'x.year').onRef('p.row', '=', 'x.row'));
    rows.push(
      ...(await read
        .selectAll('p')
        .where('x.field', 'in', [...fields])
        .execute()),
    );
  }
  if (stems.length) {
    const read = db
      .selectFrom('past_purchase_stem as x')
      .innerJoin('past_purchase as p', (j) => j.onRef('p.source', '=', 'x.source').onRef('p.year', '=', 'x.year').onRef('p.row', '=', 'x.row'));
    rows.push(
      ...(await read
        .selectAll('p')
        .where('x.stem', 'in', [...stems])
        .execute()),
    );
  }
  for (const prefix of cpvPrefixes)
    rows.push(...(await all().where('p.cpv', '>=', prefix.padEnd(8, '0')).where('p.cpv', '<=', prefix.padEnd(8, '9')).execute()));
  if (cpvCodes.length)
    rows.push(
      ...(await all()
        .where('p.cpv', 'in', [...cpvCodes])
        .execute()),
    );
  if (buyerOrgNumbers.length)
    rows.push(
      ...(await all()
        .where('p.buyer_org_number', 'in', [...buyerOrgNumbers])
        .execute()),
    );
  if (reserved)
    rows.push(
      ...(await all()
        .where((e) => e.or([e('p.reserved', '=', 1), e('p.reserved_execution', '=', 1)]))
        .execute()),
    );
  return rows;
}
