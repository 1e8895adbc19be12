import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { cachedStatements } from './cached-statements.ts';

function counted() {
  const database = new Database(':memory:');
  let prepared = 0;
  const prepare = database.prepare.bind(database);
  Object.assign(database, { prepare: (sql: string) => [prepare(sql), prepared++][0] });
  return { cached: cachedStatements(database), prepared: () => prepared };
}

describe('cachedStatements', () => {
  it('prepares the same words once', () => {
    const { cached, prepared } = counted();
    expect([1, 2, 3].map((n) => cached.prepare('select ? + 1 as n').all([n]))).toEqual([[{ n: 2 }], [{ n: 3 }], [{ n: 4 }]]);
    expect(prepared()).toBe(1);
  });

  it('lets go of those used longest ago', () => {
    const { cached, prepared } = counted();
    for (let n = 0; n < 300; n++) {
      cached.prepare('select 0');
      cached.prepare(`select ${n + 1}`);
    }
    expect(prepared()).toBe(301);
    cached.prepare('select 300');
    expect(prepared()).toBe(301);
    cached.prepare('select 1');
    expect(prepared()).toBe(302);
  });

  it('gives another while one is being read', () => {
    const { cached } = counted();
    const sql = 'select 1 as n union select 2';
    const rows = cached.prepare(sql).iterate([]);
    expect(rows.next().value).toEqual({ n: 1 });
    expect(cached.prepare(sql).all([])).toHaveLength(2);
    expect(rows.next().value).toEqual({ n: 2 });
  });

  it('reads a table that got another column', () => {
    const { cached } = counted();
    cached.prepare('create table t (a integer)').run([]);
    cached.prepare('insert into t values (1)').run([]);
    expect(cached.prepare('select * from t').all([])).toEqual([{ a: 1 }]);
    cached.prepare('alter table t add column b integer').run([]);
    expect(cached.prepare('select * from t').all([])).toEqual([{ a: 1, b: null }]);
  });
});
