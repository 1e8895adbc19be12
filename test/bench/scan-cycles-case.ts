import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@asf-match/store';
import { loadWorkPlan } from '../../workers/scan/src/configuration.ts';
import { openMatching } from '../../workers/scan/src/scanning/open-matching.ts';
import { fetcherOf } from '../../workers/scan/src/scanning/open-scanning.ts';
import { scanDue } from '../../workers/scan/src/scanning/scan-due.ts';
import { SHIPPED_DATA } from '../../workers/scan/src/settings.ts';
import { sources } from '../../workers/scan/src/sources.ts';
import { startTedServer, tedConfiguration, tedHit } from '../system/ted-server.ts';

/** A process of its own, with --expose-gc: cycles of scan and match, every tenth with something new; prints the heap after each collection. */
const CYCLES = Number(process.argv[2]);
const folder = await mkdtemp(join(tmpdir(), 'asf-cycles-'));
let cycle = 0;
const server = await startTedServer(40, 0, (n) => tedHit(n + Math.floor(cycle / 10) * 5));
const file = join(folder, 'worker.json');
await writeFile(file, tedConfiguration(server));
const clock = (): string => new Date(Date.UTC(2026, 0, 1) + cycle * 12 * 3_600_000).toISOString().replace(/\.\d+Z/, 'Z');
const store = await openStore({ database: join(folder, 'a.sqlite'), archive: join(folder, 'archive'), clock });
const plan = await loadWorkPlan(file, sources);
const fetcher = fetcherOf(plan);
const options = { store: folder, data: SHIPPED_DATA };
const match = await openMatching(store, options);
const signal = new AbortController().signal;
const heaps: number[] = [];
for (; cycle < CYCLES; cycle++) {
  const ends = await scanDue(plan, {
    store,
    fetcher,
    clock,
    owner: 'bench',
    leaseSeconds: 60,
    signal,
    purchaseIndex: async () => () => ({ fields: [], stems: [] }),
  });
  if (ends[0]?.end.end !== 'finished' || ends[0].end.finished.state !== 'done') throw new Error(`cycle ${cycle}: ${JSON.stringify(ends)}`);
  await match(signal);
  globalThis.gc?.();
  heaps.push(process.memoryUsage().heapUsed);
}
console.log(JSON.stringify(heaps));
await store.close();
await server.close();
await rm(folder, { recursive: true });
