import { ALERT_PROBABILITY, type Classification, logistic, type Reason, subjectOfNotice } from '@asf-match/domain';
import { FOLDS, foldOf, meanAndSpread } from './folds.ts';
import { type Judged, judgedOrSkip } from './judged.ts';
import { type Gold, precisionRecall } from './metrics.ts';
import { matcherFor } from './ours.ts';
import { printRow } from './print.ts';

/** Kinds of evidence that are weighed together: one multiplier each. */
const KINDS = ['prior', 'words for', 'words against', 'code for', 'code against'] as const;
const KIND_OF: Readonly<Partial<Record<Reason['rule'], number>>> = { prior: 0, concept: 1, negative: 2, cpv: 3, 'cpv-lookalike': 4, 'cpv-other': 4, goods: 4 };

/** A field that an item may be about: what each kind of evidence weighs, and whether the judges say so. */
interface Example {
  readonly item: string;
  readonly evidence: readonly number[];
  readonly right: boolean;
}

/** Multipliers of the kinds; all 1 is what `weights.ts` says. */
type Multipliers = readonly number[];

const AS_THEY_ARE: Multipliers = KINDS.map(() => 1);
/** How strongly multipliers are held near 1: as much as this many examples. */
const PULL = 5;
const STEPS = 400;
const RATE = 0.5;

/**
 * Fits one multiplier for each kind of evidence on judged items (logistic regression, held near 1), and measures on
 * items that were not in the fit: five folds by item. The words of the taxonomy cannot be taken out of a fold; the
 * figures say what fitting the weights alone would give.
 */
export function benchFit(): void {
  const judged = judgedOrSkip('fit');
  if (!judged) return;
  console.log(`fit: multipliers of the weights, ${FOLDS} folds by item; mean and spread between folds`);
  report('fields of notices', examplesOfNotices(judged));
  report('fields of profiles', examplesOfProfiles(judged));
}

function examplesOfNotices(judged: Judged): Example[] {
  const { classifier } = matcherFor(judged.organisations);
  return judged.notices.flatMap((notice) => examplesOf(notice.id, classifier.classifySubject(subjectOfNotice(notice)), judged.noticeFields));
}

function examplesOfProfiles(judged: Judged): Example[] {
  const { classifier } = matcherFor(judged.organisations);
  return judged.organisations.flatMap((o) => examplesOf(o.id, classifier.classifyOffers(o.offers), judged.profileFields));
}

function examplesOf(item: string, classifications: readonly Classification[], gold: Gold): Example[] {
  return classifications.flatMap(({ field, reasons }) => {
    if (gold.disputed.has(`${item}\t${field}`)) return [];
    const evidence = KINDS.map(() => 0);
    for (const { rule, weight } of reasons) {
      const kind = KIND_OF[rule];
      if (kind !== undefined) evidence[kind] = (evidence[kind] as number) + weight;
    }
    return [{ item, evidence, right: gold.grades.get(item)?.has(field) ?? false }];
  });
}

function report(title: string, examples: readonly Example[]): void {
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const isIn = ({ item }: Example): boolean => foldOf(item) === fold;
    const held = examples.filter(isIn);
    const multipliers = fitted(examples.filter((e) => !isIn(e)));
    return { multipliers, before: measure(held, AS_THEY_ARE), after: measure(held, multipliers) };
  });
  console.log(`  ${title}: ${examples.length} fields of ${new Set(examples.map((e) => e.item)).size} items with evidence`);
  const all = fitted(examples);
  for (const [kind, name] of KINDS.entries()) {
    if (examples.every((e) => e.evidence[kind] === 0)) continue;
    printRow(`    × ${name}`, [`${(all[kind] as number).toFixed(2)}`.padStart(6), `folds ${meanAndSpread(folds.map((f) => f.multipliers[kind] as number))}`]);
  }
  for (const measured of ['logLoss', 'precision', 'recall', 'f1'] as const) {
    const [before, after] = [folds.map((f) => f.before[measured]), folds.map((f) => f.after[measured])];
    printRow(`    ${measured}, held out`, [`as they are ${meanAndSpread(before)}`.padEnd(28), `fitted ${meanAndSpread(after)}`]);
  }
}

const probabilityOf = ({ evidence }: Example, multipliers: Multipliers): number =>
  logistic(evidence.reduce((sum, weight, kind) => sum + weight * (multipliers[kind] as number), 0));

/** Gradient descent; the evidence is in log-odds already, so no scaling is needed. */
function fitted(examples: readonly Example[]): Multipliers {
  const multipliers = [...AS_THEY_ARE];
  for (let step = 0; step < STEPS; step++) {
    const slope = multipliers.map((m) => PULL * (m - 1));
    for (const example of examples) {
      const error = probabilityOf(example, multipliers) - (example.right ? 1 : 0);
      for (const [kind, weight] of example.evidence.entries()) slope[kind] = (slope[kind] as number) + error * weight;
    }
    for (const [kind, value] of slope.entries()) multipliers[kind] = (multipliers[kind] as number) - (RATE * value) / (examples.length * 4);
  }
  return multipliers;
}

function measure(examples: readonly Example[], multipliers: Multipliers) {
  const counts = { tp: 0, fp: 0, fn: 0 };
  let loss = 0;
  for (const example of examples) {
    const probability = probabilityOf(example, multipliers);
    loss -= Math.log(Math.max(example.right ? probability : 1 - probability, 1e-12));
    const said = probability >= ALERT_PROBABILITY;
    if (said && example.right) counts.tp++;
    else if (said) counts.fp++;
    else if (example.right) counts.fn++;
  }
  return { logLoss: loss / (examples.length || 1), ...precisionRecall(counts) };
}
