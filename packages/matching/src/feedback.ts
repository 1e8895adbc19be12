import { type FieldId, logistic, type Match, type Reason, type Subject, sumOfWeights } from '@asf-match/domain';

/** What somebody said of an item, and what had led to it. */
export interface Lesson {
  readonly verdict: 'interested' | 'not-relevant';
  readonly reason?: string;
  /** As `featuresOf` gave them. */
  readonly features: readonly string[];
}

/** What the lessons of one subscription add to the log-odds, feature by feature; never above 0. */
export type Learned = ReadonlyMap<string, number>;

/**
 * How much one "not relevant" lowers each kind of feature, and how far all of them together can. A match that was all but
 * certain (0.999) is still told after one such answer and after two, and no more after three of the same kind.
 */
const UNIT: Readonly<Record<string, number>> = { field: -1, word: -1.5, cpv: -0.75, place: -2.5 };
const LOWEST = -10;
/** An item that was too large or too late says little against the work itself; one in the wrong place says nothing. */
const AGAINST_WORK: Readonly<Record<string, number>> = { size: 0.3, time: 0.3, terms: 0.3, place: 0 };
/** One "interested" outweighs half of one "not relevant". */
const FOR_IT = -0.5;

/** What led to a match, in names that other purchases can share: `field:stad.lokalvard`, `word:storstädning`, `cpv:90910000`, `place:solna`. */
export function featuresOf(match: Match, subject: Subject): string[] {
  const spoke = match.reasons.filter((r) => r.weight > 0 && r.quote);
  const quoted = spoke.flatMap(({ quote }) => (quote ? [quote.part === 'cpv' ? `cpv:${quote.text}` : `word:${quote.text.toLowerCase()}`] : []));
  const places = subject.places.flatMap((p) => (p.name ? [`place:${p.name.trim().toLowerCase()}`] : []));
  return [...new Set([...(match.field ? [`field:${match.field}`] : []), ...quoted, ...places])];
}

/** Adds the lessons of one subscription up. */
export function learn(lessons: readonly Lesson[]): Learned {
  const counts = new Map<string, number>();
  for (const { verdict, reason = '', features } of lessons) {
    for (const feature of features) {
      const isPlace = feature.startsWith('place:');
      const against = isPlace ? (reason === 'place' ? 1 : 0) : (AGAINST_WORK[reason] ?? 1);
      counts.set(feature, (counts.get(feature) ?? 0) + (verdict === 'not-relevant' ? against : FOR_IT));
    }
  }
  const learned = [...counts].flatMap(([feature, count]): [string, number][] =>
    count > 0 ? [[feature, Math.max(LOWEST, count * (UNIT[feature.slice(0, feature.indexOf(':'))] ?? 0))]] : [],
  );
  return new Map(learned.filter(([, weight]) => weight < 0));
}

/**
 * A match with what feedback says of it as Reasons of their own, so that the explanation stays the score. A field that a
 * person has marked as must-have is left as it is.
 * @param shared what the feedback of all subscribers has taught about each field
 */
export function withFeedback(
  match: Match,
  subject: Subject,
  learned: Learned,
  { must, shared }: { readonly must: readonly FieldId[]; readonly shared: ReadonlyMap<FieldId, number> },
): Match {
  if (match.field && must.includes(match.field)) return match;
  const own = featuresOf(match, subject).flatMap((feature): Reason[] => {
    const weight = learned.get(feature);
    if (weight === undefined) return [];
    const quote = match.reasons.find((r) => r.quote && (feature === `word:${r.quote.text.toLowerCase()}` || feature === `cpv:${r.quote.text}`))?.quote;
    return [{ rule: 'feedback', weight, ...(feature.startsWith('field:') && match.field && { field: match.field }), ...(quote && { quote }) }];
  });
  const total = sumOfWeights(own);
  const scale = total < LOWEST ? LOWEST / total : 1;
  const common = match.field ? shared.get(match.field) : undefined;
  const added = [
    ...own.map((r) => ({ ...r, weight: r.weight * scale })),
    ...(common ? [{ rule: 'feedback' as const, weight: common, ...(match.field && { field: match.field }) }] : []),
  ];
  if (added.length === 0) return match;
  const reasons = [...match.reasons, ...added];
  return { ...match, reasons, probability: logistic(sumOfWeights(reasons)) };
}
