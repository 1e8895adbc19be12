import { type Organisation, organisationSchema, type RegisterRow, type RegisterSnapshot } from '@asf-match/domain';
import type { Kysely } from 'kysely';
import { canonicalJson } from '../canonical-json.ts';
import { readBody } from '../read-body.ts';
import type { Tables } from '../tables.ts';

export interface SnapshotRepository {
  /** Keeps the register as it is now. Twice within a second is one. */
  take(rows: readonly RegisterRow[]): Promise<void>;
  /** Instants of all snapshots, oldest first. */
  list(): Promise<string[]>;
  get(taken: string): Promise<RegisterSnapshot | undefined>;
}

export function snapshotRepository(db: Kysely<Tables>, clock: () => string): SnapshotRepository {
  return {
    take: (rows) =>
      db.transaction().execute(async (trx) => {
        const taken = clock();
        await trx.deleteFrom('register_snapshot').where('taken', '=', taken).execute();
        for (const { organisation, fields } of rows) {
          const values = { taken, organisation: organisation.id, fields: [...fields].sort().join(' '), body: canonicalJson(organisation) };
          await trx.insertInto('register_snapshot').values(values).execute();
        }
      }),
    async list() {
      return (await db.selectFrom('register_snapshot').select('taken').distinct().orderBy('taken').execute()).map((r) => r.taken);
    },
    async get(taken) {
      const rows = await db.selectFrom('register_snapshot').selectAll().where('taken', '=', taken).orderBy('organisation').execute();
      if (rows.length === 0) return undefined;
      return {
        taken,
        rows: rows.map(({ organisation, fields, body }) => ({
          organisation: readBody(organisationSchema, `snapshot of ${organisation}`, body) as Organisation,
          fields: fields.split(' ').filter(Boolean),
        })),
      };
    },
  };
}
