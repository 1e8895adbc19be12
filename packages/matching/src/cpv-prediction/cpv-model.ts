import { type CpvCode, type CpvWords, cpvDivision } from '@asf-match/domain';
import { featuresOf } from './features.ts';
import { countNatures, type Nature, withNature } from './natures.ts';
import { probabilities, type Softmax, type SparseRow, type TrainingSettings, trainSoftmax } from './softmax.ts';

/** A title with the code that its buyer gave it. */
export interface CodedTitle {
  readonly title: string;
  readonly cpv: CpvCode;
  /** `YYYY-MM-DD`, where known. */
  readonly published?: string;
  readonly nature?: Nature;
}

/** What a model was made of, so that anyone can judge it later. */
export interface TrainingFacts {
  readonly titles: number;
  /** Expressions of `data/cpv-words.tsv` that were learnt beside them. */
  readonly words: number;
  /** First and last day of publication among the titles; absent when none is dated. */
  readonly from?: string;
  readonly to?: string;
  /** SHA-256 of the file that they were read from. */
  readonly sha256: string;
  /** ISO instant. */
  readonly trainedAt: string;
}

/** A division of CPV (two digits) and how likely it is. */
export interface PredictedDivision {
  readonly division: string;
  readonly probability: number;
}

export interface CpvModel {
  readonly facts: TrainingFacts;
  /**
   * All divisions that were learnt, best first; the probabilities sum to 1. A text without known words gets their shares among what was learnt.
   * @param nature what the purchase says that it is, which no title has to tell then
   */
  predict(text: string, nature?: Nature): PredictedDivision[];
}

/** Everything that a model consists of, as it is written to a file. */
export interface CpvModelParts {
  readonly facts: TrainingFacts;
  readonly divisions: readonly string[];
  /** Features in the order of their numbers, with how much each says (inverse document frequency). */
  readonly features: readonly string[];
  readonly rarity: Float32Array;
  readonly softmax: Softmax;
  /** How often services, goods and works are bought within each division. */
  readonly natures: Float32Array;
}

const SETTINGS: TrainingSettings = { epochs: 10, rate: 1, dropout: 0.5 };
/** An expression of the list says less than a title that was advertised: nobody has counted how often it is bought. */
const WORDS_WEIGHT = 0.35;
/** A feature of one title only teaches nothing about others. */
const LEAST_TITLES = 2;

/**
 * Trains on titles with official codes, and on what is commonly bought within each division as if every expression
 * were a title, since most of what is bought is not in the titles of one year: softmax regression over stems, pairs and
 * character n-grams weighted by tf–idf, each row of length 1. Deterministic.
 * @param origin when and from what file, for the model's facts
 * @throws Error when there are no titles
 */
export function trainCpvModel(titles: readonly CodedTitle[], words: CpvWords, origin: Pick<TrainingFacts, 'sha256' | 'trainedAt'>): CpvModelParts {
  if (titles.length === 0) throw new Error('there are no titles with codes to learn from');
  const known = words.flatMap(({ division, words }) => words.map((text) => ({ text, division, nature: undefined })));
  const examples = [...titles.map(({ title, cpv, nature }) => ({ text: title, division: cpvDivision(cpv), nature })), ...known];
  const read = examples.map(({ text }) => featuresOf(text));
  const counts = new Map<string, number>();
  for (const features of read) for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const features = [...counts].flatMap(([feature, count]) => (count >= LEAST_TITLES ? [feature] : []));
  const rarity = Float32Array.from(features, (feature) => Math.log(1 + examples.length / (counts.get(feature) as number)));
  const numbers = new Map(features.map((feature, i) => [feature, i]));
  const divisions = [...new Set(examples.map(({ division }) => division))].sort();
  const rows = read.map((each) => rowOf(each, numbers, rarity));
  const labels = examples.map(({ division }) => divisions.indexOf(division));
  const softmax = trainSoftmax(
    rows.map((row, i) => ({ row, label: labels[i] as number, weight: i < titles.length ? 1 : WORDS_WEIGHT })),
    ...([features.length, divisions.length, SETTINGS] as const),
  );
  const natures = countNatures(
    examples.map(({ nature }, i) => ({ division: labels[i] as number, nature })),
    divisions.length,
  );
  return { facts: { titles: titles.length, words: known.length, ...periodOf(titles), ...origin }, divisions, features, rarity, softmax, natures };
}

export function createCpvModel({ facts, divisions, features, rarity, softmax, natures }: CpvModelParts): CpvModel {
  const numbers = new Map(features.map((feature, i) => [feature, i]));
  return {
    facts,
    predict(text, nature) {
      const shares = withNature(probabilities(softmax, rowOf(featuresOf(text), numbers, rarity)), natures, nature);
      return divisions
        .map((division, i) => ({ division, probability: shares[i] as number }))
        .sort((a, b) => b.probability - a.probability || (a.division < b.division ? -1 : 1));
    },
  };
}

function rowOf(features: ReadonlyMap<string, number>, numbers: ReadonlyMap<string, number>, rarity: Float32Array): SparseRow {
  const ids: number[] = [];
  const values: number[] = [];
  let square = 0;
  for (const [feature, count] of features) {
    const id = numbers.get(feature);
    if (id === undefined) continue;
    const value = (1 + Math.log(count)) * (rarity[id] as number);
    ids.push(id);
    values.push(value);
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  return { ids: Int32Array.from(ids), values: Float64Array.from(values, (v) => v / length) };
}

function periodOf(titles: readonly CodedTitle[]): Pick<TrainingFacts, 'from' | 'to'> {
  const days = titles.flatMap(({ published }) => published ?? []).sort();
  return days[0] ? { from: days[0], to: days.at(-1) as string } : {};
}
