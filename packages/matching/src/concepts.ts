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
  /** What each word may end, once it has been asked for. */
  readonly endings: (Ending | undefined)[];
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
  let bare: Concepts | undefined;
  const bareFinder = (): Concepts => {
    bare ??= createFinder(conceptTerms(taxonomy, bareStem));
    return bare;
  };
  return { find: (read, kind) => (read.bare ? bareFinder() : written).find(read, kind) };
}

/** The letters that remain when somebody writes on a keyboard without å, ä and ö. */
const BARE_LETTERS: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o' };
const MIN_BARE = 5;

/** A stem without its dots and rings; nothing when it is then so short, or so common a word, that it would be found everywhere ("städ", "stad"). */
function bareStem(stemmed: string): string {
  const bare = stemmed.replace(/[åäö]/g, (letter) => BARE_LETTERS[letter] as string);
  return bare !== stemmed && (bare.length < MIN_BARE || isStopWord(bare)) ? '' : bare;
}

/** What a word may begin, looked up once for each distinct stem. */
interface Beginning {
  /** Terms of this word alone. */
  readonly alone: readonly Term[];
  /** Longer terms by the stem of their second word. */
  readonly longer: ReadonlyMap<string, readonly Term[]>;
  /** Terms that the word contains without being one of them. */
  readonly within: readonly Term[];
  /** Two-word terms by the root of their second word. */
  readonly pairs: ReadonlyMap<string, readonly Term[]>;
}

/** What a word may end: itself and the ends of it that are the second word of a longer term, as stems and as roots. */
interface Ending {
  readonly stems: readonly string[];
  readonly roots: readonly string[];
}

const NONE: ReadonlyMap<string, readonly Term[]> = new Map();

function createFinder({ byFirst, singles, pairs }: ConceptTerms): Concepts {
  const secondStems = new Set([...byFirst.values()].flatMap((terms) => terms.flatMap((t) => t.stems[1] ?? [])));
  const secondRoots = new Set([...pairs.values()].flatMap((seconds) => [...seconds.keys()]));
  const actionStarts = new Set([...pairs.keys()].map((root) => actionStart(root)));
  const beginnings = bounded<Beginning | null>((stemmed) => {
    const begun = byFirst.get(stemmed) ?? [];
    const longer = new Map<string, Term[]>();
    for (const term of begun) if (term.stems[1] !== undefined) longer.set(term.stems[1], [...(longer.get(term.stems[1]) ?? []), term]);
    const contained = stemmed.length > MAX_WORD ? [] : termsWithin(stemmed, (part) => singles.has(part)).flatMap(({ term }) => singles.get(term) ?? []);
    const within = contained.length > 0 ? contained : thingAndAction(stemmed, pairs, actionStarts);
    const pairsOf = pairs.get(actionRoot(stemmed)) ?? NONE;
    if (begun.length === 0 && within.length === 0 && pairsOf.size === 0) return null;
    return { alone: begun.filter((t) => t.stems.length === 1), longer, within, pairs: pairsOf };
  });
  const endings = bounded<Ending>((stemmed) => ({ stems: endsAmong(stemmed, secondStems), roots: endsAmong(actionRoot(stemmed), secondRoots) }));

  function collect(hits: TermHit[], at: number, written: Written): void {
    const { words, stems } = written;
    const begun = beginnings(stems[at] as string);
    if (!begun) return;
    let isTerm = false;
    for (const term of begun.alone) {
      isTerm ||= !term.negative;
      hits.push(hit(term, words, at, at, 'whole'));
    }
    const taken = new Set<string>();
    if (begun.longer.size > 0 && at + 1 < stems.length) {
      for (const second of endings(stems[at + 1] as string).stems) {
        for (const term of begun.longer.get(second) ?? []) {
          if (!isHere(term, stems, at)) continue;
          taken.add(`${term.field} ${term.key}`);
          hits.push(hit(term, words, at, at + term.stems.length - 1, 'whole'));
        }
      }
    }
    if (!isTerm) for (const term of begun.within) hits.push(hit(term, words, at, at, 'part'));
    if (begun.pairs.size > 0) collectPairs(hits, begun.pairs, at, written, taken);
  }

  /** Each two-word term whose second word is nearest in the same clause, alone or as the end of a compound. */
  function collectPairs(
    hits: TermHit[],
    seconds: Beginning['pairs'],
    at: number,
    { words, stems, clauseOf, endings: known }: Written,
    taken: Set<string>,
  ): void {
    for (let n = 2; n < 2 * MAX_GAP + 4; n++) {
      const place = n % 2 === 0 ? at + n / 2 : at - (n - 1) / 2;
      if (clauseOf[place] !== clauseOf[at]) continue;
      const ending = known[place] ?? endings(stems[place] as string);
      known[place] = ending;
      for (const part of ending.roots) {
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
      const structure: Written = { words, stems, clauseOf, endings: [] };
      for (let at = 0; at < words.length; at++) collect(all, at, structure);
      const hits = kind === 'offers' ? all : all.filter((h) => !h.offersOnly);
      hits.sort((a, b) => a.start - b.start || b.end - a.end || Number(b.negative) - Number(a.negative));
      return hits.length > 0 ? markMentions(withoutCovered(hits), { text, words, clauseOf, sentenceOf }, kind) : hits;
    },
  };
}

/** Remembers what was found for a stem, within bounds; a null for nothing is remembered too. */
function bounded<T extends object | null>(find: (stemmed: string) => T): (stemmed: string) => T {
  const remembered = new Map<string, T>();
  return (stemmed) => {
    const known = remembered.get(stemmed);
    if (known !== undefined) return known;
    const found = find(stemmed);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(stemmed, found);
    return found;
  };
}

const NO_ENDS: readonly string[] = [];

/** A word and its ends that may be the last part of a compound, as far as they are wanted; longest first. */
function endsAmong(word: string, wanted: ReadonlySet<string>): readonly string[] {
  if (word.length > MAX_WORD) return NO_ENDS;
  const ends = wanted.has(word) ? [word] : [];
  for (let start = MIN_BEFORE_END; start <= word.length - MIN_END; start++) {
    const end = word.slice(start);
    if (wanted.has(end)) ends.push(end);
  }
  return ends.length > 0 ? ends : NO_ENDS;
}

/** What an action and its root have in common, whatever its ending is. */
const actionStart = (word: string, from = 0): string => word.slice(from, from + 2);

/** Two-word terms that a compound is made of, the action last: "cykellagning" for "laga cyklar". */
function thingAndAction(stemmed: string, pairs: ConceptTerms['pairs'], starts: ReadonlySet<string>): readonly Term[] {
  if (stemmed.length > MAX_WORD) return [];
  for (let cut = MIN_BEFORE_END; cut <= stemmed.length - MIN_ACTION; cut++) {
    const things = starts.has(actionStart(stemmed, cut)) ? pairs.get(actionRoot(stemmed.slice(cut))) : undefined;
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

/** With these another clause begins: "cyklarna skruvar vi själva men lagar inga åt andra". */
const BUT = new Set(['men', 'medan']);

/** Numbers the sentences and the clauses: a sentence ends one, and so do a comma, a semicolon, a bracket and "men". */
function structureOf(text: string, words: readonly Token[]): { readonly clauseOf: number[]; readonly sentenceOf: number[] } {
  const ends = sentences(text).map((s) => s.end);
  let sentence = 0;
  let clause = 0;
  let before = 0;
  const sentenceOf: number[] = [];
  const clauseOf = words.map(({ word, start, end }) => {
    const parted = start >= (ends[sentence] ?? Number.POSITIVE_INFINITY);
    while (start >= (ends[sentence] ?? Number.POSITIVE_INFINITY)) sentence++;
    if (parted || BUT.has(word) || ((start > before + 1 || text[before] !== ' ') && /[,;()]/.test(text.slice(before, start)))) clause++;
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
