import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const first: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('document')
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('origin', 'text', (c) => c.notNull())
      .addColumn('media_type', 'text', (c) => c.notNull())
      .addColumn('bytes', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('document_pk', ['sha256', 'source', 'origin'])
      .execute();
    await db.schema
      .createTable('notice_version')
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('content_hash', 'text', (c) => c.notNull())
      .addColumn('version_number', 'integer', (c) => c.notNull())
      .addColumn('procedure_id', 'text', (c) => c.notNull())
      .addColumn('form_type', 'text', (c) => c.notNull())
      .addColumn('country', 'text')
      .addColumn('published', 'text')
      .addColumn('is_current', 'integer', (c) => c.notNull())
      .addColumn('first_seen', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('notice_version_pk', ['key', 'content_hash'])
      .execute();
    await db.schema.createIndex('notice_version_current').on('notice_version').columns(['is_current', 'published']).execute();
    await db.schema.createIndex('notice_version_procedure').on('notice_version').column('procedure_id').execute();
    await db.schema
      .createTable('notice_document')
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('content_hash', 'text', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('notice_document_pk', ['key', 'content_hash', 'sha256'])
      .addForeignKeyConstraint('notice_document_version', ['key', 'content_hash'], 'notice_version', ['key', 'content_hash'])
      .execute();
    for (const table of ['need', 'organisation']) {
      await db.schema
        .createTable(table)
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('content_hash', 'text', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        .execute();
    }
    await db.schema
      .createTable('match')
      .addColumn('subject_kind', 'text', (c) => c.notNull())
      .addColumn('subject_id', 'text', (c) => c.notNull())
      .addColumn('organisation', 'text', (c) => c.notNull())
      .addColumn('probability', 'double precision', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('match_pk', ['subject_kind', 'subject_id', 'organisation'])
      .execute();
    await db.schema.createIndex('match_organisation').on('match').columns(['organisation', 'probability']).execute();
    await db.schema
      .createTable('cpv_label')
      .addColumn('code', 'text', (c) => c.primaryKey())
      .addColumn('sv', 'text', (c) => c.notNull())
      .addColumn('en', 'text')
      .execute();
    await db.schema
      .createTable('source_read')
      .addColumn('source', 'text', (c) => c.primaryKey())
      .addColumn('last_attempt', 'text', (c) => c.notNull())
      .addColumn('last_success', 'text')
      .addColumn('message', 'text', (c) => c.notNull())
      .execute();
  },
};
