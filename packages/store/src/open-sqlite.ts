import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '@asf-match/domain';
import type { DatabaseConnection, Kysely } from 'kysely';
import { cachedStatements } from './cached-statements.ts';
import { migrations } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/**
 * Opens or makes a SQLite database and brings its tables up to date.
 * @throws InputError when the file is no database, or was written by a newer program. It is never overwritten.
 */
export async function openSqlite(file: string): Promise<Kysely<Tables>> {
  if (file !== ':memory:') await mkdir(dirname(file), { recursive: true });
  const [{ default: Database }, { CompiledQuery, Kysely, SqliteDialect }] = await Promise.all([import('better-sqlite3'), import('kysely')]);
  const database = new Database(file, { timeout: 30_000 });
  try {
    database.pragma('journal_mode = WAL');
    // A commit that was reported must outlive a power cut too.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // Kilobytes: rows that are added all over a table are then written once, not every time another page is wanted.
    database.pragma('cache_size = -32000');
    const dialect = new SqliteDialect({ database: cachedStatements(database) });
    const createDriver = dialect.createDriver.bind(dialect);
    // A transaction that reads before it writes must hold the write lock from the start, or two processes refuse each other at once.
    dialect.createDriver = () =>
      Object.assign(createDriver(), { beginTransaction: async (c: DatabaseConnection) => void (await c.executeQuery(CompiledQuery.raw('begin immediate'))) });
    const db = new Kysely<Tables>({ dialect });
    await migrate(db, file);
    return db;
  } catch (error) {
    database.close();
    if ((error as { code?: string }).code === 'SQLITE_NOTADB') {
      throw new InputError({
        key: 'store.not-a-database',
        file,
        message: 'The file is not an SQLite database.',
        remedy: 'Give another folder with --store, or move the file away.',
      });
    }
    throw error;
  }
}

async function migrate(db: Kysely<Tables>, file: string): Promise<void> {
  const { Migrator } = await import('kysely/migration');
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  // Another process may be migrating at the same moment; once it is done there is nothing left to do.
  for (let attempt = 1; ; attempt++) {
    const { error } = await migrator.migrateToLatest();
    if (!error) return;
    if (String(error).includes('previously executed migration')) {
      throw new InputError({
        key: 'store.newer',
        file,
        message: 'The database was written by a newer asf-match.',
        remedy: 'Use that version, or another folder with --store.',
      });
    }
    if (attempt === 5) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100 * attempt));
  }
}
