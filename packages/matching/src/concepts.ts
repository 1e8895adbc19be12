import type { FieldId, Taxonomy } from '@asf-match/domain';
import { ellipses, sentences, stem, type Token, termsWithin, tokens } from '@asf-match/swedish';
import { conceptTerms, type Term } from './concept-terms.ts';
import { type Mention, markMentions } from './mentions.ts';

/**
 * How a term is found: `whole` as it is written, in any form; `part` as a part of a longer word; `cut` in a word that
 * a hyphen cuts short; `loose` as two words near each other in one clause.
 */
export type Manner = 'whole' | 'part' | 'cut' | 'loose';

/** A term where it stands in a text. */
export interface TermHit {
  readonly field: FieldId;
  readonly negative: boolean;
  readonly shared: number;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly manner: Manner;
  /** Set when the sentence says that something else is done, to or for this. */
  readonly mention?: Mention;
}

/** The taxonomy's terms, ready to be found. Every distinct word is looked at once. */
export interface Concepts {
  /** In the order of the text. Time is linear in its length. */
  find(text: string): TermHit[];
}

const MAX_REMEMBERED = 100_000;
const MAX_WORD = 60;
/** Two words of a term may have this many words between them. */
const MAX_GAP = 3;

export function createConcepts(taxonomy: Taxonomy): Concepts {
  const { byFirst, singles, pairs } = conceptTerms(taxonomy);
  const remembered = new Map<string, readonly Term[]>();

  /** Single terms that the word contains without being one of them. */
  function within(stemmed: string): readonly Term[] {
    const known = remembered.get(stemmed);
    if (known) return known;
    const found = stemmed.length > MAX_WORD ? [] : termsWithin(stemmed, (part) => singles.has(part)).flatMap(({ term }) => singles.get(term) ?? []);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(stemmed, found);
    return found;
  }

  function hitsAt(at: number, words: readonly Token[], stems: readonly string[], clauseOf: readonly number[]): TermHit[] {
    const token = words[at] as Token;
    const stemmed = stems[at] as string;
    const whole = (byFirst.get(stemmed) ?? []).filter((term) => isHere(term, stems, at));
    const hits = whole.map((term) => hit(term, token, words[at + term.stems.length - 1] ?? token, 'whole'));
    const taken = new Set(whole.map((t) => t.key));
    if (!whole.some((t) => t.stems.length === 1 && !t.negative)) {
      for (const term of within(stemmed)) hits.push(hit(term, token, token, 'part'));
    }
    for (const { term, second } of pairs.get(stemmed) ?? []) {
      if (taken.has(term.key)) continue;
      const other = nearest(second, at, stems, clauseOf);
      const with_ = other === undefined ? undefined : words[other];
      if (with_) hits.push(with_.start < token.start ? hit(term, with_, token, 'loose') : hit(term, token, with_, 'loose'));
    }
    return hits;
  }

  function cutHits(text: string, words: readonly Token[]): TermHit[] {
    return ellipses(text, words).flatMap(({ cut, lender, readings }) => {
      const terms = readings.map((word) => singles.get(stem(word))).find((t) => t !== undefined) ?? [];
      return terms.map((term) => hit(term, words[cut] as Token, words[lender] as Token, 'cut'));
    });
  }

  return {
    find(text) {
      const words = tokens(text);
      const stems = words.map((t) => stem(t.word));
      const clauseOf = clauseNumbers(text, words);
      const hits = words.flatMap((_, at) => hitsAt(at, words, stems, clauseOf));
      hits.push(...cutHits(text, words));
      hits.sort((a, b) => a.start - b.start || b.end - a.end || Number(b.negative) - Number(a.negative));
      return markMentions(withoutCovered(hits), words, clauseOf);
    },
  };
}

/** Word for word; the last word of a longer term may be the end of a compound: "reparation av tjänstecyklar". */
const isHere = (term: Term, stems: readonly string[], at: number): boolean =>
  term.stems.every((wanted, n) => {
    const here = stems[at + n];
    return here === wanted || (n > 0 && n === term.stems.length - 1 && here !== undefined && endsIn(here, wanted));
  });

const endsIn = (stemmed: string, end: string): boolean => end.length >= 4 && stemmed.length >= end.length + 3 && stemmed.endsWith(end);

/** The nearest place of a stem, alone or as the end of a compound, in the same clause. */
function nearest(wanted: string, at: number, stems: readonly string[], clauseOf: readonly number[]): number | undefined {
  for (let gap = 1; gap <= MAX_GAP + 1; gap++) {
    for (const place of [at + gap, at - gap]) {
      const here = stems[place];
      if (here !== undefined && clauseOf[place] === clauseOf[at] && (here === wanted || endsIn(here, wanted))) return place;
    }
  }
  return undefined;
}

/** Numbers the clauses: a sentence ends one, and so do a comma, a semicolon and a bracket. */
function clauseNumbers(text: string, words: readonly Token[]): number[] {
  const ends = sentences(text).map((s) => s.end);
  let sentence = 0;
  let clause = 0;
  let before = 0;
  return words.map(({ start, end }) => {
    const parted = start >= (ends[sentence] ?? Number.POSITIVE_INFINITY);
    while (start >= (ends[sentence] ?? Number.POSITIVE_INFINITY)) sentence++;
    if (parted || /[,;()]/.test(text.slice(before, start))) clause++;
    before = end;
    return clause;
  });
}

const hit = ({ field, negative, shared, key }: Term, first: Token, last: Token, manner: Manner): TermHit => ({
  ...{ field, negative, shared, key, start: first.start, end: last.end, manner },
});

/**
 * A positive term inside a negative one of the same field is not there: in "leverans av kaffemaskin" nobody serves
 * coffee. The hits are sorted by where they start, so one look back is enough.
 */
function withoutCovered(hits: readonly TermHit[]): TermHit[] {
  const coveredTo = new Map<FieldId, number>();
  return hits.filter((h) => {
    const covered = coveredTo.get(h.field) ?? -1;
    if (h.negative) coveredTo.set(h.field, Math.max(covered, h.end));
    return h.negative || h.end > covered;
  });
}
