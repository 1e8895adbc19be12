import { logistic, type Notice } from '@asf-match/domain';
import { buyerNumbers, lastDay, plainReference, titleStems } from './traits.ts';

/** One piece of evidence that two notices are, or are not, of one purchase. The weights sum to the log-odds. */
export interface LinkReason {
  readonly rule: 'prior' | 'procedure' | 'publication' | 'reference' | 'buyer' | 'title' | 'deadline' | 'code' | 'time';
  readonly weight: number;
}

/** How likely it is that two notices are of one purchase, with all of the evidence. */
export interface Likeness {
  readonly probability: number;
  readonly reasons: readonly LinkReason[];
}

/**
 * Weights set by hand. No link that a sender states is enough alone: senders get both the procedure’s number and the
 * number of the notice before wrong, so that what they state must be borne out by buyer, title, last day or code.
 */
const WEIGHTS = {
  prior: -4,
  procedure: 6,
  publication: 4,
  reference: 6,
  buyer: { same: 1.5, other: -4, sameName: 1, otherName: -2.5 },
  /** Times how far the share of common words lies over or under `evenTitle`. */
  title: 8,
  evenTitle: 0.4,
  /** Both titles have numbers, and other ones: area 1 and area 2. */
  otherNumbers: -3,
  deadline: { sameMinute: 2.5, sameDay: 1.5, other: -5 },
  code: { same: 1.5, group: 0.5, otherDivision: -1.5 },
  /** Published more than a year apart: the next purchase of the same thing. */
  farApart: -4,
} as const;
const FAR_APART_DAYS = 400;

/** Compares two notices. Pure and symmetric. */
export function samePurchase(a: Notice, b: Notice): Likeness {
  const found: LinkReason[] = [{ rule: 'prior', weight: WEIGHTS.prior }];
  const add = (rule: LinkReason['rule'], weight: number | undefined): void => void (weight && found.push({ rule, weight }));
  add('procedure', a.procedureId === b.procedureId ? WEIGHTS.procedure : undefined);
  add('publication', refersTo(a, b) || refersTo(b, a) ? WEIGHTS.publication : undefined);
  const [ours, theirs] = [buyerNumbers(a), buyerNumbers(b)];
  const known = ours.size > 0 && theirs.size > 0;
  const sameBuyer = known && [...ours].some((number) => theirs.has(number));
  add('buyer', known ? (sameBuyer ? WEIGHTS.buyer.same : WEIGHTS.buyer.other) : nameWeight(a, b));
  const sameReference = a.reference && b.reference && plainReference(a.reference) === plainReference(b.reference);
  add('reference', sameReference && (sameBuyer || !known) ? WEIGHTS.reference : undefined);
  add('title', WEIGHTS.title * (shareOfWords(a.title, b.title) - WEIGHTS.evenTitle));
  add('title', otherNumbers(a.title, b.title) ? WEIGHTS.otherNumbers : undefined);
  add('deadline', deadlineWeight(a, b));
  add('code', codeWeight(a.cpv, b.cpv));
  add('time', daysApart(a, b) > FAR_APART_DAYS ? WEIGHTS.farApart : undefined);
  return { probability: logistic(found.reduce((sum, r) => sum + r.weight, 0)), reasons: found };
}

const refersTo = (a: Notice, b: Notice): boolean => [a.previous, a.change?.of].some((of) => of !== undefined && [b.publicationNumber, b.id].includes(of));

/** Names are written in many ways: one that holds all words of the other is the same. */
function nameWeight(a: Notice, b: Notice): number | undefined {
  const names = ({ buyers }: Notice): string[][] => buyers.map(({ name }) => titleStems(name)).filter((stems) => stems.length > 0);
  const [ours, theirs] = [names(a), names(b)];
  if (ours.length === 0 || theirs.length === 0) return undefined;
  const holds = (long: readonly string[], short: readonly string[]): boolean => short.every((s) => long.includes(s));
  return ours.some((x) => theirs.some((y) => holds(x, y) || holds(y, x))) ? WEIGHTS.buyer.sameName : WEIGHTS.buyer.otherName;
}

/** Common words of two titles against all of theirs (Jaccard). */
function shareOfWords(a: string, b: string): number {
  const [left, right] = [new Set(titleStems(a)), new Set(titleStems(b))];
  const common = [...left].filter((s) => right.has(s)).length;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}

function otherNumbers(a: string, b: string): boolean {
  const numbers = (title: string): readonly string[] => title.match(/\d+/g) ?? [];
  const [left, right] = [numbers(a), numbers(b)];
  return left.length > 0 && right.length > 0 && !left.some((n) => right.includes(n));
}

/** Different last days speak against two notices of one kind only: a plan and its competition may differ, and so may a correction. */
function deadlineWeight(a: Notice, b: Notice): number | undefined {
  const [ours, theirs] = [lastDay(a), lastDay(b)];
  if (!ours || !theirs) return undefined;
  if (ours !== theirs)
    return a.formType === b.formType && a.procedureId !== b.procedureId && !refersTo(a, b) && !refersTo(b, a) ? WEIGHTS.deadline.other : undefined;
  const toTheMinute = a.deadline?.at.precision === 'minute' && a.deadline.at.instant === b.deadline?.at.instant;
  return toTheMinute ? WEIGHTS.deadline.sameMinute : WEIGHTS.deadline.sameDay;
}

function codeWeight(a: string | undefined, b: string | undefined): number | undefined {
  if (!a || !b) return undefined;
  if (a === b) return WEIGHTS.code.same;
  return a.slice(0, 3) === b.slice(0, 3) ? WEIGHTS.code.group : a.slice(0, 2) === b.slice(0, 2) ? undefined : WEIGHTS.code.otherDivision;
}

const daysApart = (a: Notice, b: Notice): number =>
  a.published && b.published ? Math.abs(Date.parse(a.published.instant) - Date.parse(b.published.instant)) / 86_400_000 : 0;
