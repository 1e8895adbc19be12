import { type Notice, noticeSchema } from '@asf-match/domain';
import type { Kysely } from 'kysely';
import { readBody } from '../read-body.ts';
import type { Tables } from '../tables.ts';

/** Which notices are known in part only, and what came of asking for the whole. */
export interface DetailRepository {
  /** Notices of a source that a search told of in part, that match somebody at least so well, and that were not asked for yet; newest first. */
  wanted(source: string, least: number, most: number): Promise<Notice[]>;
  /** Notes that the whole was asked for; `failure` is a stable key. */
  tried(key: string, failure?: string): Promise<void>;
  failedSince(failure: string, instant: string): Promise<boolean>;
}

export function detailRepository(db: Kysely<Tables>, clock: () => string): DetailRepository {
  return {
    async wanted(source, least, most) {
      const rows = await db
        .selectFrom('notice_version as n')
        .select(['n.key', 'n.body'])
        .where('n.is_current', '=', 1)
        .where('n.is_partial', '=', 1)
        .where('n.key', 'like', `${source}:%`)
        .where((e) =>
          e.exists(
            e
              .selectFrom('match as m')
              .select('m.subject_id')
              .whereRef('m.subject_id', '=', 'n.key')
              .where('m.subject_kind', '=', 'notice')
              .where('m.probability', '>=', least),
          ),
        )
        .where((e) => e.not(e.exists(e.selectFrom('detail_try as t').select('t.key').whereRef('t.key', '=', 'n.key'))))
        .orderBy('n.published', 'desc')
        .orderBy('n.key')
        .limit(most)
        .execute();
      return rows.map(({ key, body }) => readBody(noticeSchema, `notice ${key}`, body) as Notice);
    },
    async tried(key, failure) {
      const values = { at: clock(), failure: failure ?? null };
      await db
        .insertInto('detail_try')
        .values({ key, ...values })
        .onConflict((c) => c.column('key').doUpdateSet(values))
        .execute();
    },
    async failedSince(failure, instant) {
      const row = db.selectFrom('detail_try').select('key').where('failure', '=', failure).where('at', '>=', instant);
      return (await row.executeTakeFirst()) !== undefined;
    },
  };
}
