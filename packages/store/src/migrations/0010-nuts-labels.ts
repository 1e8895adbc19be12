import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the areas of the official list are called. */
export const nutsLabels: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('nuts_label')
      .addColumn('code', 'text', (c) => c.primaryKey())
      .addColumn('sv', 'text', (c) => c.notNull())
      .addColumn('en', 'text')
      .execute();
  },
};
