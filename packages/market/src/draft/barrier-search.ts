import type { Barrier } from '@asf-match/domain';
import { daysIn } from './amounts.ts';
import { acceptsEquivalent, demands, deniesItems, isDenied } from './denial.ts';
import type { Unit } from './units.ts';

/** Where a barrier was found. */
export interface Found {
  readonly unit: Unit;
  /** In the draft. */
  readonly start: number;
  readonly end: number;
}

/** Everything that a barrier is looked for in, in one text. */
export const wholeOf = (units: readonly Unit[]): string => units.map(({ leadIn, text }) => (leadIn ? `${leadIn} ${text}` : text)).join('\n');

/**
 * The sentences, items and rows in which a barrier stands, at most one place in each. Headings demand nothing.
 * @param whole of the units: most patterns are nowhere in it, and making one ready for many short texts costs more than reading one long text.
 */
export function placesOf(barrier: Barrier, units: readonly Unit[], whole: string): Found[] {
  if (barrier.patterns.every((pattern) => whole.search(pattern) < 0)) return [];
  return units.flatMap((unit) => (unit.kind === 'heading' ? [] : (placeIn(unit, barrier) ?? [])));
}

function placeIn(unit: Unit, barrier: Barrier): Found | undefined {
  const { leadIn, text, next, kind } = unit;
  const before = leadIn ? `${leadIn} ` : '';
  const whole = before + text;
  const match = barrier.patterns.flatMap((p) => matchBeyond(p, whole, before.length) ?? [])[0];
  if (!match) return undefined;
  if (barrier.unless.some((p) => p.test(whole))) return undefined;
  if (barrier.demand && !demands(text, leadIn, kind)) return undefined;
  if (barrier.negation && (isDenied(text, Math.max(0, match.start - before.length), match.end - before.length) || deniesItems(leadIn))) return undefined;
  if (barrier.alternative && acceptsEquivalent(text, next)) return undefined;
  if (barrier.days && !daysIn(whole.slice(match.start)).some((d) => d < (barrier.days?.below ?? 0))) return undefined;
  return { unit, start: unit.start + Math.max(0, match.start - before.length), end: unit.start + match.end - before.length };
}

/** The first match that reaches beyond what leads in; what leads in alone was looked at as a sentence of its own. */
function matchBeyond(pattern: RegExp, whole: string, from: number): { readonly start: number; readonly end: number } | undefined {
  for (const match of whole.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (end > from && match[0]) return { start: match.index, end };
  }
  return undefined;
}
