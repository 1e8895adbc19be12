import { daysInMonth } from './calendar.ts';
import { ENGLISH_MONTH, MONTH, monthOf, WHOLE_MONTH } from './names.ts';
import { dayIn, halfYearIn, monthIn, monthsIn, type PartialDate, partOfMonthIn, quarterIn, seasonIn, turnOfMonthIn, weekIn } from './partial-date.ts';

type Groups = Readonly<Record<string, string | undefined>>;
type Span = { readonly start: number; readonly end: number; readonly year?: number };
type Make = (span: Span, groups: Groups, dayFirst: boolean, text: string) => readonly PartialDate[] | PartialDate | undefined;

const DAY = '\\d{1,2}';
const ORDINAL = '(?::[aeo]|st|nd|rd|th|\\.)?';
const YEAR = '(?<year>(?:19|20)\\d\\d)(?!\\d|/\\d|-\\d|[.,]\\d)';
/** A year after a month. */
const THEN_YEAR = `(?:(?:[,.]|\\s+(?:år|of|in))?\\s*${YEAR})`;
const FREE = '(?<![\\d/.:,-])';
const JOIN = '(?:\\s*,\\s*|\\s*[–—-]\\s*|\\s+(?:och|eller|samt|respektive|till(?:\\s+och\\s+med)?|t\\.?o\\.?m\\.?|and|or|to|until)\\s+)(?:den\\s+|the\\s+)?';
const num = (text: string | undefined): number => Number(text);

const QUARTERS: Readonly<Record<string, number>> = { första: 1, andra: 2, tredje: 3, fjärde: 4, sista: 4, first: 1, second: 2, third: 3, fourth: 4, last: 4 };
const PARTS: Readonly<Record<string, 'early' | 'mid' | 'late'>> = {
  ...{ början: 'early', mitten: 'mid', slutet: 'late', inledningen: 'early', beginning: 'early', start: 'early', early: 'early' },
  ...{ mid: 'mid', middle: 'mid', end: 'late', late: 'late' },
};
const SEASONS: Readonly<Record<string, 'spring' | 'summer' | 'autumn' | 'winter'>> = {
  ...{
    vår: 'spring',
    sommar: 'summer',
    höst: 'autumn',
    vinter: 'winter',
    spring: 'spring',
    summer: 'summer',
    autumn: 'autumn',
    fall: 'autumn',
    winter: 'winter',
  },
};
const seasonOf = (word: string) => SEASONS[Object.keys(SEASONS).find((key) => word.toLowerCase().startsWith(key)) as string] as 'spring';

/** Each way of writing a date. The longest reading from the earliest place wins. */
const FORMS: readonly (readonly [pattern: string, make: Make])[] = [
  [`${FREE}(?<year>(?:19|20)\\d\\d)(?<sep>[-/.])(?<m>\\d\\d)\\k<sep>(?<d>\\d\\d)(?!\\d|-\\d)`, (s, g) => dayIn(s, num(g.m), num(g.d))],
  [`${FREE}(?<year>(?:19|20)\\d\\d)-(?<m>0[1-9]|1[0-2])(?![\\d-])`, (s, g) => monthIn(s, num(g.m))],
  [`${FREE}(?<d>${DAY})${ORDINAL}\\s*(?:of\\s+)?(?<m>${MONTH})${THEN_YEAR}?`, (s, g) => dayIn(s, monthOf(g.m as string), num(g.d))],
  [`${FREE}(?<days>(?:${DAY}${ORDINAL}${JOIN})+)(?<d>${DAY})${ORDINAL}\\s*(?:of\\s+)?(?<m>${MONTH})${THEN_YEAR}?`, severalDays],
  [
    `(?<!\\p{L})(?<m>${ENGLISH_MONTH})\\s+(?<d>${DAY})(?:st|nd|rd|th)?(?!\\d|[.:/]\\d)(?:,?\\s+${YEAR})?`,
    (s, g) => (isVerb(g.m) ? undefined : dayIn(s, monthOf(g.m as string), num(g.d))),
  ],
  [`${FREE}(?<d>${DAY})/(?<m>${DAY})(?:\\s*[–—-]\\s*|\\s+)${YEAR}`, (s, g) => dayIn(s, num(g.m), num(g.d))],
  [`${FREE}(?<d>${DAY})(?<sep>[/-])(?<m>${DAY})\\k<sep>${YEAR}`, dayOrMonth],
  [`${FREE}(?<d>${DAY})\\.(?<m>${DAY})\\.${YEAR}`, (s, g) => dayIn(s, num(g.m), num(g.d))],
  [`${FREE}(?<d>${DAY})/(?<m>${DAY})(?:\\s*-\\s*|-|/)\\d\\d(?![\\d/])`, (s) => ({ ...s, month: 1, day: 1, precision: 'day', refusal: 'two-digit-year' })],
  [
    `(?<=(?:^|\\s|\\()(?:den|senast|till|från|fr\\.?o\\.?m\\.?|t\\.?o\\.?m\\.?|är|och|eller|före|period(?:en)?:?|dag:?|öppnar|stänger|[–—-])\\s*|[–—-])(?<d>${DAY})/(?<m>${DAY})(?![\\d/%]|\\s*(?:av|of|del))`,
    (s, g) => (num(g.m) <= 12 && num(g.d) <= 31 ? dayIn(s, num(g.m), num(g.d)) : undefined),
  ],
  [`${FREE}(?<d>${DAY})/(?<m>${DAY})(?=\\s*[–—-]\\s*${DAY}/${DAY})`, (s, g) => (num(g.m) <= 12 ? dayIn(s, num(g.m), num(g.d)) : undefined)],
  [`(?<!\\p{L})(?:den\\s+)?sista\\s+(?:dagen\\s+i\\s+)?(?<m>${MONTH})(?:\\s+månad)?${THEN_YEAR}?`, lastDay],
  [`(?<!\\p{L})last\\s+day\\s+of\\s+(?<m>${MONTH})${THEN_YEAR}?`, lastDay],
  [
    `(?<!\\p{L})(?<part>början|mitten|slutet|inledningen|beginning|start|middle|end|early|mid|late)[\\s-]+(?:(?:av|på|i|of|in)\\s+)?(?<m>${WHOLE_MONTH})${THEN_YEAR}?`,
    (s, g) => partOfMonthIn(s, monthOf(g.m as string), PARTS[(g.part as string).toLowerCase()] as 'mid'),
  ],
  [`(?<!\\p{L})månadsskiftet\\s+(?<m>${WHOLE_MONTH})\\s*[/–-]\\s*${MONTH}${THEN_YEAR}?`, (s, g) => turnOfMonthIn(s, monthOf(g.m as string))],
  [`(?<!\\p{L})(?<m>${WHOLE_MONTH})\\s*[/–—-]\\s*(?<to>${WHOLE_MONTH})${THEN_YEAR}`, (s, g) => monthsIn(s, monthOf(g.m as string), monthOf(g.to as string))],
  [`(?<![\\p{L}\\d])(?<m>${MONTH})${THEN_YEAR}`, (s, g) => monthIn(s, monthOf(g.m as string))],
  [
    `(?<=(?<!\\p{L})(?:i|under|från|till|in|during|from|until)\\s+)(?<m>${WHOLE_MONTH})(?!\\s*\\d)`,
    (s, g) => (isVerb(g.m) ? undefined : monthIn(s, monthOf(g.m as string))),
  ],
  [`(?<!\\p{L})(?:Q|K|kv\\.?\\s*|kvartal\\s+|quarter\\s+)(?<q>[1-4])(?:[\\s,/-]+|\\s+(?:år|of)\\s+)${YEAR}`, (s, g) => quarterIn(s, num(g.q))],
  [`${FREE}(?<year>20\\d\\d)[\\s-]*Q(?<q>[1-4])(?!\\d)`, (s, g) => quarterIn(s, num(g.q))],
  [
    `(?<!\\p{L})(?<q>första|andra|tredje|fjärde|sista|first|second|third|fourth|last)\\s+(?:kvartalet|quarter)(?:\\s+(?:av|år|of|i|in))?(?:\\s+${YEAR})?`,
    (s, g) => quarterIn(s, QUARTERS[(g.q as string).toLowerCase()] as number),
  ],
  [
    `(?<!\\p{L})(?<q>första|andra|first|second)\\s+(?:halvåret|half)(?:\\s+(?:av|år|of))?(?:\\s+${YEAR})`,
    (s, g) => halfYearIn(s, QUARTERS[(g.q as string).toLowerCase()] as number),
  ],
  [
    `(?<!\\p{L})(?<w>(?:vår|sommar|höst|vinter)(?:en|n)|spring|summer|autumn|winter)(?:\\s+(?:of\\s+|år\\s+)?${YEAR})`,
    (s, g) => seasonIn(s, seasonOf(g.w as string)),
  ],
  [
    `(?<!\\p{L})(?:vecka|v\\.?|week)\\s*(?<w>\\d{1,2})(?:[,/]?\\s*(?:år\\s+|of\\s+)?${YEAR})`,
    (s, g) => (num(g.w) >= 1 && num(g.w) <= 53 ? weekIn(s, num(g.w)) : undefined),
  ],
];
const COMPILED = FORMS.map(([pattern, make]) => [new RegExp(pattern, 'giu'), make] as const);

/** "may 15 organisations" and "march 10 kilometres" are no dates; "May 15" is. */
function isVerb(month: string | undefined): boolean {
  return month === 'may' || month === 'march';
}

function lastDay(span: Span, { m }: Groups): PartialDate {
  return dayIn(span, monthOf(m as string), daysInMonth(span.year ?? 2023, monthOf(m as string)));
}

/** "1, 8 och 15 mars": the month and the year stand with the last one. Not the hours in "kl. 14, 15 mars". */
function severalDays(span: Span, { days = '', d, m }: Groups, _dayFirst: boolean, text: string): readonly PartialDate[] | undefined {
  if (/(?:kl\.?|klockan|at|paragraf|§|nr|artikel)\s*$/iu.test(text.slice(Math.max(0, span.start - 12), span.start))) return undefined;
  const month = monthOf(m as string);
  const firsts = [...days.matchAll(/\d{1,2}/g)].map((match) => ({
    day: num(match[0]),
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
  }));
  const last = span.start + days.length;
  return [
    ...firsts.map(({ day, start, end }) => dayIn({ start, end, ...(span.year && { year: span.year }) }, month, day)),
    dayIn({ ...span, start: last }, month, num(d)),
  ];
}

function dayOrMonth(span: Span, { d, m }: Groups, dayFirst: boolean): PartialDate {
  const [a, b] = [num(d), num(m)];
  if (!dayFirst && a <= 12 && b <= 12 && a !== b) return { ...span, month: b, day: a, precision: 'day', refusal: 'day-or-month' };
  return b > 12 && a <= 12 ? dayIn(span, a, b) : dayIn(span, b, a);
}

/** The dates of a text in order, none within another. */
export function findPartialDates(text: string, dayFirst: boolean): PartialDate[] {
  const found = COMPILED.flatMap(([pattern, make]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const groups: Groups = match.groups ?? {};
      const span = { start: match.index, end: match.index + match[0].length, ...(groups.year && { year: num(groups.year) }) };
      const made = make(span, groups, dayFirst, text);
      const dates = made === undefined ? [] : Array.isArray(made) ? (made as PartialDate[]) : [made as PartialDate];
      return dates.length > 0 ? [{ ...span, dates }] : [];
    }),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.flatMap(({ start, end: to, dates }) => {
    if (start < end) return [];
    end = to;
    return dates;
  });
}
