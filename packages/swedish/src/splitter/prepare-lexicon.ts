import { parseAffixRules } from './affix-rules.ts';
import { buildAutomaton, letterNumber } from './automaton.ts';
import { FIRST_PARTS, LEXICALISED, PREFIXES } from './closed-classes.ts';
import { dictionaryForms, ROLE } from './dictionary-forms.ts';
import { COSTS_PER_NAT, IMPOSSIBLE } from './lattice.ts';
import { createLexicon, KIND, type Lexicon } from './lexicon.ts';
import { countParts, innerCost, lastCost, type PartCounts } from './part-costs.ts';

/** What joining a particle with the next part costs. */
const PREFIX_COST = 7 * COSTS_PER_NAT;

interface Collected {
  /** Bits of ROLE by form. */
  readonly roles: Map<string, number>;
  /** The entries of which it is a form that can be a last part. */
  readonly lemmas: Map<string, string[]>;
}

/** Reads a hunspell dictionary of Swedish (.aff and .dic) and makes the lexicon; takes seconds. */
export function prepareLexicon(aff: string, dic: string): Lexicon {
  const collected = collect(aff, dic);
  const counts = countParts(collected.roles);
  const tuples = new Map<string, number>([['', 0]]);
  const first: number[] = [IMPOSSIBLE];
  const middle: number[] = [IMPOSSIBLE];
  const last: number[] = [IMPOSSIBLE];
  const kinds: number[] = [0];
  const values = new Map<string, number>();
  for (const [form, roles] of collected.roles) {
    const tuple = tupleOf(form, roles, collected, counts);
    const key = tuple.join();
    let value = tuples.get(key);
    if (value === undefined) {
      value = tuples.size;
      tuples.set(key, value);
      for (const [n, table] of [first, middle, last, kinds].entries()) table.push(tuple[n] as number);
    }
    values.set(form, value);
  }
  const costs = { first: Uint8Array.from(first), middle: Uint8Array.from(middle), last: Uint8Array.from(last) };
  return createLexicon(buildAutomaton(values), costs, Uint8Array.from(kinds));
}

type Tuple = readonly [first: number, middle: number, last: number, kind: number];

function tupleOf(form: string, roles: number, { lemmas }: Collected, counts: PartCounts): Tuple {
  const kind = (roles & ROLE.whole ? KIND.whole : 0) | (roles & ROLE.lemma ? KIND.lemma : 0) | (roles & ROLE.kept ? KIND.kept : 0);
  if (PREFIXES.has(form)) return [PREFIX_COST, PREFIX_COST, IMPOSSIBLE, kind | KIND.prefix];
  const last = lastCost(counts, form, roles, lemmas.get(form) ?? [form]);
  return [innerCost(counts, form, roles, false), innerCost(counts, form, roles, true), last, kind];
}

function collect(aff: string, dic: string): Collected {
  const roles = new Map<string, number>();
  const lemmas = new Map<string, string[]>();
  const add = (form: string, bits: number): void => {
    roles.set(form, (roles.get(form) ?? 0) | bits);
  };
  for (const form of FIRST_PARTS) add(form, ROLE.begin | ROLE.middle);
  for (const form of PREFIXES) add(form, ROLE.weakBegin);
  for (const { form, roles: bits, lemma } of dictionaryForms(dic, parseAffixRules(aff))) {
    if (!bits || !isSpellable(form)) continue;
    add(form, LEXICALISED.has(lemma) ? bits | ROLE.kept : bits);
    if (!(bits & (ROLE.end | ROLE.weakEnd))) continue;
    const known = lemmas.get(form);
    if (known) known.push(lemma);
    else lemmas.set(form, [lemma]);
  }
  return { roles, lemmas };
}

function isSpellable(form: string): boolean {
  for (let i = 0; i < form.length; i++) if (letterNumber(form.charCodeAt(i)) === 0) return false;
  return true;
}
