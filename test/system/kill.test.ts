import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asfMatch, startCli } from './cli.ts';
import { differences } from './differences.ts';
import { eformsNotice } from './eforms.ts';

const KILLS = 20;
const NOTICES = 600;
let folder: string;
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kill-'));
  await mkdir(path('in'));
  for (let n = 1; n <= NOTICES; n++) await writeFile(path(`in/${String(n).padStart(4, '0')}.xml`), eformsNotice({ number: n, lots: 3 }));
});
afterAll(() => rm(folder, { recursive: true }));

/** Starts an ingest and kills it after a while; gives the keys that it had reported as stored. */
async function ingestAndKill(store: string, afterStored: number): Promise<string[]> {
  const child = startCli(['--store', store, 'ingest', path('in'), '--verbose']);
  const reported: string[] = [];
  const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream });
  lines.on('line', (line) => {
    const key = /^stored (\S+)/.exec(line)?.[1];
    if (key) reported.push(key);
    if (reported.length >= afterStored) child.kill('SIGKILL');
  });
  // Besides kills after so many reports, a clock catches moments between them.
  const timer = setTimeout(() => child.kill('SIGKILL'), 250 + Math.random() * 1500);
  await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  return reported;
}

it('loses nothing that was reported as stored, and ends like an undisturbed run', { timeout: 180_000 }, async () => {
  const reported = new Set<string>();
  for (let kill = 0; kill < KILLS; kill++) {
    for (const key of await ingestAndKill(path('killed'), 1 + Math.floor(Math.random() * NOTICES))) reported.add(key);
    const { code, out } = await asfMatch('--store', path('killed'), 'export');
    expect(code).toBe(0);
    const stored = new Set(out.split('\n').flatMap((line) => /"key":"(ted:[^"]+)"/.exec(line)?.[1] ?? []));
    expect([...reported].filter((key) => !stored.has(key))).toEqual([]);
  }
  expect(reported.size).toBeGreaterThan(0);
  await asfMatch('--store', path('killed'), 'ingest', path('in'));
  await asfMatch('--store', path('whole'), 'ingest', path('in'));
  const [killed, whole] = await Promise.all([asfMatch('--store', path('killed'), 'export'), asfMatch('--store', path('whole'), 'export')]);
  expect(differences(killed.out, whole.out)).toEqual([]);
});
