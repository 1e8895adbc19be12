import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asfMatch } from './cli.ts';
import { startTedServer, type TedServer, tedConfiguration, tedHit } from './ted-server.ts';

let folder: string;
let server: TedServer;
const path = (name: string): string => join(folder, name);
const run = (...args: string[]) => asfMatch('--store', path('store'), '--config', path('worker.json'), ...args);

/** The list of the city’s own site, as a person saved it. */
const SAVED = `<!doctype html><html><body><div class="container">
<div class="row mt-4"><div class="col-md-8"><p class="h4"><a href="NoticeOverview.aspx?ProcurementId=77"><span>KA 77</span></a> - Lokalvård av förskolor, område 0 <small>Annons</small></p>
<small>visas mellan 2026-11-01 – 2027-01-10, sista anbudsdag är 2027-01-10, utförandeort Stockholm.</small><div>Städning av förskolor.</div></div></div>
</div></body></html>`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purchases-'));
  const hit = (n: number) => ({ ...tedHit(n), 'buyer-name': { swe: ['Stockholms kommun'] } });
  server = await startTedServer(3, 0, hit);
  await writeFile(path('worker.json'), tedConfiguration(server));
  await writeFile(path('NoticeList.html'), SAVED);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

it('knows a purchase from TED again on the buyer’s own page, tells of it once, and says why it is the same', async () => {
  expect((await run('ingest', path('NoticeList.html'))).code).toBe(0);
  expect((await run('work', '--once')).err).toMatch(/matched 4 notices: .* 1 of purchases known already/);
  const rows = (await run('export')).out.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []));
  const placed = rows.filter((r) => r.table === 'purchase_notice');
  expect(placed).toHaveLength(4);
  expect(new Set(placed.map((r) => r.purchase)).size).toBe(3);
  const joined = placed.find((r) => r.purchase !== r.key);
  expect(joined.probability).toBeGreaterThan(0.5);
  expect(joined.body.map((r: { rule: string }) => r.rule)).toEqual(expect.arrayContaining(['title', 'deadline']));
  expect(rows.filter((r) => r.table === 'news' && r.kind === 'published')).toHaveLength(3);
});
