import { daysInMonth, isDay, isoDay, weekDays } from './calendar.ts';
import type { DatePrecision, Refusal } from './written-date.ts';

/** What of a date stands in the text, before its year is settled. `month` and `day` may be those of the first day of a stretch. */
export interface PartialDate {
  readonly start: number;
  readonly end: number;
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  readonly precision: Exclude<DatePrecision, 'minute'>;
  /** The last day of the stretch in a given year; a single day without it. */
  readonly last?: (year: number) => string;
  /** Set where the first day is not month and day of the year itself: weeks. */
  readonly first?: (year: number) => string;
  readonly refusal?: Refusal;
}

type Span = Pick<PartialDate, 'start' | 'end'> & { readonly year?: number };

export const dayIn = (span: Span, month: number, day: number): PartialDate => ({
  ...span,
  month,
  day,
  precision: 'day',
  // Without a year 29 February is let through: the year will tell.
  ...(!isDay(span.year ?? 2024, month, day) && { refusal: 'no-such-day' as const }),
});

const stretch =
  (precision: PartialDate['precision'], from: number, fromDay: number, to: number, toDay?: number) =>
  (span: Span): PartialDate => ({
    ...span,
    ...{ month: from, day: fromDay, precision },
    last: (year) => isoDay(to < from ? year + 1 : year, to, toDay ?? daysInMonth(to < from ? year + 1 : year, to)),
  });

export const monthIn = (span: Span, month: number): PartialDate => stretch('month', month, 1, month)(span);
export const monthsIn = (span: Span, from: number, to: number): PartialDate => stretch('month', from, 1, to)(span);
export const quarterIn = (span: Span, quarter: number): PartialDate => stretch('quarter', quarter * 3 - 2, 1, quarter * 3)(span);
export const halfYearIn = (span: Span, half: number): PartialDate => stretch('half-year', half * 6 - 5, 1, half * 6)(span);
/** Tens of days, as people say beginning, middle and end. */
export const partOfMonthIn = (span: Span, month: number, part: 'early' | 'mid' | 'late'): PartialDate =>
  ({
    early: stretch('part-of-month', month, 1, month, 10),
    mid: stretch('part-of-month', month, 11, month, 20),
    late: stretch('part-of-month', month, 21, month),
  })[part](span);
/** The ten days around the end of a month, the usual span of a "månadsskifte". */
export const turnOfMonthIn = (span: Span, month: number): PartialDate => stretch('part-of-month', month, 26, (month % 12) + 1, 5)(span);
/** Seasons of three months, as SMHI’s calendar has them. Winter begins in the year it is named by. */
export const seasonIn = (span: Span, season: 'spring' | 'summer' | 'autumn' | 'winter'): PartialDate =>
  ({ spring: stretch('season', 3, 1, 5), summer: stretch('season', 6, 1, 8), autumn: stretch('season', 9, 1, 11), winter: stretch('season', 12, 1, 2) })[
    season
  ](span);
export const weekIn = (span: Span, week: number): PartialDate => ({
  ...span,
  ...{ month: Math.min(12, Math.ceil((week * 7) / 30.5)), day: 1, precision: 'week' },
  first: (year) => weekDays(year, week)[0],
  last: (year) => weekDays(year, week)[1],
});
