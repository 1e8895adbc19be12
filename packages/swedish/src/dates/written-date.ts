/** How exactly a text says when. `day` and `minute` name one day; the others a stretch of days. */
export type DatePrecision = 'minute' | 'day' | 'week' | 'part-of-month' | 'month' | 'quarter' | 'season' | 'half-year';

/** A date as a text gives it. */
export interface WrittenDate {
  readonly kind: 'date';
  /** `text.slice(start, end)`, weekday and clock included. */
  readonly start: number;
  readonly end: number;
  readonly precision: DatePrecision;
  /** First and last day meant, `YYYY-MM-DD`; the same when one day is named. */
  readonly first: string;
  readonly last: string;
  /** `HH:MM`, at precision `minute`. */
  readonly time?: string;
  /** IANA name or offset, only when the text says which. "CET" is read as the clocks of Brussels, in summer too. */
  readonly zone?: string;
  /** The weekday that stands with the date is another one. */
  readonly weekdayDiffers?: true;
}

/** From one date to another. */
export interface WrittenRange {
  readonly kind: 'range';
  readonly start: number;
  readonly end: number;
  readonly from: WrittenDate;
  readonly to: WrittenDate;
}

/**
 * Why a date is not read:
 * - `no-year` neither the text nor what was passed in says which year
 * - `day-or-month` 03/04/2026 may be read in two ways
 * - `two-digit-year` 15/9-26 may be a year or a day
 * - `no-such-day` 30 February
 */
export type Refusal = 'no-year' | 'day-or-month' | 'two-digit-year' | 'no-such-day';

export interface RefusedDate {
  readonly kind: 'refused';
  readonly start: number;
  readonly end: number;
  readonly reason: Refusal;
}

export type DateReading = WrittenDate | WrittenRange | RefusedDate;

/** What is known from elsewhere, for dates that a text writes without a year. */
export interface DateContext {
  /** The year that a heading names. */
  readonly year?: number;
  /** The day the text was published, `YYYY-MM-DD`: a date without year is the next one from it. */
  readonly published?: string;
  /** In which order 03/04/2026 is written; Swedish texts have the day first. */
  readonly dayFirst?: boolean;
}
