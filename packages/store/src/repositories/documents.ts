import type { RawDocument } from '@asf-match/domain';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export interface DocumentRepository {
  /** Notes that a source returned a document under a name. The same note twice is one. */
  record(document: RawDocument): Promise<void>;
  list(): Promise<RawDocument[]>;
}

export function documentRepository(db: Kysely<Tables>): DocumentRepository {
  return {
    async record({ sha256, source, origin, mediaType, bytes }) {
      await db
        .insertInto('document')
        .values({ sha256, source, origin, media_type: mediaType, bytes })
        .onConflict((c) => c.doNothing())
        .execute();
    },
    async list() {
      const rows = await db.selectFrom('document').selectAll().orderBy('sha256').orderBy('source').orderBy('origin').execute();
      return rows.map(({ media_type, ...rest }) => ({ ...rest, mediaType: media_type }));
    },
  };
}
