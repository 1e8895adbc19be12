import { isStopWord, type Token } from '@asf-match/swedish';
import type { TermHit } from './concepts.ts';

/** After these a title says for whom or what: "förpackningar för matdistribution" is no distribution of meals. */
const PURPOSE = new Set(['för', 'till', 'inom', 'åt']);
/** "omfattas inte", "ingår ej": what the clause names is not bought. */
const INCLUDED = new Set(['omfattas', 'omfattar', 'ingår', 'ingå', 'avses', 'avser', 'upphandlas', 'efterfrågas']);
const NOT = new Set(['inte', 'ej']);
/** From the preposition to the term. */
const REACH = 6;

/**
 * How a term may stand in a sentence without being what is bought:
 *
 * - `inside` a longer term of another field ("tvätt av fordon" is no laundry)
 * - `object` of another field's work ("tvätt av gardiner" is no sewing)
 * - `purpose` of something that is no term at all ("förpackningar för matdistribution")
 * - `excluded` in so many words ("café omfattas inte")
 */
export type Mention = 'inside' | 'object' | 'purpose' | 'excluded';

/**
 * Marks the terms that the sentence only mentions.
 * @param hits sorted by start, longest first.
 */
export function markMentions(hits: readonly TermHit[], words: readonly Token[], clauseOf: readonly number[]): TermHit[] {
  const positive = hits.filter((h) => !h.negative);
  const inside = insideLonger(positive);
  const endingAt = new Map<number, Set<string>>();
  for (const h of positive) if (!inside.has(h)) endingAt.set(h.end, (endingAt.get(h.end) ?? new Set()).add(h.field));
  const excluded = excludedClauses(words, clauseOf);
  const spoken = spokenWords(positive, words);

  const isObject = (h: TermHit): boolean => {
    const before = words[h.at - 2];
    const fields = words[h.at - 1]?.word === 'av' && before ? endingAt.get(before.end) : undefined;
    return fields !== undefined && !fields.has(h.field);
  };
  const isPurpose = (at: number): boolean => {
    for (let p = at - 1; p > 0 && p >= at - REACH; p--) {
      if (!PURPOSE.has(words[p]?.word ?? '')) continue;
      if (clauseOf[p] !== clauseOf[at]) return false;
      const head = headBefore(p, words, clauseOf);
      return head !== undefined && !spoken.has(head);
    }
    return false;
  };
  const mentionOf = (h: TermHit): Mention | undefined => {
    if (h.negative) return undefined;
    if (excluded.has(clauseOf[h.at] ?? -1)) return 'excluded';
    if (inside.has(h)) return 'inside';
    if (isObject(h)) return 'object';
    return isPurpose(h.at) ? 'purpose' : undefined;
  };
  return hits.map((h) => {
    const mention = mentionOf(h);
    return mention ? { ...h, mention } : h;
  });
}

function excludedClauses(words: readonly Token[], clauseOf: readonly number[]): Set<number> {
  const excluded = new Set<number>();
  for (let i = 1; i < words.length; i++) {
    const isExclusion = NOT.has(words[i]?.word ?? '') && INCLUDED.has(words[i - 1]?.word ?? '') && clauseOf[i] === clauseOf[i - 1];
    if (isExclusion) excluded.add(clauseOf[i] as number);
  }
  return excluded;
}

/** The nearest word before the preposition that carries meaning, at most a few words back. */
function headBefore(preposition: number, words: readonly Token[], clauseOf: readonly number[]): number | undefined {
  for (let i = preposition - 1; i >= 0 && i >= preposition - REACH && clauseOf[i] === clauseOf[preposition]; i--) {
    if (!isStopWord(words[i]?.word ?? '')) return i;
  }
  return undefined;
}

/** Positions of the words that are part of a positive term, of whatever field. */
function spokenWords(hits: readonly TermHit[], words: readonly Token[]): Set<number> {
  const spoken = new Set<number>();
  let to = 0;
  let next = 0;
  for (const [i, { start }] of words.entries()) {
    for (let h = hits[next]; h !== undefined && h.start <= start; h = hits[++next]) to = Math.max(to, h.end);
    if (start < to) spoken.add(i);
  }
  return spoken;
}

/** Hits strictly inside one written term of another field. Sorted by start, longest first: one look back is enough. */
function insideLonger(positive: readonly TermHit[]): Set<TermHit> {
  const inside = new Set<TermHit>();
  let longest: TermHit | undefined;
  for (const h of positive) {
    if (longest && h.end <= longest.end && h.end - h.start < longest.end - longest.start && h.field !== longest.field) inside.add(h);
    const isPhrase = h.manner === 'whole' && h.key.includes(' ') && !h.key.includes(' och ');
    if (isPhrase && (!longest || h.end > longest.end)) longest = h;
  }
  return inside;
}
