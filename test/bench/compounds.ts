import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subjectOfNotice } from '@asf-match/domain';
import { tokens } from '@asf-match/swedish';
import { shared } from '../corpus/shared.ts';
import { loadJudged } from './judged.ts';
import { printScores } from './print.ts';
import { tedNotices } from './ted-notices.ts';

const CLI = join(import.meta.dirname, '../../workers/scan/src/main.ts');
const LEXICON_CASE = join(import.meta.dirname, 'lexicon-case.ts');

/** What loading the prepared lexicon and splitting with it costs, in a process of its own. */
export interface LexiconCost {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly wordsPerSecond: number;
  /** Of two words joined, never split before. */
  readonly pairsPerSecond: number;
  /** Of the different words of running text, never split before. */
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
    const [words, parts, running] = [join(folder, 'words.txt'), join(folder, 'parts.tsv'), join(folder, 'running.txt')];
    const gold = readFileSync(join(bench, 'compounds.txt'), 'utf8').split('\n');
    writeFileSync(
      words,
      gold
        .filter((line) => line.trim() && !line.startsWith('#'))
        .map((line) => `${line.replace(/[|~]/g, '')}\n`)
        .join(''),
    );
    const seen = runningWords();
    writeFileSync(running, seen.join('\n'));
    execFileSync(process.execPath, [CLI, 'split', '--words', words, '--out', parts], { stdio: 'ignore' });
    const scores = JSON.parse(execFileSync(process.execPath, [join(bench, 'score.mjs'), 'compounds', bench, parts], { encoding: 'utf8' }));
    console.log('compounds: goals are exact ≥ 0.93 and at most 2 false splits');
    printScores(`${scores.words} words split by hand`, scores, ['exact', 'precision', 'recall', 'f1', 'false_splits']);
    const cost = JSON.parse(execFileSync(process.execPath, ['--expose-gc', LEXICON_CASE, words, running], { encoding: 'utf8' })) as LexiconCost;
    console.log(`  lexicon: loaded in ${cost.milliseconds.toFixed(0)} ms (goal ≤ 60), ${cost.megabytes.toFixed(0)} MB (goal ≤ 40)`);
    const speed = (wordsPerSecond: number, which: string): void => console.log(`  ${Math.round(wordsPerSecond).toLocaleString('en')} words/s, ${which}`);
    speed(cost.unseenPerSecond, `none seen before: ${seen.length} different words of notices (goal ≥ 200,000)`);
    speed(cost.pairsPerSecond, 'none seen before: two words of the set joined, of 27 letters on average');
    speed(cost.wordsPerSecond, 'each seen before');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The different words of the real notices and of the judged ones. */
function runningWords(): string[] {
  const notices = [...tedNotices(), ...(loadJudged()?.notices ?? [])];
  const texts = notices.flatMap((notice) => subjectOfNotice(notice).texts.map(({ text }) => text));
  return [...new Set(texts.flatMap((text) => tokens(text).map(({ word }) => word)))];
}
