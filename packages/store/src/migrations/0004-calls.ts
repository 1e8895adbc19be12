import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const calls: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('call_version')
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('content_hash', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('is_current', 'integer', (c) => c.notNull())
      .addColumn('first_seen', 'text', (c) => c.notNull())
      .addColumn('last_seen', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('call_version_pk', ['key', 'content_hash'])
      .execute();
    await db.schema.createIndex('call_version_current').on('call_version').columns(['is_current', 'key']).execute();
    await db.schema
      .createTable('call_document')
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('content_hash', 'text', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('call_document_pk', ['key', 'content_hash', 'sha256'])
      .addForeignKeyConstraint('call_document_version', ['key', 'content_hash'], 'call_version', ['key', 'content_hash'])
      .execute();
  },
};
