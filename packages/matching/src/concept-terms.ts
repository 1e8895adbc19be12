import { type Concept, conceptsOf, type FieldId, type Taxonomy } from '@asf-match/domain';
import { actionRoot, isStopWord, stem, tokens } from '@asf-match/swedish';

/** A term of the taxonomy as it is looked for in texts. */
export interface Term {
  /** A leaf, or a group: what a group's words point at is shared by its leaves. */
  readonly field: FieldId;
  readonly negative: boolean;
  /** Speaks only where an organisation describes itself. */
  readonly offersOnly: boolean;
  /** How heavily it counts against an ordinary term, which is 1. */
  readonly weight: number;
  /** Stems in order; stop words between them are part of it. */
  readonly stems: readonly string[];
  /** The stems joined, of two words that carry meaning their roots, so that two forms of one term count once. */
  readonly key: string;
  /** How many fields have this term among their positive ones. */
  readonly shared: number;
}

/** The taxonomy's terms by the stems that lead to them. */
export interface ConceptTerms {
  readonly byFirst: ReadonlyMap<string, readonly Term[]>;
  readonly singles: ReadonlyMap<string, readonly Term[]>;
  /** Positive terms of two words that carry meaning ("reparation av cyklar"), by the roots of the first and then the second of them. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, readonly Term[]>>;
}

/** @param spell how the stems are written in the texts that are searched; a term that this leaves empty is left out. */
export function conceptTerms({ leaves, groups }: Taxonomy, spell: (stem: string) => string = (same) => same): ConceptTerms {
  const all = [...leaves, ...groups].flatMap((field) => [
    ...termsOf(conceptsOf(field, 'term', 'offer-term'), spell),
    ...termsOf(conceptsOf(field, 'negative'), spell),
  ]);
  const owners = new Map<string, Set<FieldId>>();
  for (const { negative, offersOnly, key, field } of all) {
    if (!negative && !offersOnly && field.includes('.')) owners.set(key, (owners.get(key) ?? new Set()).add(field));
  }

  const byFirst = new Map<string, Term[]>();
  const singles = new Map<string, Term[]>();
  const pairs = new Map<string, Map<string, Term[]>>();
  for (const each of all) {
    const [first] = each.stems;
    if (!first) continue;
    const term = { ...each, shared: owners.get(each.key)?.size ?? 1 };
    add(byFirst, first, term);
    if (term.stems.length === 1) add(singles, first, term);
    const [a, b, more] = each.content;
    if (term.stems.length > 1 && a && b && !more && !term.negative) {
      const seconds = pairs.get(a) ?? new Map<string, Term[]>();
      pairs.set(a, seconds);
      const known = seconds.get(b)?.find((t) => t.field === term.field && t.key === term.key);
      if (!known) add(seconds, b, term);
    }
  }
  return { byFirst, singles, pairs };
}

interface BareTerm extends Omit<Term, 'shared'> {
  readonly content: readonly string[];
}

/** Between the words that carry meaning: "mellan" at the longest. */
const LONGEST_JOINT = 6;

/** Forms of one word are one term; the first that is written stands for all. */
function termsOf(concepts: readonly Concept[], spell: (stem: string) => string): BareTerm[] {
  const byKey = new Map<string, BareTerm>();
  for (const { field, kind, text, weight } of concepts) {
    const words = tokens(text).map((t) => t.word);
    const stems = words.map((w) => spell(stem(w)));
    const written = stems.join(' ');
    if (byKey.has(written) || stems.includes('')) continue;
    // A long word says something even where it is common: "tar emot leveranser" is more than "tar emot".
    const content = words.filter((w) => !isStopWord(w) || w.length > LONGEST_JOINT).map((w) => actionRoot(spell(stem(w))));
    const key = content.length === 2 && !words.includes('och') ? content.join(' ') : written;
    byKey.set(written, { field, weight, negative: kind === 'negative', offersOnly: kind === 'offer-term', stems, key, content });
  }
  return [...byKey.values()];
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
