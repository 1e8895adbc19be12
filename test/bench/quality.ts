import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shared } from '../corpus/shared.ts';

const CLI = join(import.meta.dirname, '../../workers/scan/src/main.ts');

/** Runs the command line on the judged cases and scores what it wrote with the set's own scorer. */
export function benchQuality(): void {
  const bench = shared('bench');
  if (!bench) {
    console.log('quality: skipped, the judged cases are not on this machine');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'asf-bench-'));
  const cli = (...args: string[]) => execFileSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  const score = (mode: string, file: string, ...only: string[]): Record<string, unknown> =>
    JSON.parse(execFileSync(process.execPath, [join(bench, 'score.mjs'), mode, bench, file, ...only], { encoding: 'utf8', maxBuffer: 1e8 }));
  const notices = join(bench, 'notices.jsonl');
  const profiles = join(bench, 'profiles.jsonl');
  const file = (name: string): string => join(folder, name);
  try {
    cli('rank', '--profiles', profiles, '--notices', notices, '--out', file('run.txt'));
    cli('classify', '--notices', notices, '--out', file('notices.tsv'));
    cli('classify', '--profiles', profiles, '--out', file('profiles.tsv'));
    const lines = readFileSync(notices, 'utf8').trimEnd().split('\n').length;
    console.log(`quality: ${lines} judged notices`);
    for (const only of [[], ['text'], ['register']]) {
      const title = only[0] ?? 'all';
      print(`rank, ${title}`, score('rank', file('run.txt'), ...only), RANK);
      print(`fields of notices, ${title}`, score('classify', file('notices.tsv'), ...only), FIELDS);
    }
    print('fields of profiles', score('profiles', file('profiles.tsv')), FIELDS.slice(0, 4));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const RANK = ['ndcg10', 'recall20', 'map', 'alert_precision', 'alert_recall', 'main_object_recall'];
const FIELDS = ['precision', 'recall', 'f1', 'macro_f1', 'top1_main', 'false_alarm'];

function print(title: string, scores: Record<string, unknown>, names: readonly string[]): void {
  console.log(`  ${title.padEnd(28)}${names.map((name) => `${name} ${Number(scores[name]).toFixed(3)}`).join('  ')}`);
}
