import type { Database, Statement } from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** More than the program has of different queries; lists of values of many lengths must not pile up. */
const MOST = 256;

/**
 * A database whose statements are prepared once and used again: the query builder asks for one at every call, and
 * preparing a statement of a thousand values costs as much as carrying it out. Those used longest ago are let go.
 */
export function cachedStatements(database: Database): SqliteDatabase {
  const prepared = new Map<string, Statement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      let statement = prepared.get(sql);
      // One that is being read row by row cannot begin again.
      if (!statement || statement.busy) statement = database.prepare(sql);
      prepared.delete(sql);
      prepared.set(sql, statement);
      if (prepared.size > MOST) prepared.delete(prepared.keys().next().value as string);
      return statement;
    },
  };
}
