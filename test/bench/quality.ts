import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Judged, judgedOrSkip, type NoticeClass, onlyItems } from './judged.ts';
import { type FieldScores, type RankScores, scoreFields, scoreRank } from './metrics.ts';
import { answer, matcherFor, profileFields } from './ours.ts';
import { printScores } from './print.ts';

const CLI = join(import.meta.dirname, '../../workers/scan/src/main.ts');
const RANK = ['ndcg10', 'recall20', 'map', 'alert_precision', 'alert_recall', 'main_object_recall'] as const;
const FIELDS = ['precision', 'recall', 'f1', 'macro_f1', 'top1_main', 'false_alarm'] as const;

/** Runs the command line on the judged cases and scores what it wrote with the set's own scorer. */
export function benchQuality(): void {
  const judged = judgedOrSkip('quality');
  if (!judged) return;
  const folder = mkdtempSync(join(tmpdir(), 'asf-bench-'));
  try {
    console.log(`quality: ${judged.notices.length} judged notices, ${judged.organisations.length} profiles`);
    const score = scorerOf(judged.folder, writeAnswers(judged.folder, folder));
    const inProcess = scoreInProcess(judged);
    const differences: string[] = [];
    for (const only of [undefined, 'text', 'register'] as const) {
      const title = only ?? 'all';
      const ranked = score('rank', only) as unknown as RankScores;
      const fields = score('classify', only) as unknown as FieldScores;
      printScores(`rank, ${title}`, ranked, RANK);
      printScores(`fields of notices, ${title}`, fields, FIELDS);
      differences.push(...differ(`rank, ${title}`, ranked, inProcess.rank(only)), ...differ(`fields, ${title}`, fields, inProcess.fields(only)));
    }
    const profiles = score('profiles') as unknown as FieldScores;
    printScores('fields of profiles', profiles, FIELDS.slice(0, 4));
    differences.push(...differ('profiles', profiles, inProcess.profiles()));
    if (differences.length > 0) process.exitCode = 1;
    console.log(differences.length > 0 ? differences.join('\n') : '  the scores in this process agree with the set’s own scorer to four decimals');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Mode = 'rank' | 'classify' | 'profiles';

/** Writes the command line's answers to files, by the scorer's mode. */
function writeAnswers(bench: string, folder: string): Record<Mode, string> {
  const cli = (...args: string[]) => execFileSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  const [notices, profiles] = [join(bench, 'notices.jsonl'), join(bench, 'profiles.jsonl')];
  const files = { rank: join(folder, 'run.txt'), classify: join(folder, 'notices.tsv'), profiles: join(folder, 'profiles.tsv') };
  cli('rank', '--profiles', profiles, '--notices', notices, '--out', files.rank);
  cli('classify', '--notices', notices, '--out', files.classify);
  cli('classify', '--profiles', profiles, '--out', files.profiles);
  return files;
}

const scorerOf =
  (bench: string, files: Record<Mode, string>) =>
  (mode: Mode, only?: NoticeClass): Record<string, number> => {
    const args = [join(bench, 'score.mjs'), mode, bench, files[mode], ...(only ? [only] : [])];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 }));
  };

/** The same scores from the packages themselves, which the other parts of the benchmark use. */
function scoreInProcess(judged: Judged) {
  const matcher = matcherFor(judged.organisations);
  const { run, fields } = answer(matcher, judged.notices);
  return {
    rank: (only?: NoticeClass) => scoreRank(judged.qrels, run, judged.idsOf(only)),
    fields: (only?: NoticeClass) => scoreFields(onlyItems(judged.noticeFields, judged.idsOf(only)), fields),
    profiles: () => scoreFields(judged.profileFields, profileFields(matcher, judged)),
  };
}

/** Lines naming each figure that is not the same to four decimals. */
function differ(title: string, theirs: object, ours: object): string[] {
  const expected = new Map<string, unknown>(Object.entries(theirs));
  return Object.entries(ours)
    .filter(([name, value]) => Number(value).toFixed(4) !== Number(expected.get(name)).toFixed(4))
    .map(([name, value]) => `  NOT THE SAME: ${title}, ${name} is ${Number(value).toFixed(4)} in this process and ${expected.get(name)} by the set’s scorer`);
}
