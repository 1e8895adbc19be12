/** What a hunspell flag lets a word do in a compound (dictionary-sv: COMPOUNDBEGIN X and so on). */
export const FLAG = { begin: 'X', middle: 'U', end: 'Y', onlyInCompound: 'Z', hyphenated: 'b', needsAffix: '¤', forbidden: '%' } as const;

/** One line of an SFX class: `strip` is taken off a word whose end matches `condition`, then `add` is put on. */
export interface SuffixRule {
  readonly strip: string;
  readonly add: string;
  /** Flags of the form itself, "WXZ" for a linking form; empty for an inflected form. */
  readonly flags: string;
  /** One set of letters for each position at the end of the word; a negated set begins with ^. */
  readonly condition: readonly string[];
}

export type AffixRules = ReadonlyMap<string, readonly SuffixRule[]>;

/** The suffix classes of a hunspell .aff file by flag. Prefixes and the checks that only a speller needs are left out. */
export function parseAffixRules(aff: string): AffixRules {
  const rules = new Map<string, SuffixRule[]>();
  for (const line of aff.split('\n')) {
    const [kind, flag, strip, added, condition] = line.trim().split(/\s+/);
    if (kind !== 'SFX' || !flag || strip === undefined || added === undefined || condition === undefined) continue;
    const [add = '', flags = ''] = added.split('/');
    const rule: SuffixRule = { strip: strip === '0' ? '' : strip, add: add === '0' ? '' : add, flags, condition: letterSets(condition) };
    const sameFlag = rules.get(flag);
    if (sameFlag) sameFlag.push(rule);
    else rules.set(flag, [rule]);
  }
  return rules;
}

const letterSets = (condition: string): string[] => (condition === '.' ? [] : Array.from(condition.matchAll(/\[([^\]]*)\]|(.)/gu), (m) => m[1] ?? m[2] ?? ''));

/** The word with the rule's suffix; undefined when its end does not meet the condition. */
export function applyRule(word: string, { strip, add, condition }: SuffixRule): string | undefined {
  const from = word.length - condition.length;
  if (from < 0 || !word.endsWith(strip)) return undefined;
  for (const [n, set] of condition.entries()) {
    const letter = word[from + n] as string;
    if (set.startsWith('^') ? set.includes(letter) : !set.includes(letter)) return undefined;
  }
  return word.slice(0, word.length - strip.length) + add;
}
