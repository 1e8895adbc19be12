import type { FieldId, Taxonomy } from '@asf-match/domain';
import { isStopWord, stem, type Token, termsWithin, tokens } from '@asf-match/swedish';

/** A term as it may be found in a text. */
interface Term {
  readonly field: FieldId;
  readonly negative: boolean;
  /** Stems in order; stop words between them are part of it. */
  readonly stems: readonly string[];
  /** How many fields have this term among their positive ones. */
  readonly shared: number;
}

/** A term where it stands in a text. */
export interface TermHit {
  readonly field: FieldId;
  readonly negative: boolean;
  readonly shared: number;
  /** The term's stems joined, so that two forms of one term count once. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** True when the term is only a part of the word that is quoted. */
  readonly partOfWord: boolean;
}

/** The taxonomy's terms, ready to be found. Every distinct word is looked at once. */
export interface Concepts {
  find(text: string): TermHit[];
}

const MAX_REMEMBERED = 100_000;

export function createConcepts({ leaves }: Taxonomy): Concepts {
  const terms = leaves.flatMap((field) => [
    ...field.terms.map((term) => ({ field: field.id, negative: false, stems: stemsOf(term) })),
    ...field.negativeTerms.map((term) => ({ field: field.id, negative: true, stems: stemsOf(term) })),
  ]);
  const owners = new Map<string, Set<FieldId>>();
  for (const { field, negative, stems } of terms) {
    if (!negative) owners.set(stems.join(' '), (owners.get(stems.join(' ')) ?? new Set()).add(field));
  }
  const byFirst = new Map<string, Term[]>();
  for (const term of terms) {
    const [first] = term.stems;
    if (!first) continue;
    const key = term.stems.join(' ');
    const list = byFirst.get(first) ?? [];
    if (list.some((t) => t.field === term.field && t.stems.join(' ') === key)) continue;
    list.push({ ...term, shared: owners.get(key)?.size ?? 1 });
    byFirst.set(first, list);
  }
  const isSingle = (part: string): boolean => byFirst.get(part)?.some((t) => t.stems.length === 1) ?? false;

  const remembered = new Map<string, readonly Term[]>();
  /** Single terms that the word contains without being one of them. */
  const within = (stemmed: string): readonly Term[] => {
    const known = remembered.get(stemmed);
    if (known) return known;
    const found = stemmed.length > 60 ? [] : termsWithin(stemmed, isSingle).flatMap(({ term }) => byFirst.get(term)?.filter((t) => t.stems.length === 1) ?? []);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(stemmed, found);
    return found;
  };

  return {
    find(text) {
      const words = tokens(text);
      const stems = words.map((t) => stem(t.word));
      const hits: TermHit[] = [];
      for (const [i, token] of words.entries()) {
        const stemmed = stems[i] ?? '';
        const whole = byFirst.get(stemmed) ?? [];
        for (const term of whole) {
          if (isHere(term, stems, i)) hits.push(hit(term, token, words[i + term.stems.length - 1] ?? token, false));
        }
        if (whole.some((t) => t.stems.length === 1 && !t.negative)) continue;
        for (const term of within(stemmed)) hits.push(hit(term, token, token, true));
      }
      return withoutCovered(hits);
    },
  };
}

/** Word for word; the last word of a longer term may be the end of a compound: "reparation av tjänstecyklar". */
function isHere(term: Term, stems: readonly string[], at: number): boolean {
  const last = term.stems.length - 1;
  return term.stems.every((s, n) => {
    const here = stems[at + n];
    return here === s || (n === last && last > 0 && s.length >= 4 && here !== undefined && here.length >= s.length + 3 && here.endsWith(s));
  });
}

const stemsOf = (term: string): string[] => tokens(term).map((t) => stem(t.word));

const hit = ({ field, negative, shared, stems }: Term, first: Token, last: Token, partOfWord: boolean): TermHit => ({
  ...{ field, negative, shared, key: stems.join(' '), start: first.start, end: last.end, partOfWord },
});

/** A positive term inside a negative one of the same field is not there: in "leverans av kaffemaskin" nobody serves coffee. */
function withoutCovered(hits: TermHit[]): TermHit[] {
  const negatives = hits.filter((h) => h.negative);
  if (negatives.length === 0) return hits;
  return hits.filter((h) => h.negative || !negatives.some((n) => n.field === h.field && n.start <= h.start && h.end <= n.end));
}

/** The stems of a text's own words that are worth comparing, each with its first place. */
export function contentStems(text: string): Map<string, Token> {
  const found = new Map<string, Token>();
  for (const token of tokens(text)) {
    if (token.word.length < 4 || isStopWord(token.word)) continue;
    const stemmed = stem(token.word);
    if (!found.has(stemmed)) found.set(stemmed, token);
  }
  return found;
}
