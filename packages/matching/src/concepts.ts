import type { FieldId, Taxonomy } from '@asf-match/domain';
import { actionRoot, ellipses, isStopWord, sentences, stem, type Token, termsWithin } from '@asf-match/swedish';
import { type ConceptTerms, conceptTerms, type Term } from './concept-terms.ts';
import { type Mention, markMentions } from './mentions.ts';
import type { ReadText } from './read-text.ts';

/**
 * How a term is found: `whole` as it is written, in any form; `part` as a part of a longer word; `cut` in a word that
 * a hyphen cuts short; `loose` as two words near each other in one clause.
 */
type Manner = 'whole' | 'part' | 'cut' | 'loose';

/** What a text is: what an organisation offers, in its own words, or what a purchase asks for. */
export type TextKind = 'offers' | 'purchase';

/** A term where it stands in a text. */
export interface TermHit {
  readonly field: FieldId;
  readonly negative: boolean;
  readonly offersOnly: boolean;
  readonly shared: number;
  /** How heavily it counts against an ordinary term, which is 1. */
  readonly weight: number;
  readonly key: string;
  /** Position of its first word in the text. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly manner: Manner;
  /** Set when the sentence says that something else is done, to or for this. */
  readonly mention?: Mention;
}

/** The taxonomy's terms, ready to be found. Every distinct word is looked at once. */
export interface Concepts {
  /** In the order of the text. Time is linear in its length. */
  find(read: ReadText, kind: TextKind): TermHit[];
}

/** The words of a text, their stems and the clause of each. */
interface Written {
  readonly words: readonly Token[];
  readonly stems: readonly string[];
  readonly clauseOf: readonly number[];
}

const MAX_REMEMBERED = 100_000;
const MAX_WORD = 60;
/** Two words of a term may have this many words between them. */
const MAX_GAP = 4;
/** The end of a compound has at least this many letters, and what stands before it too. */
const MIN_END = 3;
const MIN_BEFORE_END = 3;
/** The action at the end of a compound has at least this many letters. */
const MIN_ACTION = 4;

export function createConcepts(taxonomy: Taxonomy): Concepts {
  const written = createFinder(conceptTerms(taxonomy));
  const bare = createFinder(conceptTerms(taxonomy, bareStem));
  return { find: (read, kind) => (read.bare ? bare : written).find(read, kind) };
}

/** The letters that remain when somebody writes on a keyboard without å, ä and ö. */
const BARE_LETTERS: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o' };
const MIN_BARE = 5;

/** A stem without its dots and rings; nothing when it is then so short, or so common a word, that it would be found everywhere ("städ", "stad"). */
function bareStem(stemmed: string): string {
  const bare = stemmed.replace(/[åäö]/g, (letter) => BARE_LETTERS[letter] as string);
  return bare !== stemmed && (bare.length < MIN_BARE || isStopWord(bare)) ? '' : bare;
}

function createFinder({ byFirst, singles, pairs }: ConceptTerms): Concepts {
  const remembered = new Map<string, readonly Term[]>();

  /** Single terms that the word contains without being one of them. */
  function within(stemmed: string): readonly Term[] {
    const known = remembered.get(stemmed);
    if (known) return known;
    const found = stemmed.length > MAX_WORD ? [] : termsWithin(stemmed, (part) => singles.has(part)).flatMap(({ term }) => singles.get(term) ?? []);
    if (found.length === 0) found.push(...thingAndAction(stemmed, pairs));
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(stemmed, found);
    return found;
  }

  function collect(hits: TermHit[], at: number, written: Written): void {
    const { words, stems } = written;
    const stemmed = stems[at] as string;
    let taken: string[] | undefined;
    let isTerm = false;
    for (const term of byFirst.get(stemmed) ?? []) {
      if (!isHere(term, stems, at)) continue;
      taken ??= [];
      taken.push(`${term.field} ${term.key}`);
      isTerm ||= term.stems.length === 1 && !term.negative;
      hits.push(hit(term, words, at, at + term.stems.length - 1, 'whole'));
    }
    if (!isTerm) for (const term of within(stemmed)) hits.push(hit(term, words, at, at, 'part'));
    const seconds = pairs.get(actionRoot(stemmed));
    if (seconds) collectPairs(hits, seconds, at, written, new Set(taken));
  }

  /** Each two-word term whose second word is nearest, alone or as the end of a compound. */
  function collectPairs(
    hits: TermHit[],
    seconds: ReadonlyMap<string, readonly Term[]>,
    at: number,
    { words, stems, clauseOf }: Written,
    taken: Set<string>,
  ): void {
    for (const place of placesNear(at, clauseOf)) {
      for (const part of wholeAndEnds(actionRoot(stems[place] as string))) {
        for (const term of seconds.get(part) ?? []) {
          const name = `${term.field} ${term.key}`;
          if (taken.has(name)) continue;
          taken.add(name);
          hits.push(hit(term, words, Math.min(at, place), Math.max(at, place), 'loose'));
        }
      }
    }
  }

  function cutHits(text: string, words: readonly Token[]): TermHit[] {
    return ellipses(text, words).flatMap(({ cut, lender, readings }) => {
      const terms = readings.map((word) => singles.get(stem(word))).find((t) => t !== undefined) ?? [];
      return terms.map((term) => hit(term, words, cut, lender, 'cut'));
    });
  }

  return {
    find({ text, words, stems }, kind) {
      const { clauseOf, sentenceOf } = structureOf(text, words);
      const all = cutHits(text, words);
      for (let at = 0; at < words.length; at++) collect(all, at, { words, stems, clauseOf });
      const hits = kind === 'offers' ? all : all.filter((h) => !h.offersOnly);
      hits.sort((a, b) => a.start - b.start || b.end - a.end || Number(b.negative) - Number(a.negative));
      return hits.length > 0 ? markMentions(withoutCovered(hits), { text, words, clauseOf, sentenceOf }, kind) : hits;
    },
  };
}

/** Two-word terms that a compound is made of, the action last: "cykellagning" for "laga cyklar". */
function thingAndAction(stemmed: string, pairs: ConceptTerms['pairs']): readonly Term[] {
  if (stemmed.length > MAX_WORD) return [];
  for (let cut = MIN_BEFORE_END; cut <= stemmed.length - MIN_ACTION; cut++) {
    const things = pairs.get(actionRoot(stemmed.slice(cut)));
    if (!things) continue;
    const thing = stemmed.slice(0, cut);
    const terms = things.get(actionRoot(stem(thing))) ?? (thing.endsWith('s') ? things.get(actionRoot(stem(thing.slice(0, -1)))) : undefined);
    if (terms) return terms;
  }
  return [];
}

/** Word for word; the last word of a longer term may be the end of a compound: "reparation av tjänstecyklar". */
const isHere = (term: Term, stems: readonly string[], at: number): boolean =>
  term.stems.every((wanted, n) => {
    const here = stems[at + n];
    return here === wanted || (n > 0 && n === term.stems.length - 1 && here !== undefined && endsIn(here, wanted));
  });

const endsIn = (stemmed: string, end: string): boolean => end.length >= MIN_END && stemmed.length >= end.length + MIN_BEFORE_END && stemmed.endsWith(end);

/** The places within reach in the same clause, nearest first. */
function* placesNear(at: number, clauseOf: readonly number[]): Generator<number> {
  for (let gap = 1; gap <= MAX_GAP + 1; gap++) {
    if (clauseOf[at + gap] === clauseOf[at]) yield at + gap;
    if (clauseOf[at - gap] === clauseOf[at]) yield at - gap;
  }
}

/** A stem, and every end of it that may be the last part of a compound, longest first. */
function* wholeAndEnds(stemmed: string): Generator<string> {
  yield stemmed;
  for (let start = MIN_BEFORE_END; start <= stemmed.length - MIN_END; start++) yield stemmed.slice(start);
}

/** Numbers the sentences and the clauses: a sentence ends one, and so do a comma, a semicolon and a bracket. */
function structureOf(text: string, words: readonly Token[]): { readonly clauseOf: number[]; readonly sentenceOf: number[] } {
  const ends = sentences(text).map((s) => s.end);
  let sentence = 0;
  let clause = 0;
  let before = 0;
  const sentenceOf: number[] = [];
  const clauseOf = words.map(({ start, end }) => {
    const parted = start >= (ends[sentence] ?? Number.POSITIVE_INFINITY);
    while (start >= (ends[sentence] ?? Number.POSITIVE_INFINITY)) sentence++;
    if (parted || ((start > before + 1 || text[before] !== ' ') && /[,;()]/.test(text.slice(before, start)))) clause++;
    before = end;
    sentenceOf.push(sentence);
    return clause;
  });
  return { clauseOf, sentenceOf };
}

const hit = ({ field, negative, offersOnly, shared, weight, key }: Term, words: readonly Token[], first: number, last: number, manner: Manner): TermHit => ({
  ...{ field, negative, offersOnly, shared, weight, key, at: first, start: (words[first] as Token).start, end: (words[last] as Token).end, manner },
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
