import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asfMatch } from './cli.ts';
import { differences } from './differences.ts';
import { eformsNotice } from './eforms.ts';

let folder: string;
const path = (name: string): string => join(folder, name);
const file = (n: number): string => path(`in/${n}.xml`);
const NOTICES = 30;
const all = Array.from({ length: NOTICES }, (_, i) => i + 1);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ingest-'));
  await mkdir(path('in'));
  for (const n of all) await writeFile(file(n), eformsNotice({ number: n }));
});
afterAll(() => rm(folder, { recursive: true }));

const ingest = async (store: string, ...files: readonly string[]) => JSON.parse((await asfMatch('--store', path(store), 'ingest', '--json', ...files)).out);
const exported = async (store: string): Promise<string> => (await asfMatch('--store', path(store), 'export')).out;

it('makes no second version of what it has already read', async () => {
  expect((await ingest('twice', path('in'))).notices).toEqual({ new: NOTICES, version: 0, unchanged: 0, 'taken-away': 0 });
  const once = await exported('twice');
  expect((await ingest('twice', path('in'))).notices).toEqual({ new: 0, version: 0, unchanged: NOTICES, 'taken-away': 0 });
  expect(await exported('twice')).toBe(once);
});

it('ends with the same contents whatever the order', async () => {
  await ingest('forward', ...all.map(file));
  await ingest('backward', ...[...all].reverse().map(file));
  expect(differences(await exported('forward'), await exported('backward'))).toEqual([]);
});

it('stores a real change as a new version, and a republished newer one as the current', async () => {
  await mkdir(path('changed'));
  await cp(file(1), path('changed/a.xml'));
  const changed = eformsNotice({ number: 1, description: 'Städning av kontor och trapphus.' }).replace('<cbc:VersionID>01<', '<cbc:VersionID>02<');
  await writeFile(path('changed/b.xml'), changed);
  for (const store of ['ab', 'ba']) await ingest(store, ...(store === 'ab' ? ['a', 'b'] : ['b', 'a']).map((name) => path(`changed/${name}.xml`)));
  const [ab, ba] = [await exported('ab'), await exported('ba')];
  expect(differences(ab, ba)).toEqual([]);
  const versions = ab.split('\n').filter((line) => line.includes('"table":"notice_version"'));
  expect(versions).toHaveLength(2);
  expect(versions.filter((line) => line.includes('"is_current":1')).join()).toContain('trapphus');
});

it('lets several processes write to one store at once', async () => {
  const runs = [0, 1, 2, 3].map((part) => ingest('shared', ...all.filter((n) => n % 4 === part || n <= 5).map(file)));
  const counts = await Promise.all(runs);
  expect(counts.reduce((sum, c) => sum + c.notices.new, 0)).toBe(NOTICES);
  expect(counts.every((c) => c.refused === 0)).toBe(true);
  await ingest('alone', path('in'));
  expect(differences(await exported('shared'), await exported('alone'))).toEqual([]);
});

it('reads the page of a source that a person saved, and says what it is when it is another', async () => {
  const row = '<div class="row"><div><p class="h4"><a href="x?ProcurementId=7"><span>AMN 1</span></a> - Fönsterputs</p></div></div>';
  await writeFile(path('saved.html'), `<html><meta charset="utf-8">${row}</html>`);
  await writeFile(path('other.html'), '<html><h1>Logga in</h1></html>');
  const counts = await ingest('pages', path('saved.html'), path('other.html'));
  expect(counts).toMatchObject({ read: 1, refused: 1, notices: { new: 1 }, problems: [{ key: 'kommers.shape' }] });
  expect(await exported('pages')).toContain('"key":"kommers-stockholm:7"');
});
