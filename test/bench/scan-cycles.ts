import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const CYCLES = Number(process.env.ASF_CYCLES ?? 1000);
const CASE = join(import.meta.dirname, 'scan-cycles-case.ts');
const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length / 1e6;

/** Whether a worker that runs for long keeps its memory: the heap after a forced collection, over many scans of a source that now and then has news. */
export function benchScanCycles(): void {
  const child = spawnSync(process.execPath, ['--expose-gc', CASE, String(CYCLES)], { encoding: 'utf8', maxBuffer: 64e6 });
  if (child.status !== 0) throw new Error(child.stderr);
  const heaps = JSON.parse(child.stdout) as number[];
  const part = Math.max(1, Math.floor(CYCLES / 10));
  const tenths = Array.from({ length: 10 }, (_, n) => mean(heaps.slice(n * part, (n + 1) * part)));
  const [first = 0, last = 0] = [tenths[0], tenths.at(-1)];
  console.log(`scan-cycles: ${CYCLES} scans, heap after collection`);
  console.log(`  first ${part}: ${first.toFixed(1)} MB   last ${part}: ${last.toFixed(1)} MB   ${last - first >= 0 ? '+' : ''}${(last - first).toFixed(1)} MB`);
  console.log(`  by tenths: ${tenths.map((t) => t.toFixed(1)).join(' ')} MB`);
}
