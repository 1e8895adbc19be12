import { isDay, isoDay } from './calendar.ts';
import type { PartialDate } from './partial-date.ts';
import type { DateContext } from './written-date.ts';

/** What parts two statements: a sentence’s end or a new line. */
const BREAK = /[.!?]\s+(?=\p{Lu})|\n/u;
/** What joins the dates of a range or a list. */
const JOINED = /^[\s,–—-]*(?:och|eller|samt|respektive|till(?:\s+och\s+med)?|t\.?o\.?m\.?|and|or|to|until)?[\s,]*(?:den|the)?\s*$/iu;

/**
 * The year of each date: its own; else that of the next date in the same sentence ("1 december–15 januari 2026" begins
 * in 2025); else the first time from the date before it in the sentence; else the year passed in; else the first time from the day
 * of publication. Undefined when none of these says.
 */
export function settleYears(text: string, dates: readonly PartialDate[], { year, published }: DateContext): (number | undefined)[] {
  const years = dates.map((d) => d.year);
  const between = (i: number) => text.slice(dates[i]?.end, dates[i + 1]?.start);
  for (let i = dates.length - 2; i >= 0; i--) {
    const [date, next, nextYear] = [dates[i] as PartialDate, dates[i + 1] as PartialDate, years[i + 1]];
    if (years[i] !== undefined || nextYear === undefined || BREAK.test(between(i))) continue;
    const turnsBack = isAfter(date, next) && JOINED.test(between(i));
    years[i] = turnsBack ? nextYear - 1 : nextYear;
  }
  for (const [i, date] of dates.entries()) {
    if (years[i] !== undefined) continue;
    const before = dates[i - 1];
    const beforeYear = years[i - 1];
    if (before && beforeYear !== undefined && !BREAK.test(between(i - 1))) years[i] = isAfter(before, date) ? beforeYear + 1 : beforeYear;
    else if (year !== undefined) years[i] = year;
    else if (published) years[i] = nextFrom(published, date);
  }
  return years;
}

const isAfter = (a: PartialDate, b: PartialDate): boolean => a.month * 100 + a.day > b.month * 100 + b.day;

/** The first year from the day of publication in which the date is not over; leap days wait for a leap year. */
function nextFrom(published: string, date: PartialDate): number {
  const start = Number(published.slice(0, 4));
  for (let year = start; year <= start + 8; year++) {
    const exists = isDay(year, date.month, date.day);
    const last = date.last?.(year) ?? isoDay(year, date.month, date.day);
    if (exists && last >= published) return year;
  }
  return start;
}
