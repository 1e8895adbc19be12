import type { Barrier } from '@asf-match/domain';
import { wordsIn } from '@asf-match/swedish';
import type { Found } from './barrier-search.ts';
import type { Unit } from './units.ts';

/** What a count over the whole text found: every place, and the count in words. */
export interface Counted {
  readonly places: readonly Found[];
  readonly detail: string;
}

const MOST_WORDS = 12;
const COMMON_NEEDED = 3;
const number = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0 });

/** A barrier that is one in a number, such as demands; undefined below the number. A sentence counts once, also when it is repeated. */
export function countedIn(barrier: Barrier, units: readonly Unit[]): Counted | undefined {
  const { count } = barrier;
  if (!count) return undefined;
  const own = distinct(units);
  const places = own.flatMap((unit) => barrier.patterns.flatMap((p) => [...unit.text.matchAll(p)].slice(0, 1).map((m) => at(unit, m.index, m[0].length))));
  const words = own.reduce((sum, { text }) => sum + wordsIn(text).length, 0);
  const density = (1000 * places.length) / words;
  if (places.length < count.least || density <= count.perThousandWords) return undefined;
  return { places, detail: `${places.length} meningar eller punkter säger ska, skall eller måste: ${number.format(density)} på 1 000 ord.` };
}

/** Hard words of the text and what to write instead; undefined when there are none, or only a few of the common ones. */
export function hardWordsIn(barrier: Barrier, units: readonly Unit[]): Counted | undefined {
  if (barrier.words.size === 0) return undefined;
  const common = new Set(barrier.commonWords);
  const alternatives = [...barrier.words.keys()].sort((a, b) => b.length - a.length).map((w) => w.replace(/[^\p{L}\d ]/gu, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${alternatives.join('|')})(?![\\p{L}\\d])`, 'giu');
  const hits = distinct(units).flatMap((unit) =>
    [...unit.text.matchAll(pattern)].map((m) => ({ word: m[0].toLowerCase(), place: at(unit, m.index, m[0].length) })),
  );
  const hard = hits.filter(({ word }) => !common.has(word));
  if (hard.length === 0 && hits.length < COMMON_NEEDED) return undefined;
  const words = [...new Set([...hard, ...hits].map(({ word }) => word))].slice(0, MOST_WORDS);
  const swaps = words.map((word) => `”${word}” → ${barrier.words.get(word)}`);
  return { places: [...hard, ...hits.filter((h) => common.has(h.word))].map((h) => h.place), detail: `Byt till exempel: ${swaps.join('; ')}.` };
}

const distinct = (units: readonly Unit[]): Unit[] => [...new Map(units.map((u) => [u.text, u])).values()];

const at = (unit: Unit, index: number, length: number): Found => ({ unit, start: unit.start + index, end: unit.start + index + length });
