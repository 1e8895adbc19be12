/** A row of few features: their numbers and values. */
export interface SparseRow {
  readonly ids: Int32Array;
  readonly values: Float64Array;
}

/** A row to learn from. */
export interface Example {
  readonly row: SparseRow;
  readonly label: number;
  /** How much is learnt from it against an ordinary one, which is 1. */
  readonly weight: number;
}

/** Weights of a multinomial logistic regression: `weights[feature * classes + class]`, and one bias a class. */
export interface Softmax {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

export interface TrainingSettings {
  readonly epochs: number;
  readonly rate: number;
  /** The share of features left out at random in each step, so that no single one is relied on. */
  readonly dropout: number;
}

/**
 * Fits by stochastic gradient descent with a falling rate and feature dropout (Wager, Wang & Liang 2013). Rows of
 * length 1. The order is pseudo-random with a fixed seed, so the same data give the same weights.
 */
export function trainSoftmax(examples: readonly Example[], features: number, classes: number, settings: TrainingSettings): Softmax {
  const model = { classes, weights: new Float32Array(features * classes), biases: new Float32Array(classes) };
  const random = createRandom(1);
  const order = [...examples];
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random);
    const rate = settings.rate * (1 - epoch / settings.epochs);
    for (const { row, label, weight } of order) learn(model, withDropout(row, settings.dropout, random), label, rate * weight);
  }
  return model;
}

/** The probability of each class; the sum is 1. */
export function probabilities(model: Softmax, row: SparseRow): Float64Array {
  const scores = scoresOf(model, row);
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += scores[c] = Math.exp((scores[c] as number) - most);
  return scores.map((v) => v / sum);
}

function scoresOf({ classes, weights, biases }: Softmax, { ids, values }: SparseRow): Float64Array {
  const scores = Float64Array.from(biases);
  for (let k = 0; k < ids.length; k++) {
    const offset = (ids[k] as number) * classes;
    const value = values[k] as number;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[offset + c] as number) * value;
  }
  return scores;
}

/** Biases move slower than weights: every row has one. */
const BIAS_RATE = 0.1;

function learn(model: Softmax, row: SparseRow, label: number, rate: number): void {
  const { classes, weights, biases } = model;
  const error = probabilities(model, row);
  error[label] = (error[label] as number) - 1;
  for (let c = 0; c < classes; c++) biases[c] = (biases[c] as number) - rate * BIAS_RATE * (error[c] as number);
  for (let k = 0; k < row.ids.length; k++) {
    const offset = (row.ids[k] as number) * classes;
    const step = rate * (row.values[k] as number);
    for (let c = 0; c < classes; c++) weights[offset + c] = (weights[offset + c] as number) - step * (error[c] as number);
  }
}

function withDropout({ ids, values }: SparseRow, share: number, random: () => number): SparseRow {
  const kept: number[] = [];
  for (let k = 0; k < ids.length; k++) if (random() >= share) kept.push(k);
  const scale = 1 / (1 - share);
  return { ids: Int32Array.from(kept, (k) => ids[k] as number), values: Float64Array.from(kept, (k) => (values[k] as number) * scale) };
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
}

/** A linear congruential generator (Numerical Recipes): what matters here is only that it repeats itself. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
