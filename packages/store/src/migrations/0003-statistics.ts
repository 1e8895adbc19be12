import type { CreateTableBuilder, Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const FLAGS = ['framework', 'in_lots', 'directive', 'social', 'reserved', 'reserved_execution', 'reviewed'] as const;

export const statistics: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('statistics_import')
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('year', 'integer', (c) => c.notNull())
      .addColumn('export', 'text', (c) => c.notNull())
      .addColumn('file', 'text', (c) => c.notNull())
      .addColumn('imported', 'text', (c) => c.notNull())
      .addColumn('rows', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('statistics_import_pk', ['source', 'year', 'export'])
      .execute();

    let purchases = ofPurchase(db, 'past_purchase')
      .addColumn('buyer', 'text', (c) => c.notNull())
      .addColumn('buyer_org_number', 'text')
      .addColumn('published', 'text')
      .addColumn('cpv', 'text')
      .addColumn('nature', 'text')
      .addColumn('procedure', 'text')
      .addColumn('url', 'text');
    for (const flag of FLAGS) purchases = purchases.addColumn(flag, 'integer');
    await purchases.execute();
    await ofPurchase(db, 'contracted_tender')
      .addColumn('lot', 'text')
      .addColumn('supplier', 'text', (c) => c.notNull())
      .addColumn('public_sector', 'integer')
      .addColumn('size', 'text')
      .addColumn('legal_form', 'text')
      .addColumn('sni', 'text')
      .addColumn('tenders', 'integer', (c) => c.notNull())
      .execute();
    await ofPurchase(db, 'lot_tenders')
      .addColumn('lot', 'text')
      .addColumn('tenders', 'integer', (c) => c.notNull())
      .execute();
    await ofPurchase(db, 'contracted_value')
      .addColumn('amount', 'double precision', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .execute();
    for (const table of ['past_purchase', 'contracted_tender', 'lot_tenders', 'contracted_value']) {
      await db.schema.createIndex(`${table}_purchase`).on(table).columns(['purchase', 'source', 'year']).execute();
    }
    await db.schema.createIndex('past_purchase_cpv').on('past_purchase').column('cpv').execute();
    await db.schema.createIndex('past_purchase_buyer').on('past_purchase').column('buyer_org_number').execute();

    await db.schema
      .createTable('register_snapshot')
      .addColumn('taken', 'text', (c) => c.notNull())
      .addColumn('organisation', 'text', (c) => c.notNull())
      .addColumn('fields', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('register_snapshot_pk', ['taken', 'organisation'])
      .execute();

    for (const [table, column] of [
      ['past_purchase_field', 'field'],
      ['past_purchase_stem', 'stem'],
    ] as const) {
      const made = db.schema
        .createTable(table)
        .addColumn('source', 'text', (c) => c.notNull())
        .addColumn('year', 'integer', (c) => c.notNull())
        .addColumn('row', 'integer', (c) => c.notNull())
        .addColumn(column, 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint(`${table}_pk`, [column, 'source', 'year', 'row']);
      await (table === 'past_purchase_field' ? made.addColumn('probability', 'double precision', (c) => c.notNull()) : made).execute();
    }
  },
};

const ofPurchase = (db: Kysely<unknown>, table: string): CreateTableBuilder<string, string> =>
  db.schema
    .createTable(table)
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('row', 'integer', (c) => c.notNull())
    .addColumn('purchase', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint(`${table}_pk`, ['source', 'year', 'row']);
