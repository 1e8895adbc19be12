import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@asf-match/domain';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { alertsContract } from './alerts/contract.ts';
import { sampleNotice, storeContract } from './contract.ts';
import { statisticsContract } from './statistics/contract.ts';
import { openStore } from './store.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'store-'));
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach((f) => void rmSync(f, { recursive: true, force: true })));
const clock = () => '2026-11-23T12:00:00Z';
const openIn = (at: string) => openStore({ database: join(at, 'db.sqlite'), archive: join(at, 'archive'), clock });
const keyOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error) => (error instanceof InputError ? error.problem.key : String(error)),
  );

const inMemory = () => openStore({ database: ':memory:', archive: folder(), clock });
storeContract('SQLite', inMemory);
statisticsContract('SQLite', inMemory);
alertsContract('SQLite', inMemory);

describe('the file', () => {
  it('keeps what was stored when it is opened again', async () => {
    const at = folder();
    const first = await openIn(at);
    await first.notices.upsertMany([{ notice: sampleNotice() }]);
    await first.close();
    const second = await openIn(at);
    expect(await second.notices.get('ted:n1')).toEqual(sampleNotice());
    await second.close();
  });

  it('is refused and left alone when it is no database', async () => {
    const at = folder();
    await writeFile(join(at, 'db.sqlite'), 'Detta är min inköpsplan. '.repeat(100));
    expect(await keyOf(openIn(at))).toBe('store.not-a-database');
    expect(await readFile(join(at, 'db.sqlite'), 'utf8')).toMatch(/^Detta/);
  });

  it('is refused when a newer program wrote it', async () => {
    const at = folder();
    await (await openIn(at)).close();
    const raw = new Database(join(at, 'db.sqlite'));
    raw.prepare('insert into kysely_migration (name, timestamp) values (?, ?)').run('9999-later', '2030-01-01');
    raw.close();
    expect(await keyOf(openIn(at))).toBe('store.newer');
  });

  it('says which row does not fit when something else wrote into it', async () => {
    const at = folder();
    const store = await openIn(at);
    await store.notices.upsertMany([{ notice: sampleNotice() }]);
    const raw = new Database(join(at, 'db.sqlite'));
    raw.exec(`update notice_version set body = '{}'`);
    raw.close();
    await expect(store.notices.get('ted:n1')).rejects.toThrow('stored notice ted:n1 does not fit');
    await store.close();
  });
});

describe('the archive', () => {
  it('says so when a document is damaged or missing, and takes only hashes as names', async () => {
    const at = folder();
    const store = await openIn(at);
    const hash = await store.archive.put(new TextEncoder().encode('en kungörelse'));
    const other = await store.archive.put(new TextEncoder().encode('en annan'));
    const path = (h: string) => join(at, 'archive', h.slice(0, 2), `${h}.zst`);
    await writeFile(path(hash), await readFile(path(other)));
    await expect(store.archive.get(hash)).rejects.toThrow('is damaged');
    await writeFile(path(hash), 'skräp');
    await expect(store.archive.get(hash)).rejects.toThrow('cannot be read');
    await expect(store.archive.get('0'.repeat(64))).rejects.toThrow();
    await expect(store.archive.get('../../etc/passwd')).rejects.toThrow('not a SHA-256');
    expect(readdirSync(join(at, 'archive'), { recursive: true }).filter((f) => String(f).endsWith('.part'))).toEqual([]);
    await store.close();
  });
});

describe('the log of who was told what', () => {
  it.each([
    ['a changed entry', `update audit set body = '{"n":9}' where seq = 2`, 'row 2 was changed'],
    ['a changed moment', `update audit set at = '2020-01-01T00:00:00Z' where seq = 2`, 'row 2 was changed'],
    ['a missing entry', 'delete from audit where seq = 2', 'row 2 is missing'],
    [
      'entries in another order',
      'update audit set seq = 9 where seq = 2; update audit set seq = 2 where seq = 3; update audit set seq = 3 where seq = 9',
      'row 2 does not follow',
    ],
  ])('shows %s', async (_, change, problem) => {
    const at = folder();
    const store = await openIn(at);
    for (let n = 1; n <= 3; n++) await store.audit.append('changed', { n }, clock());
    const raw = new Database(join(at, 'db.sqlite'));
    raw.exec(change);
    raw.close();
    expect(await store.audit.verify()).toMatchObject({ unbroken: false, seq: 2, problem: expect.stringContaining(problem) });
    await store.close();
  });
});
