import {
  ALERT_PROBABILITY,
  type Classification,
  type FieldId,
  logistic,
  type Match,
  type Municipality,
  type Organisation,
  type Reason,
  type Subject,
  sumOfWeights,
  type Taxonomy,
} from '@asf-match/domain';
import { type Classifier, createClassifier } from './classifier.ts';
import { type AskedField, askedFields, indexFields } from './field-evidence.ts';
import { indexOwnWords } from './own-words.ts';
import { areaOf, indexPlaces } from './place-evidence.ts';
import { type Profile, profileOf } from './profile.ts';
import { contentStems, readTexts } from './read-text.ts';
import { circumstances, type Reading, readPurchase } from './reading.ts';
import { WEIGHTS } from './weights.ts';

/** An organisation and how likely it is that a purchase suits it, without the reasons. */
export interface Ranked {
  readonly organisation: string;
  readonly probability: number;
}

/** Organisations once prepared, purchases one at a time. */
export interface Matcher {
  readonly classifier: Classifier;
  /**
   * Every organisation for which the purchase holds any evidence, most likely first, ties by id. Evidence is a field
   * that both may be about or rare words of its own; place and reservation only add to it. Closed organisations are left out.
   */
  match(subject: Subject, classifications?: readonly Classification[]): Match[];
  /**
   * The same organisations in the same order and with the same probabilities, but only from `least` up and without
   * reasons: for registers of many thousands. Reasons of a pair are had from `explain`.
   */
  rank(subject: Subject, least?: number): Ranked[];
  /** The ids of the organisations that are matched, sorted. */
  readonly organisations: readonly string[];
  /**
   * Calls `found` with what `rank` gives, in the order of `organisations` and by position there: it allocates nothing for an organisation.
   * @param reading the purchase as it was read elsewhere with the same taxonomy
   */
  each(subject: Subject, least: number, found: (position: number, probability: number) => void, reading?: Reading): void;
  /** One pair with its reasons; nothing when the purchase holds no evidence for the organisation, or it is closed or unknown. */
  explain(subject: Subject, organisation: Pick<Organisation, 'id'>): Match | undefined;
  /** The fields that an organisation works in: those entered in the register, and those its words point at with even odds or more. */
  fieldsOf(organisation: Pick<Organisation, 'id'>): ReadonlySet<FieldId>;
}

export function createMatcher(input: {
  readonly taxonomy: Taxonomy;
  readonly municipalities: readonly Municipality[];
  readonly organisations: readonly Organisation[];
}): Matcher {
  const classifier = createClassifier(input.taxonomy);
  const all = input.organisations.map((organisation) => profileOf(organisation, classifier, input.municipalities));
  const fields = new Map(all.map((p) => [p.organisation.id, likelyFields(p)]));
  // In the order of their ids, so that a stable sort by probability leaves ties in it.
  const profiles = all.filter((p) => p.organisation.status !== 'closed').sort((a, b) => (a.organisation.id < b.organisation.id ? -1 : 1));
  const ids = profiles.map((p) => p.organisation.id);
  const positions = new Map(ids.map((id, position) => [id, position]));
  const byField = indexFields(profiles);
  const ownWords = indexOwnWords(profiles);
  const places = indexPlaces(profiles);
  /** For each organisation the chance that no field fits, and what its own words weigh. */
  const none = new Float64Array(profiles.length);
  const words = new Float64Array(profiles.length);

  function prepare(subject: Subject, asked: readonly AskedField[]): (position: number) => Match | undefined {
    const words = contentStems(...readTexts(subject));
    const shared = ownWords.shared(words.keys());
    const place = areaOf(subject, input.municipalities);
    return (position) => {
      const profile = profiles[position] as Profile;
      const about = byField.reasons(asked, profile);
      const fieldsOrWords = [...about, ...ownWords.reasons(shared, position, words)];
      if (fieldsOrWords.length === 0) return undefined;
      return matchOf(subject, profile, [
        ...(about.length > 0 ? [] : [{ rule: 'prior' as const, weight: WEIGHTS.priorWithoutField }]),
        ...fieldsOrWords,
        ...places.reasons(place, position),
        ...circumstances(subject),
        ...(isTooLarge(subject, profile) ? [{ rule: 'size' as const, weight: WEIGHTS.tooLarge }] : []),
      ]);
    };
  }

  /** Sums what the reasons would, an organisation at a time; those without evidence, most of them, are passed over first. */
  function each(
    subject: Subject,
    least: number,
    found: (position: number, probability: number) => void,
    { asked, stems, circumstances: always }: Reading = readPurchase(subject, classifier),
  ): void {
    none.fill(1);
    byField.addChances(asked, none);
    words.fill(0);
    ownWords.addWeights(ownWords.shared(stems), words);
    const placeWeights = places.weigh(areaOf(subject, input.municipalities));
    const { areaAt } = places;
    const enough = Math.max(Math.log(least / (1 - least)), -Number.MAX_VALUE);
    // Most organisations share no rare word, and their fields alone do not reach it, wherever they work: no logarithm is needed to see that.
    const hopeless = Math.min(1, 1 / (1 + Math.exp(enough - always - WEIGHTS.samePlace)) + ROUNDING);
    for (let position = 0; position < none.length; position++) {
      const without = none[position] as number;
      const own = words[position] as number;
      if (own === 0 && without >= hopeless) continue;
      const about = without < 1 ? Math.log((1 - without) / without) : WEIGHTS.priorWithoutField;
      const size = isTooLarge(subject, profiles[position] as Profile) ? WEIGHTS.tooLarge : 0;
      const sum = about + own + (placeWeights[areaAt[position] as number] as number) + always + size;
      if (sum >= enough) found(position, logistic(sum));
    }
  }

  return {
    classifier,
    organisations: ids,
    each,
    fieldsOf: ({ id }) => fields.get(id) ?? new Set(),
    match(subject, classifications = classifier.classifySubject(subject)) {
      const matchAt = prepare(subject, askedFields(classifications));
      return profiles.flatMap((_, position) => matchAt(position) ?? []).sort(byProbability);
    },
    explain(subject, { id }) {
      const position = positions.get(id);
      return position === undefined ? undefined : prepare(subject, askedFields(classifier.classifySubject(subject)))(position);
    },
    rank(subject, least = 0) {
      const ranked: Ranked[] = [];
      each(subject, least, (position, probability) => ranked.push({ organisation: ids[position] as string, probability }));
      return ranked.sort(byProbability);
    },
  };
}

/** More than the arithmetic of one sum may be off. */
const ROUNDING = 1e-9;

const byProbability = (a: Ranked, b: Ranked): number => b.probability - a.probability;

/** Only amounts in one currency are compared, and only when the organisation has given its figure. */
function isTooLarge({ value }: Subject, profile: Profile): boolean {
  if (value === undefined) return false;
  const { capacity } = profile.organisation;
  return capacity !== undefined && value.currency === capacity.currency && value.amount > capacity.amount * WEIGHTS.tooLargeFrom;
}

/** The first reason that names a field or quotes words carries the match. */
function matchOf(subject: Subject, { organisation }: Profile, reasons: Reason[]): Match {
  const carrier = reasons.find((r) => r.field || r.quote);
  const lot = /^lot:(.*):(?:title|description)$/s.exec(carrier?.quote?.part ?? '')?.[1];
  return {
    subject: subject.ref,
    organisation: organisation.id,
    ...(carrier?.field && { field: carrier.field }),
    ...(lot && { lot }),
    probability: logistic(sumOfWeights(reasons)),
    reasons,
  };
}

const likelyFields = ({ fields }: Profile): Set<FieldId> =>
  new Set([...fields].filter(([, { probability }]) => probability >= ALERT_PROBABILITY).map(([field]) => field));
