import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asfMatch, type Ran, startCli } from './cli.ts';
import { startTedServer, type TedServer, tedConfiguration } from './ted-server.ts';

let folder: string;
let server: TedServer;
const path = (name: string): string => join(folder, name);
const run = (store: string, ...args: string[]): Promise<Ran> => asfMatch('--store', path(store), '--config', path('worker.json'), ...args);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scan-'));
  server = await startTedServer(520);
  await writeFile(path('worker.json'), tedConfiguration(server));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('scan', () => {
  it('says what would change and stores nothing with --dry-run, and then stores it once', async () => {
    const dry = JSON.parse((await run('a', 'scan', '--dry-run', '--json')).out);
    expect(dry).toMatchObject([{ source: 'ted', documents: 3, known: 0, total: 520, failures: [], problems: [] }]);
    expect(dry[0].fresh).toHaveLength(520);
    expect((await run('a', 'export')).out).toBe('');
    expect((await run('a', 'scan')).out).toBe('TED (Tenders Electronic Daily): 520 new, 0 changed, 520 read.\n');
    expect((await run('a', 'scan', '--dry-run')).out).toContain('0 new, 0 changed, 520 known');
  });

  it('keeps away what was taken away', async () => {
    const key = 'ted:00000000-0000-4000-8000-000000000007';
    expect((await run('a', 'forget', key, '--because', 'På begäran.')).out).toContain('will not come back');
    expect((await run('a', 'scan')).code).toBe(0);
    const exported = (await run('a', 'export')).out;
    const tables = exported.split('\n').flatMap((line) => (line.includes(key) ? (/"table":"(\w+)"/.exec(line)?.[1] ?? '') : []));
    // That it was told of stays on record.
    expect(tables.sort()).toEqual(['news', 'tombstone']);
    expect((await run('a', 'forget', key, '--because', 'x')).code).toBe(2);
  });

  it('names a source that it does not know', async () => {
    const { code, err } = await run('a', 'scan', '--source', 'tedd');
    expect([code, err]).toEqual([2, expect.stringMatching(/There is no source tedd; there are ted, /)]);
  });
});

describe('sources and health', () => {
  it('show the last result, and that all is well', async () => {
    const sources = JSON.parse((await run('a', 'sources', '--json')).out);
    expect(sources.find((s: { id: string }) => s.id === 'ted')).toMatchObject({
      id: 'ted',
      enabled: true,
      state: 'ok',
      licence: expect.stringContaining('2011/833/EU'),
    });
    const { code, out } = await run('a', 'health', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, alerts: [] });
    expect(JSON.parse(out).sources[0]).toMatchObject({ source: 'ted', state: 'ok', errorsInRow: 0, total: 520 });
  });

  it('end with 1 when nothing answers, which is not the same as nothing new', async () => {
    await writeFile(path('down.json'), tedConfiguration({ origin: 'http://127.0.0.1:9', url: 'http://127.0.0.1:9/' }));
    const down = (...args: string[]) => asfMatch('--store', path('b'), '--config', path('down.json'), ...args);
    for (let i = 0; i < 3; i++) {
      await down('scan');
      await new Promise((resolve) => setTimeout(resolve, 1100));
    }
    const { code, out } = await down('health');
    expect(code).toBe(1);
    expect(out).toMatch(/ted .*failing .*aldrig svarat/s);
  });
});

describe('work', () => {
  const worker = (store: string, config = 'worker.json') => {
    const child = startCli(['--store', path(store), '--config', path(config), 'work']);
    let err = '';
    child.stderr?.on('data', (chunk) => {
      err += chunk;
    });
    return {
      child,
      said: () => err,
      until: async (pattern: RegExp): Promise<void> => {
        for (let i = 0; i < 300 && !pattern.test(err); i++) await new Promise((resolve) => setTimeout(resolve, 100));
        expect(err).toMatch(pattern);
      },
      ended: () => new Promise<number | null>((resolve) => child.on('close', resolve)),
    };
  };

  it('does not start without a contact address', async () => {
    await writeFile(path('nobody.json'), tedConfiguration(server, { contact: null }));
    const { code, err } = await asfMatch('--store', path('c'), '--config', path('nobody.json'), 'work', '--once');
    expect([code, err]).toEqual([2, expect.stringContaining('nobody.json, contact: There is no contact address.')]);
  });

  it('hands a scan back within ten seconds when it is asked to stop, and the next goes on where it was', async () => {
    const slow = await startTedServer(900, 1200);
    await writeFile(path('slow.json'), tedConfiguration(slow));
    const first = worker('d', 'slow.json');
    await first.until(/working/);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const asked = performance.now();
    first.child.kill('SIGTERM');
    expect(await first.ended()).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(first.said()).toMatch(/ted: handed-back/);
    const before = slow.pages();
    const second = await asfMatch('--store', path('d'), '--config', path('slow.json'), 'work', '--once');
    expect(second.err).toMatch(/ted: 900 new, 0 changed, 900 read\./);
    expect(slow.pages() - before).toBeLessThan(5);
    await slow.close();
  });

  it('is shared by two processes: one scan, made by one of them', async () => {
    const before = server.pages();
    const both = await Promise.all([run('e', 'work', '--once'), run('e', 'work', '--once')]);
    expect(both.map((r) => r.code)).toEqual([0, 0]);
    expect(
      both
        .map((r) => r.err)
        .join('')
        .match(/520 new/g),
    ).toHaveLength(1);
    expect(server.pages() - before).toBe(3);
  });

  it('answers on loopback how it stands, only to loopback’s own names, and tells a change of state once', async () => {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    await writeFile(path('health.json'), tedConfiguration(server, { health: { port } }));
    const running = worker('f', 'health.json');
    await running.until(/520 new/);
    const health = await fetch(`http://127.0.0.1:${port}/health`);
    expect([health.status, await health.json()]).toEqual([
      200,
      { ok: true, alerts: [], sources: expect.arrayContaining([expect.objectContaining({ source: 'ted', state: 'ok' })]) },
    ]);
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toMatch(/^asf_match_source_wrong\{source="ted"\} 0$/m);
    expect((await fetch(`http://127.0.0.1:${port}/other`)).status).toBe(404);
    const { request } = await import('node:http');
    const status = await new Promise<number | undefined>((resolve) =>
      request({ port, host: '127.0.0.1', path: '/health', headers: { host: 'evil.example' } }, (r) => resolve(r.statusCode)).end(),
    );
    expect(status).toBe(421);
    running.child.kill('SIGTERM');
    await running.ended();
  });
});
