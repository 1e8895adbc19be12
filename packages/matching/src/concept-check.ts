import { ALERT_PROBABILITY, type Concept, conceptsOf, type Field, type FieldId, type Subject, type Taxonomy } from '@asf-match/domain';
import { isStopWord, stem, tokens } from '@asf-match/swedish';
import { createClassifier } from './classifier.ts';

/** Something in the concept map that can hardly be meant. */
export interface ConceptRemark {
  readonly field: FieldId;
  readonly text: string;
  /**
   * - `empty` only function words, so it is never looked for with good reason
   * - `both` the same words, in whatever form, speak for and against the field
   * - `twice` another row of the field already holds a form of it
   * - `everywhere` more than four fields claim it, so that it says little
   * - `code-both` a code is the field and at the same time something that only looks like it
   */
  readonly kind: 'empty' | 'both' | 'twice' | 'everywhere' | 'code-both';
}

const MOST_OWNERS = 4;

const keyOf = ({ text }: Concept): string =>
  tokens(text)
    .map((t) => stem(t.word))
    .join(' ');

/** Looks for rows of the concept map that contradict each other or cannot work. */
export function checkConcepts({ leaves, groups }: Taxonomy): ConceptRemark[] {
  const owners = new Map<string, Set<FieldId>>();
  for (const field of leaves) {
    for (const concept of conceptsOf(field, 'term')) owners.set(keyOf(concept), (owners.get(keyOf(concept)) ?? new Set()).add(field.id));
  }
  return [...leaves, ...groups].flatMap((field) => [...remarksOn(field, owners), ...codesBoth(field)]);
}

function remarksOn(field: Field, owners: ReadonlyMap<string, ReadonlySet<FieldId>>): ConceptRemark[] {
  const against = new Set(conceptsOf(field, 'negative').map(keyOf));
  const written = Map.groupBy(conceptsOf(field, 'term', 'offer-term'), (c) => c.pattern ?? c);
  // What is written with alternatives comes first: a single word that one of them gives is the one too many.
  const entries = [...written.values()].sort((a, b) => b.length - a.length);
  const seen = new Set<string>();
  return entries.flatMap((entry): ConceptRemark[] => {
    const keys = entry.map(keyOf);
    const kind = ((): ConceptRemark['kind'] | undefined => {
      if (entry.some(({ text }) => tokens(text).every((t) => isStopWord(t.word)))) return 'empty';
      if (keys.some((key) => against.has(key))) return 'both';
      // Alternatives may meet another row; they are too many only when all of them do.
      if (keys.every((key) => seen.has(key))) return 'twice';
      return keys.some((key) => (owners.get(key)?.size ?? 0) > MOST_OWNERS) ? 'everywhere' : undefined;
    })();
    for (const key of keys) seen.add(key);
    const [first] = entry;
    return kind && first ? [{ field: field.id, text: first.pattern ?? first.text, kind }] : [];
  });
}

function codesBoth(field: Field): ConceptRemark[] {
  const own = new Set(conceptsOf(field, 'cpv', 'cpv-related').map((c) => c.text));
  return conceptsOf(field, 'cpv-lookalike').flatMap((c) => (own.has(c.text) ? [{ field: field.id, text: c.text, kind: 'code-both' as const }] : []));
}

/** A field that a purchase has or has not, once the concept map is changed. */
export interface ClassificationChange {
  readonly subject: Subject;
  readonly field: FieldId;
  readonly kind: 'gained' | 'lost';
  /** Words or code that speak for it most, before or after. */
  readonly because?: string;
}

/** Reads every purchase with both maps and gives the differences at even odds, in the order of the purchases. */
export function compareConcepts(before: Taxonomy, after: Taxonomy, subjects: Iterable<Subject>): ClassificationChange[] {
  const [old, changed] = [createClassifier(before), createClassifier(after)];
  const changes: ClassificationChange[] = [];
  for (const subject of subjects) {
    const had = likely(old.classifySubject(subject));
    const has = likely(changed.classifySubject(subject));
    const add = (field: FieldId, kind: ClassificationChange['kind'], because: string | undefined): void =>
      void changes.push({ subject, field, kind, ...(because && { because }) });
    for (const [field, because] of has) if (!had.has(field)) add(field, 'gained', because);
    for (const [field, because] of had) if (!has.has(field)) add(field, 'lost', because);
  }
  return changes;
}

function likely(classifications: ReturnType<ReturnType<typeof createClassifier>['classifySubject']>): Map<FieldId, string | undefined> {
  return new Map(
    classifications
      .filter((c) => c.probability >= ALERT_PROBABILITY)
      .map((c) => [c.field, c.reasons.filter((r) => r.quote && r.weight > 0).sort((a, b) => b.weight - a.weight)[0]?.quote?.text]),
  );
}
