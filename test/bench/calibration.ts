import { type Judged, judgedOrSkip } from './judged.ts';
import { type FieldRow, type Gold, type RunRow, saidOf } from './metrics.ts';
import { answer, matcherFor, profileFields } from './ours.ts';
import { printRow } from './print.ts';

const BINS = 10;

/** A probability that was said, and whether it came true. */
interface Prediction {
  readonly probability: number;
  readonly right: boolean;
}

interface Bin {
  readonly count: number;
  readonly said: number;
  readonly right: number;
}

/** How often what is said with a probability is right. Pairs without any evidence, which are not said at all, are left out, and so are disputed ones. */
export function benchCalibration(): void {
  const judged = judgedOrSkip('calibration');
  if (!judged) return;
  const matcher = matcherFor(judged.organisations);
  const { run, fields } = answer(matcher, judged.notices);
  const tables = [
    binned(fieldPredictions(judged.noticeFields, fields)),
    binned(fieldPredictions(judged.profileFields, profileFields(matcher, judged))),
    binned(matchPredictions(judged, run)),
  ];
  console.log('calibration: by probability said, how many, their mean probability, and the share that is right');
  printRow('', ['fields of notices', 'fields of profiles', 'matches'], 24);
  for (let bin = BINS - 1; bin >= 0; bin--) {
    const title = `${(bin / BINS).toFixed(1)}–${((bin + 1) / BINS).toFixed(1)}`;
    printRow(
      title,
      tables.map((bins) => cellOf(bins[bin])),
      24,
    );
  }
  printRow(
    'expected calibration error',
    tables.map((bins) => expectedError(bins).toFixed(3)),
    24,
  );
}

const cellOf = (bin: Bin | undefined): string => (bin?.count ? `${bin.count}  ${bin.said.toFixed(2)}  ${bin.right.toFixed(2)}` : '–');

const fieldPredictions = (gold: Gold, rows: readonly FieldRow[]): Prediction[] =>
  [...saidOf(gold, rows)].flatMap(([id, said]) => [...said].map(([field, probability]) => ({ probability, right: gold.grades.get(id)?.has(field) ?? false })));

function matchPredictions({ qrels }: Judged, run: readonly RunRow[]): Prediction[] {
  const grades = new Map(qrels.map((q) => [`${q.profile} ${q.notice}`, q.grade]));
  return run.flatMap(({ profile, notice, score }) => {
    const grade = grades.get(`${profile} ${notice}`) ?? 0;
    return grade < 0 ? [] : [{ probability: score, right: grade > 0 }];
  });
}

/** The predictions in equal steps of probability. */
function binned(predictions: readonly Prediction[]): Bin[] {
  const binOf = ({ probability }: Prediction): number => Math.min(BINS - 1, Math.floor(probability * BINS));
  return Array.from({ length: BINS }, (_, bin) => {
    const those = predictions.filter((p) => binOf(p) === bin);
    const count = those.length;
    return { count, said: those.reduce((sum, p) => sum + p.probability, 0) / count, right: those.filter((p) => p.right).length / count };
  });
}

/** The mean distance between what is said and what comes true, weighted by the number in each step. */
function expectedError(bins: readonly Bin[]): number {
  const filled = bins.filter(({ count }) => count > 0);
  const total = filled.reduce((sum, { count }) => sum + count, 0);
  return filled.reduce((sum, { count, said, right }) => sum + (count / total) * Math.abs(said - right), 0);
}
