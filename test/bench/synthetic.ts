import { type CpvCode, conceptsOf, type Field, type Organisation, type Subject } from '@asf-match/domain';
import { boilerplateSentence } from './boilerplate.ts';
import type { Reference } from './judged.ts';
import { type Random, seeded } from './random.ts';
import { type Vocabulary, vocabulary } from './synthetic-words.ts';

const SEED = 2026;
const DISTINCT_WORDS = 60_000;
const NOTICE_WORDS = 250;

/** Purchases and organisations that look like real ones from afar. The first ones are the same however many are asked for. */
export interface Synthetic {
  notices(count: number, seed?: number): Subject[];
  organisations(count: number): Organisation[];
}

/** What texts are made of. */
interface Source {
  readonly reference: Reference;
  readonly words: Vocabulary;
  readonly codes: readonly CpvCode[];
}

export function synthetic(reference: Reference): Synthetic {
  const { leaves } = reference.taxonomy;
  const terms = leaves.flatMap(termsOf);
  const words = vocabulary(DISTINCT_WORDS, terms, seeded(SEED));
  const codes = [...leaves.flatMap((f) => conceptsOf(f, 'cpv', 'cpv-related', 'cpv-lookalike').map(({ text }) => text)), ...OTHER_CODES];
  const source = { reference, words, codes };
  return {
    notices(count, seed = SEED + 1) {
      const random = seeded(seed);
      return Array.from({ length: count }, (_, n) => notice(n, random, source));
    },
    organisations(count) {
      const random = seeded(SEED + 2);
      return Array.from({ length: count }, (_, n) => organisation(n, random, source));
    },
  };
}

/** Codes of systems, roads, medicine and electronics: what most notices are about. */
const OTHER_CODES = ['48000000', '45233120', '33600000', '72200000', '71320000', '30200000', '34100000', '45330000', '79100000', '85121000', '60112000'];

const NO_FIELD = 0.35;
const TWO_FIELDS = 0.15;
/** How often a sentence about other things mentions a term of any field. */
const MENTION = 0.03;

function notice(number: number, random: Random, source: Source): Subject {
  const { municipalities } = source.reference;
  const fields = topics(random, source);
  const place = random.pick(municipalities).name;
  const named = fields.map((field) => random.pick(termsOf(field)));
  const title = named.length > 0 ? `${random.pick(['Ramavtal', 'Upphandling av', 'Tjänster:'])} ${named.join(' och ')}` : aside(random, source, 4);
  const code = random.chance(0.23) || fields.length === 0 ? random.pick(source.codes) : random.pick(codesOf(fields[0]) ?? source.codes);
  return {
    ref: { kind: 'notice', id: `synthetic:${number}` },
    language: 'sv',
    texts: [
      { part: 'title', text: title },
      { part: 'description', text: description(fields, place, random, source) },
    ],
    cpv: random.chance(0.9) ? [{ code, main: true }] : [],
    places: [{ name: place }],
    reserved: random.chance(0.02),
    buyers: [`${place}s kommun`],
  };
}

function topics(random: Random, { reference }: Source): Field[] {
  if (random.chance(NO_FIELD)) return [];
  return Array.from({ length: random.chance(TWO_FIELDS) ? 2 : 1 }, () => random.pick(reference.taxonomy.leaves));
}

function description(fields: readonly Field[], place: string, random: Random, source: Source): string {
  const about = fields.map((field) => `Upphandlingen avser ${random.pick(termsOf(field))} i ${place} samt ${random.pick(termsOf(field))}.`);
  const text = [...about];
  let words = about.join(' ').split(' ').length;
  while (words < NOTICE_WORDS) {
    const sentence = random.chance(0.35) ? boilerplateSentence(random) : `${aside(random, source, 8 + random.below(10))}.`;
    text.push(sentence);
    words += sentence.split(' ').length;
  }
  return text.join(' ');
}

/** Running text about something else, in which a term of some field may be mentioned. */
function aside(random: Random, { words, reference }: Source, length: number): string {
  const said = Array.from({ length }, () => (random.chance(0.45) ? words.functional(random) : words.content(random)));
  if (random.chance(MENTION)) said[random.below(length)] = random.pick(termsOf(random.pick(reference.taxonomy.leaves)));
  const text = said.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function organisation(number: number, random: Random, { reference, words }: Source): Organisation {
  const fields = Array.from({ length: 1 + random.below(3) }, () => random.pick(reference.taxonomy.leaves));
  const terms = fields.flatMap((field) => Array.from({ length: 1 + random.below(3) }, () => random.pick(termsOf(field))));
  const more = Array.from({ length: random.below(8) }, () => words.content(random));
  return {
    id: `synthetic-${number}`,
    name: `Företag ${number}`,
    orgNumberMasked: false,
    municipalities: [random.pick(reference.municipalities).name],
    nuts: [],
    offers: [...terms, ...more].join(', '),
    capabilities: [],
    status: 'unverified',
    source: 'synthetic',
    seen: '2026-11-24',
    origin: `synthetic ${number}`,
  };
}

const lists = new WeakMap<Field, readonly string[]>();
function termsOf(field: Field): readonly string[] {
  const known = lists.get(field) ?? conceptsOf(field, 'term').map(({ text }) => text);
  lists.set(field, known);
  return known;
}
const codesOf = (field: Field | undefined): readonly CpvCode[] | undefined => field && conceptsOf(field, 'cpv').map(({ text }) => text);
