import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shared } from '../corpus/shared.ts';
import { median, timed } from './median.ts';

const CLI = join(import.meta.dirname, '../../workers/scan/src/main.ts');
const RUNS = 7;

/** Whole processes, from start to exit: help, and ranking 100 notices for the judged profiles; beside them a bare `node -e 0`. */
export function benchStartUp(): void {
  const run = (...args: readonly string[]): number => median(Array.from({ length: RUNS }, () => timed(() => spawnSync(process.execPath, args))));
  console.log(`start-up: whole processes, median of ${RUNS} runs`);
  console.log(`  node -e 0                      ${run('-e', '0').toFixed(0)} ms`);
  console.log(`  asf-match --help               ${run(CLI, '--help').toFixed(0)} ms`);
  const bench = shared('bench');
  if (!bench) return;
  const folder = mkdtempSync(join(tmpdir(), 'asf-bench-'));
  const notices = join(folder, 'notices.jsonl');
  writeFileSync(notices, readFileSync(join(bench, 'notices.jsonl'), 'utf8').split('\n').slice(0, 100).join('\n'));
  const args = ['rank', '--profiles', join(bench, 'profiles.jsonl'), '--notices', notices, '--out', join(folder, 'run.txt')];
  console.log(`  asf-match rank, 100 notices    ${run(CLI, ...args).toFixed(0)} ms`);
  rmSync(folder, { recursive: true });
}
