import type { CpvCode, CpvLabel } from '@asf-match/domain';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export interface CodelistRepository {
  /** Adds labels, or puts them in place of earlier ones for the same codes; all or none. */
  importCpv(labels: readonly CpvLabel[]): Promise<void>;
  /** All labels that were imported, by code. */
  cpvLabels(): Promise<Map<CpvCode, CpvLabel>>;
}

export function codelistRepository(db: Kysely<Tables>): CodelistRepository {
  return {
    importCpv: (labels) =>
      db.transaction().execute(async (trx) => {
        for (const { code, sv, en } of labels) {
          const values = { sv, en: en ?? null };
          await trx
            .insertInto('cpv_label')
            .values({ code, ...values })
            .onConflict((c) => c.column('code').doUpdateSet(values))
            .execute();
        }
      }),
    async cpvLabels() {
      const rows = await db.selectFrom('cpv_label').selectAll().orderBy('code').execute();
      return new Map(rows.map(({ code, sv, en }) => [code, { code, sv, ...(en && { en }) }]));
    },
  };
}
