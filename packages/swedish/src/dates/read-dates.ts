import { isDay, isoDay, weekdayNumber } from './calendar.ts';
import { readBeside } from './clock.ts';
import { findPartialDates } from './find-partial-dates.ts';
import type { PartialDate } from './partial-date.ts';
import { settleYears } from './settle-years.ts';
import type { DateContext, DateReading, RefusedDate, WrittenDate } from './written-date.ts';

const RANGE =
  /^\s*(?:[–—-]|till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?|fram\s+till(?:\s+och\s+med)?|to|until|through|up\s+to|och\s+avslutas)\s*(?:den|the)?\s*$/iu;
const BETWEEN = /(?<!\p{L})(?:mellan|between)\s+(?:den\s+|the\s+)?(?:\p{L}+\s+)?$/iu;
const AND = /^\s*(?:och|and)\s*(?:den|the)?\s*$/iu;

/**
 * The dates in a text, Swedish and English, in order: days with or without a clock, weeks, parts of months, months, quarters,
 * seasons, and ranges of them. A date that may be read in two ways, or that has no year, is refused with the reason.
 * Never throws. Diary numbers (2026-01503), fractions (1/3 av) and bare years are no dates.
 *
 * @example readDates('Sök senast den 15 september kl. 14.00', { published: '2026-06-01' })
 *   → [{ kind: 'date', precision: 'minute', first: '2026-09-15', last: '2026-09-15', time: '14:00', … }]
 */
export function readDates(text: string, context: DateContext = {}): DateReading[] {
  const partial = findPartialDates(text, context.dayFirst ?? true);
  const years = settleYears(text, partial, context);
  const dates = partial.map((date, i) => complete(text, date, years[i], partial[i - 1]?.end ?? 0, partial[i + 1]?.start ?? text.length));
  return joinRanges(text, dates);
}

function complete(text: string, date: PartialDate, year: number | undefined, from: number, to: number): WrittenDate | RefusedDate {
  const { start, end, month, day, precision } = date;
  if (date.refusal) return { kind: 'refused', start, end, reason: date.refusal };
  if (year === undefined) return { kind: 'refused', start, end, reason: 'no-year' };
  if (precision === 'day' && !isDay(year, month, day)) return { kind: 'refused', start, end, reason: 'no-such-day' };
  const first = date.first?.(year) ?? isoDay(year, month, day);
  if (precision !== 'day') return { kind: 'date', start, end, precision, first, last: date.last?.(year) ?? first };
  const { weekday, time, zone, ...reach } = readBeside(text, start, end, from, to);
  return {
    kind: 'date',
    ...reach,
    precision: time ? 'minute' : 'day',
    first,
    last: first,
    ...(time && { time }),
    ...(zone && { zone }),
    ...(weekday && weekday !== weekdayNumber(first) && { weekdayDiffers: true as const }),
  };
}

function joinRanges(text: string, dates: readonly (WrittenDate | RefusedDate)[]): DateReading[] {
  const joined: DateReading[] = [];
  for (let i = 0; i < dates.length; i++) {
    const [from, to] = [dates[i] as WrittenDate | RefusedDate, dates[i + 1]];
    if (from.kind === 'date' && to?.kind === 'date' && to.last >= from.first && isRange(text, from, to)) {
      joined.push({ kind: 'range', start: from.start, end: to.end, from, to });
      i++;
    } else joined.push(from);
  }
  return joined;
}

function isRange(text: string, from: WrittenDate, to: WrittenDate): boolean {
  const between = text.slice(from.end, to.start);
  const isMonths = from.precision === 'month' && to.precision === 'month' && /^\s*\/\s*$/.test(between);
  return isMonths || RANGE.test(between) || (AND.test(between) && BETWEEN.test(text.slice(Math.max(0, from.start - 30), from.start)));
}
