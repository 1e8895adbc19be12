import type { CpvCode, CpvLabel, NutsLabel } from '@asf-match/domain';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export interface CodelistRepository {
  /** Adds labels, or puts them in place of earlier ones for the same codes; all or none. */
  importCpv(labels: readonly CpvLabel[]): Promise<void>;
  /** The same for areas. */
  importNuts(labels: readonly NutsLabel[]): Promise<void>;
  /** All labels that were imported, by code. */
  cpvLabels(): Promise<Map<CpvCode, CpvLabel>>;
  nutsLabels(): Promise<Map<string, NutsLabel>>;
}

type LabelTable = 'cpv_label' | 'nuts_label';

export function codelistRepository(db: Kysely<Tables>): CodelistRepository {
  const replace = (table: LabelTable, labels: readonly CpvLabel[]): Promise<void> =>
    db.transaction().execute(async (trx) => {
      for (const { code, sv, en } of labels) {
        const values = { sv, en: en ?? null };
        await trx
          .insertInto(table)
          .values({ code, ...values })
          .onConflict((c) => c.column('code').doUpdateSet(values))
          .execute();
      }
    });
  const read = async (table: LabelTable): Promise<Map<string, CpvLabel>> => {
    const rows = await db.selectFrom(table).selectAll().orderBy('code').execute();
    return new Map(rows.map(({ code, sv, en }) => [code, { code, sv, ...(en && { en }) }]));
  };
  return {
    importCpv: (labels) => replace('cpv_label', labels),
    importNuts: (labels) => replace('nuts_label', labels),
    cpvLabels: () => read('cpv_label'),
    nutsLabels: () => read('nuts_label'),
  };
}
