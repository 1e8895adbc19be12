import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnySource, codeLists, uhmStatistics } from '@asf-match/sources';
import { answer, json, replayServer, type Script, testFetcher } from '@asf-match/sources/testing';
import { openStore, type Store } from '@asf-match/store';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Configuration, WorkPlan } from '../configuration.ts';
import { scanDue } from './scan-due.ts';

let folder: string;
let store: Store;
let problems: string[];
const clock = (): string => '2021-11-25T06:00:00Z';
beforeEach(async () => {
  problems = [];
  folder = await mkdtemp(join(tmpdir(), 'store-parsed-'));
  store = await openStore({ database: join(folder, 'a.sqlite'), archive: join(folder, 'archive'), clock });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** One scan of a source whose site plays the script; gives what is said of it afterwards. */
async function scanned(source: AnySource, script: Script, settings: (url: string) => object, at = clock()): Promise<string | undefined> {
  await using server = await replayServer(script);
  const own = source.settings.parse(settings(server.url('/'))) as never;
  const plan: WorkPlan = { configuration: { leaseSeconds: 60 } as Configuration, sources: [{ source, enabled: true, ...source.schedule, settings: own }] };
  const due = { dueOf: () => ({ at, since: '2021-11-20' }) };
  const index = { purchaseIndex: async () => () => ({ fields: [], stems: ['kafé'] }) };
  await store.sourceStates.meet(source.id);
  const [end] = await scanDue(plan, {
    ...{ store, fetcher: testFetcher([server.origin]), clock, owner: 'a', leaseSeconds: 60, signal: new AbortController().signal },
    ...{ ...due, ...index, onProblem: (problem) => void problems.push(`${problem.key} ${problem.place}`) },
  });
  return end?.end.end === 'finished' ? end.end.finished.message : end?.end.end;
}

it('stores what codes are called', async () => {
  const list = (code: string, label: string) => answer(200, `code\tlabel_sv\n${code}\t${label}\n`);
  const script = { '/cpv.gc': list('90910000', 'Städning'), '/nuts.gc': list('SE110', 'Stockholms län') };
  expect(await scanned(codeLists, script, (url) => ({ url }))).toBe('0 new, 0 changed, 2 read.');
  expect([...(await store.codelists.cpvLabels()).values()]).toEqual([{ code: '90910000', sv: 'Städning' }]);
  expect([...(await store.codelists.nutsLabels()).values()]).toEqual([{ code: 'SE110', sv: 'Stockholms län' }]);
});

it('puts a year of statistics in place of the earlier one, and tells of rows that could not be read', async () => {
  const row = (id: string) => ({ år: '2021', 'upphandlings-id': id, 'upphandlingens titel': 'Kafé', 'namn för köpare': 'Exempelköpings kommun' });
  const rows = (...results: object[]): Script => ({
    '/a/json': (response, asked) => {
      const found = /=2021&|_limit=1$/.test(decodeURIComponent(asked.path)) ? results : [];
      json({ results: found, resultCount: found.length })(response, asked);
    },
  });
  const settings = (url: string) => ({ url, datasets: ['a'] });
  expect(await scanned(uhmStatistics, rows(row('KA1'), row('KA2')), settings)).toBe('0 new, 0 changed, 2 read.');
  const purchases = async () => (await store.statistics.find({ stems: ['kafé'] })).map(({ purchase }) => purchase.id);
  expect(await purchases()).toEqual(['KA1', 'KA2']);
  const later = rows(row('KA3'), { ...row('KA4'), 'upphandlingens titel': null });
  expect(await scanned(uhmStatistics, later, settings, '2021-11-26T06:00:00Z')).toBe('0 new, 0 changed, 1 read.');
  expect(await purchases()).toEqual(['KA3']);
  expect(problems).toEqual(['uhm.row row 3']);
});
