import { type Call, logistic, type Reason, sumOfWeights } from '@asf-match/domain';

/** How much each kind of word adds to the log-odds that a call is about work integration, in a title and in a text. */
const WEIGHT = {
  prior: -2.5,
  /** The thing itself. */
  core: { title: 5, text: 3.2 },
  /** The groups and the way to work that it is for. */
  near: { title: 2.4, text: 1.5 },
  /** Social purposes that it may be part of. */
  wide: { title: 1, text: 0.6 },
  /** Other things that calls are mostly about. */
  other: { title: -2.5, text: -0.8 },
} as const;
type Strength = Exclude<keyof typeof WEIGHT, 'prior'>;

/** A weaker word after a stronger one of its kind adds half as much as the one before. */
const NEXT = 0.5;

const WORDS: Readonly<Record<Strength, readonly string[]>> = {
  core: [
    'arbetsintegrer\\p{L}*',
    'sociala företag\\p{L}*|socialt företag\\p{L}*',
    'ASF',
    'work[- ]integrati\\p{L}*',
    'WISEs?',
    'social enterprises?',
    'arbetskooperativ\\p{L}*|sociala kooperativ',
    'långt (?:ifrån|från) arbetsmarknaden|furthest from the labour market|distan\\p{L}+ from the labour market',
    'arbetstränings?\\p{L}*|work training',
    'social ekonomi|sociala ekonomin|social economy',
  ],
  near: [
    '(?:långtids)?arbetslös\\p{L}*|unemploy\\p{L}*|jobless\\p{L}*',
    'inkluderande (?:arbetsliv|arbetsmarknad)|inclusive labour market|labour market inclusion|active inclusion',
    'arbetsmarknad\\p{L}*|sysselsättning\\p{L}*|anställningsbar\\p{L}*|labour market|employab\\p{L}*|employment|jobs?',
    '(?:arbetslivsinriktad |yrkesinriktad )?rehabiliter\\p{L}*',
    'varken arbetar eller studerar|uvas|NEETs?|not in education',
    'nedsatt arbetsförmåga|funktionsnedsättning\\p{L}*|disabilit\\p{L}*',
    'etablering\\p{L}*|nyanlända?s?|newly arrived|migrants?|refugees?',
    'social innovation\\p{L}*|sociala innovation\\p{L}*|social entrepreneur\\p{L}*',
    'utanförskap\\p{L}*|segregation\\p{L}*|ekonomisk utsatthet|social exclusion|poverty',
    'coach\\p{L}*|handled\\p{L}*|supported employment',
  ],
  wide: [
    'integration\\p{L}*',
    'inkluder\\p{L}*|inclusion|inclusive',
    'delaktig\\p{L}*|participation',
    'civilsamhäll\\p{L}*|idébur\\p{L}*|civil society',
    'kompetens\\p{L}*|skills',
    'social\\p{L}* hållbar\\p{L}*|socially sustainable',
    'unga|ungdom\\p{L}*|youth|young people',
    'jämställd\\p{L}*|gender equality',
    'omställning\\p{L}*',
  ],
  other: [
    'forskare|forskarskol\\p{L}*|doktorand\\p{L}*|postdok\\p{L}*|researchers|doctoral|PhD|fellowships?',
    'läkemedel\\p{L}*|klinisk\\p{L}*|clinical|pharmaceut\\p{L}*|cancer',
    'batteri\\p{L}*|halvledar\\p{L}*|semiconductors?|kvant\\p{L}*|quantum|fusion|wätgas|vätgas|hydrogen',
    'film\\p{L}*|audiovisu\\p{L}*|festival\\p{L}*',
    'försvar\\p{L}*|militär\\p{L}*|defence|military',
    'rymd\\p{L}*|satellit\\p{L}*|space|satellite',
    'artificiell intelligens|artificial intelligence|cyber\\p{L}*|blockkedj\\p{L}*|blockchain',
    'jordbruk\\p{L}*|fiske\\p{L}*|agricultur\\p{L}*|fisher\\p{L}*|aquaculture',
  ],
};
const COMPILED = (Object.keys(WORDS) as Strength[]).map(
  (strength) => [strength, WORDS[strength].map((w) => new RegExp(`(?<![\\p{L}\\d])(?:${w})(?![\\p{L}\\d])`, 'iu'))] as const,
);

/** How likely it is that a call is about work integration, with the words that speak for it and against. */
export interface Relevance {
  readonly probability: number;
  readonly reasons: readonly Reason[];
}

/**
 * Judges a call by its words: each of a kind counts once, where it weighs most. The weights are set by hand and fitted to nothing; from
 * even odds a call is shown.
 */
export function workIntegrationRelevance({ title, text }: Pick<Call, 'title' | 'text'>): Relevance {
  const reasons: Reason[] = COMPILED.flatMap(([strength, patterns]) => {
    const found = patterns.flatMap((pattern) => reasonOf(pattern, strength, title, text) ?? []).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
    return found.map((reason, i) => ({ ...reason, weight: reason.weight * NEXT ** i }));
  });
  const all: Reason[] = [{ rule: 'prior', weight: WEIGHT.prior }, ...reasons.sort((a, b) => b.weight - a.weight)];
  return { probability: logistic(sumOfWeights(all)), reasons: all };
}

function reasonOf(pattern: RegExp, strength: Strength, title: string, text: string): Reason | undefined {
  const inTitle = pattern.exec(title);
  const match = inTitle ?? pattern.exec(text);
  if (!match) return undefined;
  const part = inTitle ? 'title' : 'text';
  return { rule: 'work-integration', weight: WEIGHT[strength][part], quote: { part, text: match[0], start: match.index, end: match.index + match[0].length } };
}
