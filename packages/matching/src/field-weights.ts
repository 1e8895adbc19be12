import { type FieldId, logistic } from '@asf-match/domain';

/** An item that somebody has judged: the probability it was told with, and whether it was relevant. */
export interface JudgedItem {
  readonly field: FieldId;
  readonly probability: number;
  readonly relevant: boolean;
}

export interface FieldWeight {
  readonly field: FieldId;
  readonly weight: number;
  /** How many answers it rests on. */
  readonly n: number;
}

/** How well probabilities fit answers: mean log loss in nats (0 is perfect, 0.69 a coin) and mean squared error (Brier). */
export interface AnswerQuality {
  readonly logLoss: number;
  readonly brier: number;
}

export interface FittedFields {
  readonly weights: readonly FieldWeight[];
  readonly n: number;
  /** With the probabilities as they were told, and with weights fitted on the other four fifths of the answers. */
  readonly before: AnswerQuality;
  readonly after: AnswerQuality;
}

/** A field with fewer answers is left as it is. */
const LEAST = 5;
/** As if each field had this many answers that agree with what was told (a normal prior with variance 1/STRENGTH). */
const STRENGTH = 2;
const RANGE = { lowest: -2, highest: 1 };
const FOLDS = 5;

/**
 * Fits one weight in log-odds for each field to the answers of all, by ridge-penalised logistic regression with the told
 * log-odds as offset; quality is cross-validated in five folds, taken in turn.
 */
export function fitFieldWeights(items: readonly JudgedItem[]): FittedFields {
  const outOfFold = items.map((item, index) => {
    const others = items.filter((other, i) => other.field === item.field && i % FOLDS !== index % FOLDS);
    return logistic(logOdds(item.probability) + (others.length >= LEAST ? fitOne(others) : 0));
  });
  const weights = [...Map.groupBy(items, (i) => i.field)]
    .filter(([, list]) => list.length >= LEAST)
    .map(([field, list]) => ({ field, weight: Number(fitOne(list).toFixed(3)), n: list.length }))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
  return {
    weights,
    n: items.length,
    before: qualityOf(
      items,
      items.map((i) => i.probability),
    ),
    after: qualityOf(items, outOfFold),
  };
}

const logOdds = (p: number): number => {
  const bounded = Math.min(0.999, Math.max(0.001, p));
  return Math.log(bounded / (1 - bounded));
};

/** Newton's method on a convex function of one variable. */
function fitOne(items: readonly JudgedItem[]): number {
  let weight = 0;
  for (let step = 0; step < 25; step++) {
    let [slope, curve] = [STRENGTH * weight, STRENGTH];
    for (const { probability, relevant } of items) {
      const p = logistic(logOdds(probability) + weight);
      slope += p - (relevant ? 1 : 0);
      curve += p * (1 - p);
    }
    const change = slope / curve;
    weight -= change;
    if (Math.abs(change) < 1e-9) break;
  }
  return Math.min(RANGE.highest, Math.max(RANGE.lowest, weight));
}

function qualityOf(items: readonly JudgedItem[], probabilities: readonly number[]): AnswerQuality {
  let [logLoss, brier] = [0, 0];
  for (const [i, { relevant }] of items.entries()) {
    const p = Math.min(0.999, Math.max(0.001, probabilities[i] ?? 0.5));
    logLoss -= Math.log(relevant ? p : 1 - p);
    brier += (p - (relevant ? 1 : 0)) ** 2;
  }
  const n = Math.max(1, items.length);
  return { logLoss: logLoss / n, brier: brier / n };
}
