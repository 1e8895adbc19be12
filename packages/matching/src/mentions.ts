import { isStopWord, type Token } from '@asf-match/swedish';
import type { TermHit } from './concepts.ts';

/** After these a title says for whom or what: "förpackningar för matdistribution" is no distribution of meals. */
const PURPOSE = new Set(['för', 'till', 'inom', 'åt']);
/** From the preposition to the term. */
const REACH = 3;

/**
 * Marks the terms that the sentence only mentions:
 *
 * - inside a longer term of another field ("städning av fordon" is no office cleaning)
 * - as what another field's work is done to ("tvätt av gardiner" is no sewing)
 * - as the purpose of something that is no term at all ("förpackningar för matdistribution")
 *
 * @param hits sorted by start, longest first.
 */
export function markMentions(hits: readonly TermHit[], words: readonly Token[], sentenceOf: readonly number[]): TermHit[] {
  const positionAt = new Map(words.map((w, i) => [w.start, i]));
  const positive = hits.filter((h) => !h.negative);
  const inside = insideLonger(positive);
  const endingAt = new Map<number, Set<string>>();
  for (const h of positive) if (!inside.has(h)) endingAt.set(h.end, (endingAt.get(h.end) ?? new Set()).add(h.field));
  const spoken = spokenWords(hits, words);

  const isObject = (h: TermHit, at: number): boolean => {
    const before = words[at - 2];
    const fields = words[at - 1]?.word === 'av' && before ? endingAt.get(before.end) : undefined;
    return fields !== undefined && !fields.has(h.field);
  };
  const isPurpose = (at: number): boolean => {
    for (let p = at - 1; p > 0 && p >= at - REACH; p--) {
      if (!PURPOSE.has(words[p]?.word ?? '')) continue;
      if (sentenceOf[p] !== sentenceOf[at]) return false;
      const head = headBefore(p, words, sentenceOf);
      return head !== undefined && !spoken.has(head);
    }
    return false;
  };
  return hits.map((h) => {
    const at = positionAt.get(h.start);
    const mentioned = !h.negative && (inside.has(h) || (at !== undefined && (isObject(h, at) || isPurpose(at))));
    return mentioned ? { ...h, mentioned } : h;
  });
}

/** The nearest word before the preposition that carries meaning, at most a few words back. */
function headBefore(preposition: number, words: readonly Token[], sentenceOf: readonly number[]): number | undefined {
  for (let i = preposition - 1; i >= 0 && i >= preposition - REACH && sentenceOf[i] === sentenceOf[preposition]; i--) {
    if (!isStopWord(words[i]?.word ?? '')) return i;
  }
  return undefined;
}

/** Positions of the words that are part of some term, of whatever field. */
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
