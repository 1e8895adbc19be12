import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** How a source was last found to be. */
export interface HealthNote {
  readonly source: string;
  readonly state: string;
  readonly message: string;
}

/** A change of state. `before` is missing the first time. */
export interface HealthEvent {
  readonly source: string;
  readonly at: string;
  readonly before?: string;
  readonly after: string;
  readonly message: string;
}

export interface HealthRepository {
  /** Notes how sources are, and gives the changes since they were last noted; each change is given to one caller only. */
  note(notes: readonly HealthNote[]): Promise<HealthEvent[]>;
  /** Newest first. */
  events(most: number): Promise<HealthEvent[]>;
}

export function healthRepository(db: Kysely<Tables>, clock: () => string): HealthRepository {
  return {
    note: (notes) =>
      db.transaction().execute(async (trx) => {
        const changes: HealthEvent[] = [];
        const at = clock();
        for (const { source, state, message } of notes) {
          const known = await trx.selectFrom('health_state').select('state').where('source', '=', source).executeTakeFirst();
          if (known?.state === state) continue;
          await trx
            .insertInto('health_state')
            .values({ source, state, since: at, message })
            .onConflict((c) => c.column('source').doUpdateSet({ state, since: at, message }))
            .execute();
          changes.push({ source, at, ...(known && { before: known.state }), after: state, message });
          await trx
            .insertInto('health_event')
            .values({ source, at, before: known?.state ?? null, after: state, message })
            .onConflict((c) => c.doNothing())
            .execute();
        }
        return changes;
      }),
    async events(most) {
      const rows = await db.selectFrom('health_event').selectAll().orderBy('at', 'desc').orderBy('source').limit(most).execute();
      return rows.map(({ before, ...row }) => ({ ...row, ...(before !== null && { before }) }));
    },
  };
}
