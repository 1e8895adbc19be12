import {
  ALERT_PROBABILITY,
  type Classification,
  type FieldId,
  logistic,
  type Match,
  type Municipality,
  municipalitiesIn,
  nutsOverlap,
  type Organisation,
  type Reason,
  type Subject,
  sumOfWeights,
  type Taxonomy,
} from '@asf-match/domain';
import type { Token } from '@asf-match/swedish';
import { type Classifier, createClassifier } from './classifier.ts';
import { contentStems } from './content-stems.ts';
import { WEIGHTS } from './weights.ts';

/** Organisations once prepared, purchases one at a time. */
export interface Matcher {
  readonly classifier: Classifier;
  /** Every organisation for which the purchase holds any evidence, most likely first, ties by id. */
  match(subject: Subject, classifications?: readonly Classification[]): Match[];
  /** The fields that an organisation works in: those entered in the register, and those its words point at with even odds or more. */
  fieldsOf(organisation: Pick<Organisation, 'id'>): ReadonlySet<FieldId>;
}

interface Profile {
  readonly organisation: Organisation;
  readonly fields: ReadonlyMap<FieldId, Classification>;
  readonly words: ReadonlyMap<string, Token>;
  readonly municipalities: ReadonlySet<string>;
  readonly nuts: readonly string[];
}

/** Fields less likely than this on either side are no evidence that the two fit. */
const LEAST = 0.02;
/** A word that more than this share of the organisations use says little. */
const COMMON_SHARE = 0.1;

export function createMatcher(input: {
  readonly taxonomy: Taxonomy;
  readonly municipalities: readonly Municipality[];
  readonly organisations: readonly Organisation[];
}): Matcher {
  const classifier = createClassifier(input.taxonomy);
  const all = input.organisations.map((organisation) => profileOf(organisation, classifier, input.municipalities));
  const fields = new Map(
    all.map((p) => [p.organisation.id, new Set([...p.fields.values()].filter((c) => c.probability >= ALERT_PROBABILITY).map((c) => c.field))]),
  );
  const profiles = all.filter((p) => p.organisation.status !== 'closed');
  const byField = new Map<FieldId, Profile[]>();
  const byWord = new Map<string, Profile[]>();
  for (const profile of profiles) {
    for (const field of profile.fields.keys()) byField.set(field, [...(byField.get(field) ?? []), profile]);
    for (const word of profile.words.keys()) {
      const list = byWord.get(word);
      if (list) list.push(profile);
      else byWord.set(word, [profile]);
    }
  }
  const commonFrom = Math.max(3, profiles.length * COMMON_SHARE);

  return {
    classifier,
    fieldsOf: ({ id }) => fields.get(id) ?? new Set(),
    match(subject, classifications = classifier.classifySubject(subject)) {
      const likely = classifications.filter((c) => c.probability >= LEAST);
      const candidates = new Set<Profile>();
      for (const { field } of likely) for (const profile of byField.get(field) ?? []) candidates.add(profile);
      const place = placesOf(subject, input.municipalities);
      const words = candidates.size ? wordsOf(subject) : new Map<string, never>();
      const matches = [...candidates].flatMap((profile) => {
        const shared = fieldReasons(likely, profile);
        const [first] = shared;
        if (!first) return [];
        const reasons = [
          ...shared,
          ...ownWordReasons(words, profile, (word) => (byWord.get(word)?.length ?? 0) <= commonFrom),
          ...placeReason(place, profile),
          ...(subject.reserved ? [{ rule: 'reservation' as const, weight: WEIGHTS.reserved }] : []),
        ];
        const lot = /^lot:(.*):(?:title|description)$/s.exec(first.quote?.part ?? '')?.[1];
        return [
          {
            subject: subject.ref,
            organisation: profile.organisation.id,
            ...(first.field && { field: first.field }),
            ...(lot && { lot }),
            probability: logistic(sumOfWeights(reasons)),
            reasons,
          },
        ];
      });
      return matches.sort((a, b) => b.probability - a.probability || (a.organisation < b.organisation ? -1 : 1));
    },
  };
}

function profileOf(organisation: Organisation, classifier: Classifier, known: readonly Municipality[]): Profile {
  const fields = new Map(classifier.classifyOffers(organisation.offers).map((c) => [c.field, c]));
  // A field that a person has entered in the register is known, whatever the words say.
  for (const { field } of organisation.capabilities) {
    fields.set(field, {
      field,
      probability: ENTERED,
      reasons: fields.get(field)?.reasons ?? [{ rule: 'field', field, weight: Math.log(ENTERED / (1 - ENTERED)) }],
    });
  }
  const named = municipalitiesIn(organisation.municipalities.join('; '), known);
  return {
    organisation,
    fields,
    words: remainingWords(organisation.offers, fields),
    municipalities: new Set(named.map((m) => m.code)),
    nuts: [...organisation.nuts, ...named.map((m) => m.nuts3)],
  };
}
const ENTERED = 0.97;

/** The words that have not already spoken as terms of a field: one word is one piece of evidence. */
function remainingWords(offers: string, fields: ReadonlyMap<FieldId, Classification>): Map<string, Token> {
  const spoken = [...fields.values()].flatMap((c) => c.reasons.flatMap((r) => r.offer ?? []));
  const words = contentStems(offers);
  for (const [word, { start, end }] of words) if (spoken.some((q) => q.start < end && start < q.end)) words.delete(word);
  return words;
}

/**
 * Both sides must be about the field, so the chance that a field fits is the product of how sure each side is. The
 * first reason brings the log-odds of the likeliest field; each further field adds what it adds to the chance that at
 * least one of them fits.
 */
function fieldReasons(subject: readonly Classification[], profile: Profile): Reason[] {
  const joint = subject.flatMap((asked) => {
    const offered = profile.fields.get(asked.field);
    return offered && offered.probability >= LEAST ? [{ asked, offered, chance: asked.probability * offered.probability }] : [];
  });
  joint.sort((a, b) => b.chance - a.chance || (a.asked.field < b.asked.field ? -1 : 1));
  let none = 1;
  let before = 0;
  return joint.slice(0, 5).map(({ asked, offered, chance }, index) => {
    none *= 1 - Math.min(chance, 0.999);
    const logOdds = Math.log((1 - none) / none);
    const weight = index === 0 ? logOdds : logOdds - before;
    before = logOdds;
    const quote = asked.reasons.filter((r) => r.quote && r.weight > 0).sort((a, b) => b.weight - a.weight)[0]?.quote;
    const offer = offered.reasons.find((r) => r.offer && r.weight > 0)?.offer;
    return { rule: 'field', field: asked.field, weight, ...(quote && { quote }), ...(offer && { offer }) };
  });
}

type SubjectWords = ReadonlyMap<string, { readonly part: string; readonly text: string; readonly token: Token }>;

function wordsOf(subject: Subject): SubjectWords {
  const words = new Map<string, { part: string; text: string; token: Token }>();
  for (const { part, text } of subject.texts) {
    for (const [word, token] of contentStems(text)) if (!words.has(word)) words.set(word, { part, text, token });
  }
  return words;
}

/** Rare words of the organisation's own text that the purchase uses too, at most three. */
function ownWordReasons(words: SubjectWords, { organisation, words: own }: Profile, isRare: (word: string) => boolean): Reason[] {
  const reasons: Reason[] = [];
  for (const [word, token] of own) {
    const found = words.get(word);
    if (!found || !isRare(word)) continue;
    const { start, end } = found.token;
    reasons.push({
      rule: 'own-words',
      weight: WEIGHTS.ownWord,
      quote: { part: found.part, text: found.text.slice(start, end), start, end },
      offer: { part: 'offers', text: organisation.offers.slice(token.start, token.end), start: token.start, end: token.end },
    });
    if (reasons.length * WEIGHTS.ownWord >= WEIGHTS.ownWordsAtMost) break;
  }
  return reasons;
}

interface SubjectPlace {
  readonly municipalities: ReadonlySet<string>;
  readonly nuts: readonly string[];
}

function placesOf(subject: Subject, known: readonly Municipality[]): SubjectPlace {
  const named = municipalitiesIn(subject.places.map((p) => p.name ?? '').join('; '), known);
  return { municipalities: new Set(named.map((m) => m.code)), nuts: [...named.map((m) => m.nuts3), ...subject.places.flatMap((p) => p.nuts ?? [])] };
}

/** Near when a municipality or a county agrees, apart when both are known and none does; unknown says nothing. */
function placeReason(place: SubjectPlace, { municipalities, nuts }: Profile): Reason[] {
  if (place.nuts.length === 0 || nuts.length === 0) return [];
  const near = [...municipalities].some((code) => place.municipalities.has(code)) || nuts.some((a) => place.nuts.some((b) => nutsOverlap(a, b)));
  return [{ rule: 'place', weight: near ? WEIGHTS.samePlace : WEIGHTS.otherPlace }];
}
