import type { Kysely } from 'kysely';
import type { z } from 'zod';
import { canonicalJson, sha256 } from '../canonical-json.ts';
import { readBody } from '../read-body.ts';
import type { Tables } from '../tables.ts';
import type { UpsertOutcome } from './notices.ts';

/** Things that are known by their id and kept in their latest form: needs and organisations. */
export interface EntityRepository<T extends { readonly id: string }> {
  /** All or none, in one transaction. `version` means that the row was there and changed. */
  upsertMany(entities: readonly T[]): Promise<UpsertOutcome[]>;
  get(id: string): Promise<T | undefined>;
  /** By id. */
  list(): Promise<T[]>;
}

export function entityRepository<T extends { readonly id: string }>(
  db: Kysely<Tables>,
  table: 'need' | 'organisation',
  schema: z.ZodType<T>,
): EntityRepository<T> {
  const read = (row: { id: string; body: string }): T => readBody(schema, `${table} ${row.id}`, row.body);
  return {
    upsertMany: (entities) =>
      db.transaction().execute(async (trx) => {
        const outcomes: UpsertOutcome[] = [];
        for (const entity of entities) {
          const body = canonicalJson(entity);
          const content_hash = sha256(body);
          const known = await trx.selectFrom(table).select('content_hash').where('id', '=', entity.id).executeTakeFirst();
          if (known?.content_hash !== content_hash) {
            await trx
              .insertInto(table)
              .values({ id: entity.id, content_hash, body })
              .onConflict((c) => c.column('id').doUpdateSet({ content_hash, body }))
              .execute();
          }
          outcomes.push(!known ? 'new' : known.content_hash === content_hash ? 'unchanged' : 'version');
        }
        return outcomes;
      }),
    async get(id) {
      const row = await db.selectFrom(table).select(['id', 'body']).where('id', '=', id).executeTakeFirst();
      return row && read(row);
    },
    async list() {
      return (await db.selectFrom(table).select(['id', 'body']).orderBy('id').execute()).map(read);
    },
  };
}
