import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/**
 * A point in time that a source stated, with what it stated and no more.
 *
 * - `instant`: ISO 8601 in UTC, whole seconds, e.g. `2026-12-01T22:59:00Z`.
 * - `zone`: IANA name (`Europe/Stockholm`) or offset (`+02:00`) in which the source meant it.
 * - `precision`: `minute`, or `day` when the source gave a date alone. A deadline of day precision
 *   has the last second of that day as its instant; every other day has its first.
 */
export const momentSchema = z.object({
  instant: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  zone: z.string().min(1),
  precision: z.enum(['minute', 'day']),
});
export type Moment = Readonly<z.infer<typeof momentSchema>>;

export const STOCKHOLM = 'Europe/Stockholm';

const toInstant = (zoned: Temporal.ZonedDateTime): string => zoned.toInstant().round('second').toString({ smallestUnit: 'second' });

/**
 * A clock time on a date, read in `zone`. In the hour that daylight saving skips or repeats the
 * earlier reading is taken, so a deadline is never shown later than it may be.
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM` or `HH:MM:SS`
 * @throws RangeError when date, time or zone does not exist.
 */
export function minuteMoment(date: string, time: string, zone: string): Moment {
  const zoned = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(zone, { disambiguation: 'earlier' });
  return { instant: toInstant(zoned), zone, precision: 'minute' };
}

/** The start of a day (`YYYY-MM-DD`) in `zone`. @throws RangeError when it does not exist. */
export function dayMoment(date: string, zone: string): Moment {
  return { instant: toInstant(Temporal.PlainDate.from(date).toZonedDateTime(zone)), zone, precision: 'day' };
}

/** A deadline given as a date alone: open to the last second of that day in `zone`. @throws RangeError */
export function dayDeadline(date: string, zone: string): Moment {
  const end = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).subtract({ seconds: 1 });
  return { instant: toInstant(end), zone, precision: 'day' };
}

const zoned = (moment: Moment) => Temporal.Instant.from(moment.instant).toZonedDateTimeISO(moment.zone);

/** The calendar date of a moment in its own zone, `YYYY-MM-DD`. */
export const dateOf = (moment: Moment): string => zoned(moment).toPlainDate().toString();

/** The clock time of a moment in its own zone, `HH:MM`, or undefined when only the day is known. */
export const timeOf = (moment: Moment): string | undefined =>
  moment.precision === 'day' ? undefined : zoned(moment).toPlainTime().toString({ smallestUnit: 'minute' });

/** ISO 8601 in its own zone: `2026-12-01T23:59:00+01:00`, or the date alone when only the day is known. */
export const isoOf = (moment: Moment): string =>
  moment.precision === 'day' ? dateOf(moment) : zoned(moment).toString({ timeZoneName: 'never', smallestUnit: 'second' });

/** True when the moment is over at `now` (an ISO instant). */
export const isPast = (moment: Moment, now: string): boolean => Temporal.Instant.compare(moment.instant, now) < 0;

/** The last day of a time of so many whole days, weeks, months or years that begins on a day. @param start `YYYY-MM-DD` */
export const lastDayOf = (start: string, amount: number, unit: 'day' | 'week' | 'month' | 'year'): string =>
  Temporal.PlainDate.from(start)
    .add({ [`${unit}s`]: amount })
    .subtract({ days: 1 })
    .toString();

/** The same day some years later, `YYYY-MM-DD`; 29 February becomes 28 February in a year without it. */
export const yearsAfter = (date: string, years: number): string => Temporal.PlainDate.from(date).add({ years }).toString();

const dayFormat = new Intl.DateTimeFormat('sv-SE', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A moment as Swedish prose in its own zone: "tisdag 1 december 2026 kl. 23.59"; without the clock at day precision. */
export function momentInSwedish(moment: Moment): string {
  const day = dayFormat.format(new Date(`${dateOf(moment)}T00:00:00Z`)).replace(' den ', ' ');
  const time = timeOf(moment);
  const abroad = time && moment.zone !== STOCKHOLM && !sameOffsetAsStockholm(moment) ? ` (${moment.zone})` : '';
  return time ? `${day} kl. ${time.replace(':', '.')}${abroad}` : day;
}

const sameOffsetAsStockholm = (moment: Moment): boolean => zoned(moment).offsetNanoseconds === zoned({ ...moment, zone: STOCKHOLM }).offsetNanoseconds;
