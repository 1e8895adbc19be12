import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** What is known of a source as a whole. Instants in UTC. */
export interface SourceState {
  readonly source: string;
  /** When it was first met. What was published before is not missed. */
  readonly knownSince: string;
  /** The newest due time that has been dealt with, or is being dealt with. */
  readonly lastDue?: string;
  readonly lastAttempt?: string;
  readonly lastSuccess?: string;
  readonly errorsInRow: number;
  /** Stable key of the last failure, while it lasts. */
  readonly failure?: string;
  /** What came of the last attempt, one English sentence. */
  readonly message: string;
}

/** New items of one day. */
export interface SourceDay {
  /** `YYYY-MM-DD` in Stockholm. */
  readonly day: string;
  readonly fresh: number;
}

export interface SourceStateRepository {
  /** Notes that a source exists from now on; what is known already stays. */
  meet(source: string): Promise<SourceState>;
  get(source: string): Promise<SourceState | undefined>;
  list(): Promise<SourceState[]>;
  /** Oldest first. Days without new items have no row. */
  days(source: string, since: string): Promise<SourceDay[]>;
}

export function sourceStateRepository(db: Kysely<Tables>, clock: () => string): SourceStateRepository {
  const get = async (source: string): Promise<SourceState | undefined> => {
    const row = await db.selectFrom('source_state').selectAll().where('source', '=', source).executeTakeFirst();
    return row && read(row);
  };
  return {
    get,
    async meet(source) {
      await meetSource(db, source, clock());
      return (await get(source)) as SourceState;
    },
    async list() {
      return (await db.selectFrom('source_state').selectAll().orderBy('source').execute()).map(read);
    },
    async days(source, since) {
      return db.selectFrom('source_day').select(['day', 'fresh']).where('source', '=', source).where('day', '>=', since).orderBy('day').execute();
    },
  };
}

/** Within a transaction or alone. */
export async function meetSource(db: Kysely<Tables> | Transaction<Tables>, source: string, now: string): Promise<void> {
  await db
    .insertInto('source_state')
    .values({ source, known_since: now, last_due: null, last_attempt: null, last_success: null, errors_in_row: 0, failure: null, message: '' })
    .onConflict((c) => c.doNothing())
    .execute();
}

const read = (row: Selectable<Tables['source_state']>): SourceState => ({
  source: row.source,
  knownSince: row.known_since,
  ...(row.last_due && { lastDue: row.last_due }),
  ...(row.last_attempt && { lastAttempt: row.last_attempt }),
  ...(row.last_success && { lastSuccess: row.last_success }),
  errorsInRow: row.errors_in_row,
  ...(row.failure && { failure: row.failure }),
  message: row.message,
});
