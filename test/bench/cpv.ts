import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { shared } from '../corpus/shared.ts';
import { printScores } from './print.ts';

const CLI = join(import.meta.dirname, '../../workers/scan/src/main.ts');
/** Titles before this day are for learning, those after are asked about. */
const SPLIT = '2021-10-01';
const TRAINING = [0.125, 0.25, 0.5, 1];

/** The CPV division of titles that the model has not seen, by how many titles it learnt from: the command and the set's own scorer. */
export function benchCpv(): void {
  const [bench, statistics] = [shared('bench'), shared('corpus/uhm')];
  if (!bench || !statistics) {
    console.log('cpv: skipped, the judged cases are not on this machine (set ASF_SHARED to the folder that holds them)');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'asf-bench-'));
  try {
    const [head = '', ...rows] = gunzipSync(readFileSync(join(statistics, 'procurements_2021.tsv.gz')))
      .toString('utf8')
      .trim()
      .split('\n');
    const gold = new Set(
      readFileSync(join(bench, 'cpv_gold.tsv'), 'utf8')
        .split('\n')
        .map((line) => line.split('\t')[0]),
    );
    const published = head.split('\t').indexOf('published');
    const learnt = rows.filter((row) => (row.split('\t')[published] ?? '') < SPLIT);
    const [train, titles, out] = [join(folder, 'train.tsv'), join(folder, 'titles.tsv'), join(folder, 'out.tsv')];
    const write = (file: string, lines: readonly string[]): void => writeFileSync(file, `${[head, ...lines].join('\n')}\n`);
    const asked = rows.filter((row) => gold.has(row.split('\t')[0]));
    const kind = head.split('\t').indexOf('kind');
    const withoutKind = (row: string): string => row.split('\t').with(kind, '').join('\t');
    const predict = (title: string): void => {
      execFileSync(process.execPath, [CLI, 'predict-cpv', '--train', train, '--titles', titles, '--out', out], { stdio: 'ignore' });
      const scores = JSON.parse(execFileSync(process.execPath, [join(bench, 'score.mjs'), 'cpv', bench, out], { encoding: 'utf8' }));
      printScores(title, scores, ['acc1', 'acc3', 'macro_f1']);
    };
    write(titles, asked.map(withoutKind));
    console.log('cpv: division from the title alone; goals are acc1 ≥ 0.73 and acc3 ≥ 0.89');
    for (const share of TRAINING) {
      // Every n-th row, so that each share is of the whole time.
      const some = learnt.filter((_, i) => i % Math.round(1 / share) === 0);
      write(train, some);
      predict(`learnt from ${some.length} titles`);
    }
    write(titles, asked);
    predict('the same, told if goods, services or works');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
