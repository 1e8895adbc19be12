import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asfMatch, startCli } from './cli.ts';
import { differences } from './differences.ts';
import { startTedServer, type TedServer, tedConfiguration } from './ted-server.ts';

/** `ASF_KILLS=200` for the whole of it; the gate takes some. */
const KILLS = Number(process.env.ASF_KILLS ?? 12);
const NOTICES = 600;
let folder: string;
let server: TedServer;
const path = (name: string): string => join(folder, name);
const args = (store: string): string[] => ['--store', path(store), '--config', path('worker.json'), 'work', '--once'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scan-kill-'));
  server = await startTedServer(NOTICES, 60);
  await writeFile(path('worker.json'), tedConfiguration(server));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Starts the worker and kills it at a random moment. @returns whether it ended by itself before that. */
async function workAndKill(store: string): Promise<boolean> {
  const child = startCli(args(store));
  const timer = setTimeout(() => child.kill('SIGKILL'), 400 + Math.random() * 1800);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  return code === 0;
}

it(`ends like an undisturbed run, byte for byte, after ${KILLS} kills`, { timeout: 60_000 + KILLS * 15_000 }, async () => {
  expect((await asfMatch(...args('whole'))).code).toBe(0);
  const whole = await asfMatch('--store', path('whole'), 'export');
  expect(whole.out.match(/"table":"notice_version"/g)).toHaveLength(NOTICES);
  let kills = 0;
  for (let round = 0; kills < KILLS; round++) {
    const store = `killed-${round}`;
    while (kills < KILLS && !(await workAndKill(store))) kills += 1;
    await asfMatch(...args(store));
    const killed = await asfMatch('--store', path(store), 'export');
    expect(differences(killed.out, whole.out)).toEqual([]);
    await rm(path(store), { recursive: true });
  }
});
