import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Scans that can be broken off and gone on with, what is known of each source, and purchases across sources. */
export const scanning: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('scan')
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('due_at', 'text', (c) => c.notNull())
      .addColumn('since', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('owner', 'text', (c) => c.notNull())
      .addColumn('lease_until', 'text', (c) => c.notNull())
      .addColumn('cursor', 'text')
      .addColumn('started', 'text', (c) => c.notNull())
      .addColumn('finished', 'text')
      .addColumn('items', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('fresh', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('changed', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('refused', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('total', 'integer')
      .addColumn('failure', 'text')
      .addColumn('message', 'text')
      .addPrimaryKeyConstraint('scan_pk', ['source', 'due_at'])
      .execute();
    await db.schema
      .createTable('scan_document')
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('due_at', 'text', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('origin', 'text', (c) => c.notNull())
      .addColumn('media_type', 'text', (c) => c.notNull())
      .addColumn('is_read', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('scan_document_pk', ['source', 'due_at', 'position'])
      .execute();
    await db.schema
      .createTable('source_state')
      .addColumn('source', 'text', (c) => c.primaryKey())
      .addColumn('known_since', 'text', (c) => c.notNull())
      .addColumn('last_due', 'text')
      .addColumn('last_attempt', 'text')
      .addColumn('last_success', 'text')
      .addColumn('errors_in_row', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('failure', 'text')
      .addColumn('message', 'text', (c) => c.notNull())
      .execute();
    await sql`insert into source_state (source, known_since, last_attempt, last_success, message)
      select source, last_attempt, last_attempt, last_success, message from source_read`.execute(db);
    await db.schema.dropTable('source_read').execute();
    // Without it SQLite looks a notice up among all current ones.
    await db.schema.createIndex('notice_version_key_current').on('notice_version').columns(['key', 'is_current']).execute();
    await db.schema
      .alterTable('notice_version')
      .addColumn('is_partial', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createTable('detail_try')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('failure', 'text')
      .execute();
    await db.schema
      .createTable('page_validator')
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('url', 'text', (c) => c.notNull())
      .addColumn('etag', 'text')
      .addColumn('last_modified', 'text')
      .addPrimaryKeyConstraint('page_validator_pk', ['source', 'url'])
      .execute();
    await db.schema
      .createTable('source_day')
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('fresh', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('source_day_pk', ['source', 'day'])
      .execute();
    await db.schema
      .createTable('unmatched')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .execute();
    await db.schema
      .createTable('health_state')
      .addColumn('source', 'text', (c) => c.primaryKey())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('since', 'text', (c) => c.notNull())
      .addColumn('message', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('health_event')
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('before', 'text')
      .addColumn('after', 'text', (c) => c.notNull())
      .addColumn('message', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('health_event_pk', ['source', 'at', 'after'])
      .execute();
    await db.schema
      .createTable('notice_trait')
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('trait', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('notice_trait_pk', ['trait', 'key'])
      .execute();
    await db.schema.createIndex('notice_trait_key').on('notice_trait').column('key').execute();
    await db.schema
      .createTable('purchase_notice')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('purchase', 'text', (c) => c.notNull())
      .addColumn('probability', 'double precision', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('purchase_notice_purchase').on('purchase_notice').column('purchase').execute();
    await db.schema
      .createTable('tombstone')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .execute();
  },
};
