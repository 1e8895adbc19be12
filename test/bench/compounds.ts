import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shared } from '../corpus/shared.ts';
import { printScores } from './print.ts';

const CLI = join(import.meta.dirname, '../../workers/scan/src/main.ts');
const LEXICON_CASE = join(import.meta.dirname, 'lexicon-case.ts');

/** What loading the prepared lexicon and splitting with it costs, in a process of its own. */
export interface LexiconCost {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly wordsPerSecond: number;
  /** Of words that were never split before. */
  readonly unseenPerSecond: number;
}

/** Compounds split as the command does it, scored by the set's own scorer; and what the lexicon costs. */
export function benchCompounds(): void {
  const bench = shared('bench');
  if (!bench) {
    console.log('compounds: skipped, the judged cases are not on this machine (set ASF_SHARED to the folder that holds them)');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'asf-bench-'));
  try {
    const [words, parts] = [join(folder, 'words.txt'), join(folder, 'parts.tsv')];
    const gold = readFileSync(join(bench, 'compounds.txt'), 'utf8').split('\n');
    writeFileSync(
      words,
      gold
        .filter((line) => line.trim() && !line.startsWith('#'))
        .map((line) => `${line.replace(/[|~]/g, '')}\n`)
        .join(''),
    );
    execFileSync(process.execPath, [CLI, 'split', '--words', words, '--out', parts], { stdio: 'ignore' });
    const scores = JSON.parse(execFileSync(process.execPath, [join(bench, 'score.mjs'), 'compounds', bench, parts], { encoding: 'utf8' }));
    console.log('compounds: goals are exact ≥ 0.93 and at most 2 false splits');
    printScores(`${scores.words} words split by hand`, scores, ['exact', 'precision', 'recall', 'f1', 'false_splits']);
    const cost = JSON.parse(execFileSync(process.execPath, ['--expose-gc', LEXICON_CASE, words], { encoding: 'utf8' })) as LexiconCost;
    console.log(`  lexicon: loaded in ${cost.milliseconds.toFixed(0)} ms (goal ≤ 60), ${cost.megabytes.toFixed(0)} MB (goal ≤ 40)`);
    console.log(`  ${Math.round(cost.wordsPerSecond).toLocaleString('en')} words/s once warm, each word seen before (goal ≥ 200,000)`);
    console.log(`  ${Math.round(cost.unseenPerSecond).toLocaleString('en')} words/s, none seen before, each two words of the set joined`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
