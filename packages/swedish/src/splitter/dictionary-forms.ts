import { type AffixRules, applyRule, FLAG, type SuffixRule } from './affix-rules.ts';

/** What one form may be, bits to be joined. The `weak` ones are not in the dictionary's flags but follow from the entry. */
export const ROLE = {
  begin: 1,
  middle: 2,
  end: 4,
  /** May be written with a hanging hyphen, "dyk-", or is an entry without the flag of a first part. */
  weakBegin: 8,
  /** Any form of an entry without the flag of a last part. */
  weakEnd: 16,
  /** A word by itself, in some inflection. */
  whole: 32,
  /** The entry itself, not inflected. */
  lemma: 64,
  /** A name or a verb: a word by itself that is not split ("Södermalm", "fastställa"). */
  kept: 128,
  /** The stem of a verb, "rid-". */
  stem: 256,
  /** A noun in -a with its linking form made by rule, "yte-". */
  vowel: 512,
} as const;

/** A form, what it may be, and the entry under which it is counted as a last part. */
export interface Form {
  readonly form: string;
  readonly roles: number;
  readonly lemma: string;
}

const LETTERS = /^\p{L}+$/u;

/** Every form of every entry of a hunspell .dic file, lower case and letters only; about a million, with repeats. */
export function* dictionaryForms(dic: string, rules: AffixRules): Generator<Form> {
  for (const line of dic.normalize('NFC').split('\n').slice(1)) {
    const [entry = '', flags = ''] = (line.split(/[\t ]/)[0] ?? '').split('/');
    if (LETTERS.test(entry) && !flags.includes(FLAG.forbidden)) yield* formsOf(entry, flags, rules);
  }
}

function* formsOf(entry: string, flags: string, rules: AffixRules): Generator<Form> {
  const lemma = entry.toLowerCase();
  if (lemma !== entry) return yield* nameForms(lemma, flags, rules);
  const kept = isVerb(lemma, flags) ? ROLE.kept : 0;
  const inflected = ROLE.whole | kept | (flags.includes(FLAG.end) ? ROLE.end : ROLE.weakEnd);
  if (!flags.includes(FLAG.needsAffix)) yield { form: lemma, roles: entryRoles(flags, inflected), lemma };
  for (const { form, rule } of suffixed(lemma, flags, rules)) yield { form, roles: rule.flags ? linkingRoles(rule.flags) : inflected, lemma };
  if (!flags.includes(FLAG.onlyInCompound)) yield* derived(lemma, flags, kept !== 0);
}

/** Names are known only so as to be left whole. */
function* nameForms(lemma: string, flags: string, rules: AffixRules): Generator<Form> {
  if (flags.includes(FLAG.onlyInCompound)) return;
  const roles = ROLE.whole | ROLE.kept;
  yield { form: lemma, roles: roles | ROLE.lemma, lemma };
  for (const { form, rule } of suffixed(lemma, flags, rules)) if (!rule.flags) yield { form, roles, lemma };
}

function* suffixed(lemma: string, flags: string, rules: AffixRules): Generator<{ form: string; rule: SuffixRule }> {
  for (const flag of flags) {
    for (const rule of rules.get(flag) ?? []) {
      const form = applyRule(lemma, rule);
      if (form && LETTERS.test(form)) yield { form, rule };
    }
  }
}

/** Classes of conjugation; the classes E and F, which nouns in -a have too, make it a noun. */
const isVerb = (lemma: string, flags: string): boolean => lemma.endsWith('a') && /[KLMNP]/.test(flags) && !/[EFG]/.test(flags);

/**
 * Forms that Swedish makes by rule and the dictionary lists for some words only: the linking s of a noun ("fälts|mikroskop"),
 * the stem of a verb ("rid|terapi") and of a noun in -a ("yte|skötsel"), and the noun of a verb in -era ("ingravering").
 */
function* derived(lemma: string, flags: string, verb: boolean): Generator<Form> {
  const stem = lemma.slice(0, -1);
  if (verb && stem.length >= 3) yield { form: stem, roles: ROLE.stem, lemma };
  if (verb && lemma.length > 5 && lemma.endsWith('era')) yield* nounOf(`${stem}ing`);
  if (verb) return;
  if (flags.includes('A') && lemma.length >= 4 && !/[saeiouyåäö]$/.test(lemma)) yield { form: `${lemma}s`, roles: ROLE.weakBegin, lemma };
  if (/[GEH]/.test(flags) && lemma.endsWith('a') && lemma.length > 3) {
    yield { form: stem, roles: ROLE.vowel, lemma };
    yield { form: `${stem}e`, roles: ROLE.vowel, lemma };
  }
}

function* nounOf(noun: string): Generator<Form> {
  const ending = ROLE.weakEnd | ROLE.whole;
  yield { form: noun, roles: ending | ROLE.lemma, lemma: noun };
  yield { form: `${noun}s`, roles: ending | ROLE.begin | ROLE.middle, lemma: noun };
  for (const end of ['en', 'ens', 'ar', 'ars', 'arna', 'arnas']) yield { form: noun + end, roles: ending, lemma: noun };
}

function entryRoles(flags: string, inflected: number): number {
  if (flags.includes(FLAG.onlyInCompound)) return linkingRoles(flags) | (flags.includes(FLAG.end) ? ROLE.end : 0);
  return inflected | ROLE.lemma | ROLE.weakBegin | linkingRoles(flags);
}

function linkingRoles(flags: string): number {
  const begin = flags.includes(FLAG.begin) ? ROLE.begin : 0;
  const middle = flags.includes(FLAG.middle) ? ROLE.middle : 0;
  return begin | middle;
}
