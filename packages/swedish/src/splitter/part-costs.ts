import { type Automaton, buildAutomaton } from './automaton.ts';
import { FIRST_PARTS, LEXICALISED, NO_LAST_PARTS, NO_PARTS, PREFIXES } from './closed-classes.ts';
import { ROLE } from './dictionary-forms.ts';
import { COSTS_PER_NAT, cheapestPath, IMPOSSIBLE, MAX_LENGTH } from './lattice.ts';
import { wholeCost } from './lexicon.ts';

/** How often a form is a first or middle part, and an entry a last part, in the compounds of the dictionary itself. */
export interface PartCounts {
  readonly inner: ReadonlyMap<string, number>;
  readonly last: ReadonlyMap<string, number>;
  readonly innerTotal: number;
  readonly lastTotal: number;
  /** Number of forms that could be a part; smoothing is spread over them. */
  readonly vocabulary: number;
}

const ROUNDS = 3;
const SMOOTHING = 0.4;
/** Before anything is counted every part costs the same, in nats, so that the fewest parts win. */
const UNIFORM = 7;
const UNIFORM_SHORT = 10;

/** Penalties in nats. */
const WEAK_BEGIN = 3;
const STEM = 2;
const VOWEL = 2;
const WEAK_END = 1.5;
const NOT_IN_THE_MIDDLE = 0.5;
const TWO_LETTERS = 2;
const THREE_LETTERS = 1;
const INFLECTED = 0.1;

const MIN_COMPOUND = 5;
const STRICT_BEGIN = ROLE.begin | ROLE.middle;
const ANY_BEGIN = STRICT_BEGIN | ROLE.weakBegin | ROLE.stem | ROLE.vowel;
const hasVowel = (form: string): boolean => /[aeiouyåäöé]/.test(form);

const canBeInner = (form: string, roles: number): boolean =>
  (roles & ANY_BEGIN) !== 0 && hasVowel(form) && !NO_PARTS.has(form) && !PREFIXES.has(form) && (form.length > 2 || FIRST_PARTS.has(form));

const canBeLast = (form: string, roles: number): boolean =>
  (roles & (ROLE.end | ROLE.weakEnd)) !== 0 && form.length > 2 && hasVowel(form) && !NO_PARTS.has(form) && !PREFIXES.has(form) && !NO_LAST_PARTS.has(form);

function innerPenalty(form: string, roles: number, middle: boolean): number {
  const short = form.length === 2 ? TWO_LETTERS : form.length === 3 ? THREE_LETTERS : 0;
  if (roles & STRICT_BEGIN) return short + (middle && !(roles & ROLE.middle) ? NOT_IN_THE_MIDDLE : 0);
  return short + (roles & ROLE.stem ? STEM : roles & ROLE.vowel ? VOWEL : WEAK_BEGIN);
}

const quantised = (nats: number): number => Math.max(0, Math.min(IMPOSSIBLE - 1, Math.round(nats * COSTS_PER_NAT)));

/** Cost of a form in front of another part. */
export function innerCost(counts: PartCounts, form: string, roles: number, middle: boolean): number {
  if (!canBeInner(form, roles)) return IMPOSSIBLE;
  const probability = ((counts.inner.get(form) ?? 0) + SMOOTHING) / (counts.innerTotal + SMOOTHING * counts.vocabulary);
  return quantised(innerPenalty(form, roles, middle) - Math.log(probability));
}

/** Cost of a form at the end. @param lemmas the entries that it is a form of. */
export function lastCost(counts: PartCounts, form: string, roles: number, lemmas: readonly string[]): number {
  if (!canBeLast(form, roles)) return IMPOSSIBLE;
  const penalty = (form.length === 3 ? THREE_LETTERS : 0) + (roles & ROLE.end ? 0 : WEAK_END);
  const nats = lemmas.map((lemma) => {
    const probability = ((counts.last.get(lemma) ?? 0) + SMOOTHING) / (counts.lastTotal + SMOOTHING * counts.vocabulary);
    return (lemma === form ? 0 : INFLECTED) - Math.log(probability);
  });
  return quantised(penalty + Math.min(...nats));
}

/**
 * Counts the parts of the compounds among the dictionary's entries (hard expectation maximisation): the entries are
 * split with the costs so far, the parts are counted, and so again.
 */
export function countParts(roles: ReadonlyMap<string, number>): PartCounts {
  const forms = [''];
  const numbers = new Map<string, number>();
  for (const [form, bits] of roles) {
    if (!(bits & (ROLE.lemma | ANY_BEGIN))) continue;
    numbers.set(form, forms.length);
    forms.push(form);
  }
  const automaton = buildAutomaton(numbers);
  const bits = forms.map((form) => roles.get(form) ?? 0);
  let counts: PartCounts | undefined;
  for (let round = 0; round < ROUNDS; round++) counts = countOnce(automaton, forms, bits, counts);
  return counts as PartCounts;
}

function countOnce(automaton: Automaton, forms: readonly string[], bits: readonly number[], before: PartCounts | undefined): PartCounts {
  const first = Uint8Array.from(forms, (form, n) =>
    before ? innerCost(before, form, bits[n] as number, false) : uniform(form, bits[n] as number, canBeInner),
  );
  const middle = before ? Uint8Array.from(forms, (form, n) => innerCost(before, form, bits[n] as number, true)) : first;
  const last = Uint8Array.from(forms, (form, n) => (before ? lastCost(before, form, bits[n] as number, [form]) : uniform(form, bits[n] as number, canBeLast)));
  const inner = new Map<string, number>();
  const ends = new Map<string, number>();
  let innerTotal = 0;
  let lastTotal = 0;
  for (const [n, form] of forms.entries()) {
    if (!((bits[n] as number) & ROLE.lemma) || form.length < MIN_COMPOUND || form.length > MAX_LENGTH || LEXICALISED.has(form)) continue;
    const path = cheapestPath(automaton, { first, middle, last }, form);
    const asPart = before ? Math.min(first[n] as number, middle[n] as number, last[n] as number) : IMPOSSIBLE;
    if (!path || path.cost > wholeCost(form.length, asPart)) continue;
    let begin = 0;
    for (const end of path.ends) {
      const part = form.slice(begin, end);
      const into = end === form.length ? ends : inner;
      into.set(part, (into.get(part) ?? 0) + 1);
      begin = end;
    }
    innerTotal += path.ends.length - 1;
    lastTotal++;
  }
  return { inner, last: ends, innerTotal, lastTotal, vocabulary: forms.length };
}

function uniform(form: string, roles: number, canBe: (form: string, roles: number) => boolean): number {
  if (!canBe(form, roles)) return IMPOSSIBLE;
  const weak = roles & (STRICT_BEGIN | ROLE.end) ? 0 : WEAK_BEGIN;
  return quantised((form.length < 4 ? UNIFORM_SHORT : UNIFORM) / COSTS_PER_NAT + weak);
}
