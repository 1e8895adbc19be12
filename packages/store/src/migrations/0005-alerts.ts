import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export const alerts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('recipient')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('address', 'text', (c) => c.notNull().unique())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('state_note', 'text')
      .addColumn('paused_until', 'text')
      .execute();
    await db.schema
      .createTable('subscription')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('number', 'integer', (c) => c.notNull().unique())
      .addColumn('recipient', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('feed', 'text', (c) => c.notNull().unique())
      .addColumn('body', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('subscription_recipient').on('subscription').column('recipient').execute();
    await db.schema
      .createTable('news')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('detail', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addUniqueConstraint('news_once', ['about', 'kind', 'detail'])
      .execute();
    await db.schema
      .createTable('alert')
      .addColumn('subscription', 'integer', (c) => c.notNull())
      .addColumn('news', 'integer', (c) => c.notNull())
      .addColumn('probability', 'double precision', (c) => c.notNull())
      .addColumn('delivery', 'integer', (c) => c.notNull())
      .addColumn('shown', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('alert_pk', ['subscription', 'news'])
      // SQLite would otherwise keep the rows in one tree and their key in another.
      .modifyEnd(sql`without rowid`)
      .execute();
    await db.schema
      .createTable('delivery')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('recipient', 'text', (c) => c.notNull())
      .addColumn('subscription', 'text')
      .addColumn('due', 'text', (c) => c.notNull())
      .addColumn('message_id', 'text', (c) => c.notNull().unique())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('failures', 'integer', (c) => c.notNull())
      .addColumn('next_attempt', 'text', (c) => c.notNull())
      .addColumn('lease_until', 'text')
      .addColumn('last_error', 'text')
      .addColumn('sent', 'text')
      .execute();
    await db.schema.createIndex('delivery_next').on('delivery').columns(['state', 'next_attempt']).execute();
    await db.schema.createIndex('delivery_recipient').on('delivery').columns(['recipient', 'state']).execute();
    await db.schema
      .createTable('response')
      .addColumn('subscription', 'text', (c) => c.notNull())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('step', 'text', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('note', 'text')
      .addColumn('features', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('response_pk', ['subscription', 'about', 'step'])
      .execute();
    await db.schema
      .createTable('field_weight')
      .addColumn('field', 'text', (c) => c.primaryKey())
      .addColumn('weight', 'double precision', (c) => c.notNull())
      .addColumn('n', 'integer', (c) => c.notNull())
      .addColumn('fitted', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('audit')
      .addColumn('seq', 'integer', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('previous', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .execute();
  },
};
