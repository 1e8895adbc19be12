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
import { languageOf } from './language.ts';
import { indexOwnWords } from './own-words.ts';
import { areaOf, indexPlaces } from './place-evidence.ts';
import { type Profile, profileOf } from './profile.ts';
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
  const withCapacity = profiles.flatMap((p, position) => (p.organisation.capacity ? [position] : []));
  const none = new Float64Array(profiles.length);
  const logOdds = new Float64Array(profiles.length);

  function prepare(subject: Subject, asked: readonly AskedField[]): (position: number) => Match | undefined {
    const shared = ownWords.shared(subject);
    const place = areaOf(subject, input.municipalities);
    return (position) => {
      const profile = profiles[position] as Profile;
      const about = byField.reasons(asked, profile);
      const fieldsOrWords = [...about, ...ownWords.reasons(shared, position)];
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

  /** Fills `logOdds` with what the reasons would sum to; −∞ where there is no evidence. */
  function score(subject: Subject): void {
    none.fill(1);
    byField.addChances(askedFields(classifier.classifySubject(subject)), none);
    logOdds.fill(0);
    ownWords.addWeights(ownWords.shared(subject), logOdds);
    for (let i = 0; i < none.length; i++) {
      const without = none[i] as number;
      const words = logOdds[i] as number;
      if (without < 1) logOdds[i] = words + Math.log((1 - without) / without);
      else logOdds[i] = words > 0 ? words + WEIGHTS.priorWithoutField : Number.NEGATIVE_INFINITY;
    }
    places.addWeights(areaOf(subject, input.municipalities), logOdds);
    for (const position of withCapacity) {
      if (isTooLarge(subject, profiles[position] as Profile)) logOdds[position] = (logOdds[position] as number) + WEIGHTS.tooLarge;
    }
  }

  return {
    classifier,
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
      score(subject);
      const always = sumOfWeights(circumstances(subject));
      // Compared before the logistic is taken: most organisations stay below.
      const enough = Math.max(Math.log(least / (1 - least)), -Number.MAX_VALUE);
      const ranked: Ranked[] = [];
      for (let position = 0; position < logOdds.length; position++) {
        const sum = (logOdds[position] as number) + always;
        if (sum >= enough) ranked.push({ organisation: ids[position] as string, probability: logistic(sum) });
      }
      return ranked.sort(byProbability);
    },
  };
}

const byProbability = (a: Ranked, b: Ranked): number => b.probability - a.probability;

/** What speaks for or against every organisation alike. */
const circumstances = (subject: Subject): Reason[] => [
  ...(subject.reserved ? [{ rule: 'reservation' as const, weight: WEIGHTS.reserved }] : []),
  ...(languageOf(subject) !== 'sv' ? [{ rule: 'language' as const, weight: WEIGHTS.otherLanguage }] : []),
];

/** Only amounts in one currency are compared, and only when the organisation has given its figure. */
const isTooLarge = ({ value }: Subject, { organisation: { capacity } }: Profile): boolean =>
  value !== undefined && capacity !== undefined && value.currency === capacity.currency && value.amount > capacity.amount * WEIGHTS.tooLargeFrom;

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
