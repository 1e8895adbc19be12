import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** When a source was last asked, and when it last answered as it should. Instants in UTC. */
export interface SourceRead {
  readonly source: string;
  readonly lastAttempt: string;
  readonly lastSuccess?: string;
  readonly message: string;
}

export interface SourceReadRepository {
  record(read: { readonly source: string; readonly ok: boolean; readonly message: string }): Promise<void>;
  list(): Promise<SourceRead[]>;
}

export function sourceReadRepository(db: Kysely<Tables>, clock: () => string): SourceReadRepository {
  return {
    async record({ source, ok, message }) {
      const now = clock();
      const values = { last_attempt: now, message, ...(ok && { last_success: now }) };
      await db
        .insertInto('source_read')
        .values({ source, last_success: null, ...values })
        .onConflict((c) => c.column('source').doUpdateSet(values))
        .execute();
    },
    async list() {
      const rows = await db.selectFrom('source_read').selectAll().orderBy('source').execute();
      return rows.map((r) => ({ source: r.source, lastAttempt: r.last_attempt, ...(r.last_success && { lastSuccess: r.last_success }), message: r.message }));
    },
  };
}
