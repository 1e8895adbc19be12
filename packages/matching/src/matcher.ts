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
import { indexFields } from './field-evidence.ts';
import { indexOwnWords } from './own-words.ts';
import { placeOf, placeReasons } from './place-evidence.ts';
import { type Profile, profileOf } from './profile.ts';
import { WEIGHTS } from './weights.ts';

/** Organisations once prepared, purchases one at a time. */
export interface Matcher {
  readonly classifier: Classifier;
  /**
   * Every organisation for which the purchase holds any evidence, most likely first, ties by id. Evidence is a field
   * that both may be about or rare words of its own; place and reservation only add to it. Closed organisations are left out.
   */
  match(subject: Subject, classifications?: readonly Classification[]): Match[];
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
  const profiles = all.filter((p) => p.organisation.status !== 'closed');
  const byField = indexFields(profiles);
  const ownWords = indexOwnWords(profiles);

  return {
    classifier,
    fieldsOf: ({ id }) => fields.get(id) ?? new Set(),
    match(subject, classifications = classifier.classifySubject(subject)) {
      const about = byField.reasons(classifications);
      const shared = ownWords.reasons(subject);
      const place = placeOf(subject, input.municipalities);
      const matches = profiles.flatMap((profile, position) => {
        const fieldsOrWords = [...(about[position] ?? []), ...(shared[position] ?? [])];
        if (fieldsOrWords.length === 0) return [];
        const reasons: Reason[] = [
          ...(about[position] ? [] : [{ rule: 'prior' as const, weight: WEIGHTS.priorWithoutField }]),
          ...fieldsOrWords,
          ...placeReasons(place, profile),
          ...(subject.reserved ? [{ rule: 'reservation' as const, weight: WEIGHTS.reserved }] : []),
        ];
        return [matchOf(subject, profile, reasons)];
      });
      return matches.sort((a, b) => b.probability - a.probability || (a.organisation < b.organisation ? -1 : 1));
    },
  };
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
