import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { STOCKHOLM } from './moment.ts';

const hour = z.number().int().min(0).max(23);

/** How often a recipient is written to: at once, every day, or every week at a weekday (1 Monday … 7 Sunday); hours of Swedish time. */
export const rhythmSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('at-once') }),
  z.object({ kind: z.literal('daily'), hour }),
  z.object({ kind: z.literal('weekly'), weekday: z.number().int().min(1).max(7), hour }),
]);
export type Rhythm = Readonly<z.infer<typeof rhythmSchema>>;

/** True for a date (`YYYY-MM-DD`) on which nobody is written to. */
export type IsHoliday = (date: string) => boolean;

/** When what was held back over a holiday is sent. */
const MORNING = 7;
/** More free days in a row than any calendar has. */
const LONGEST_REST = 400;

/**
 * The first moment at or after `from` at which a recipient may be written to, never on a holiday: a daily letter waits for
 * the next working day, a weekly one for the first working day after its own, one that would go at once for that day's morning.
 * An hour that daylight saving skips is the hour after it; one that it repeats is the first of the two.
 * @param from ISO instant
 * @returns ISO instant in whole seconds
 * @throws RangeError when every day is a holiday.
 */
export function nextSending(rhythm: Rhythm, from: string, isHoliday: IsHoliday): string {
  const start = Temporal.Instant.from(from).toZonedDateTimeISO(STOCKHOLM);
  if (rhythm.kind === 'at-once') {
    if (!isHoliday(start.toPlainDate().toString())) return instantOf(start);
    return instantOf(atHour(workingDay(start.toPlainDate().add({ days: 1 }), isHoliday), MORNING));
  }
  // A week's own day may have been moved past `from`, so the search begins with the last one before it.
  let day = rhythm.kind === 'weekly' ? lastWeekday(start.toPlainDate(), rhythm.weekday) : start.toPlainDate();
  for (let tries = 0; tries < LONGEST_REST; tries++) {
    const sending = atHour(workingDay(day, isHoliday), rhythm.hour);
    if (Temporal.ZonedDateTime.compare(sending, start) >= 0) return instantOf(sending);
    day = day.add({ days: rhythm.kind === 'weekly' ? 7 : 1 });
  }
  throw new RangeError('every day is a holiday');
}

const instantOf = (zoned: Temporal.ZonedDateTime): string => zoned.toInstant().round({ smallestUnit: 'second', roundingMode: 'ceil' }).toString();

const atHour = (day: Temporal.PlainDate, at: number): Temporal.ZonedDateTime => day.toPlainDateTime({ hour: at }).toZonedDateTime(STOCKHOLM);

const lastWeekday = (day: Temporal.PlainDate, weekday: number): Temporal.PlainDate => day.subtract({ days: (day.dayOfWeek - weekday + 7) % 7 });

function workingDay(from: Temporal.PlainDate, isHoliday: IsHoliday): Temporal.PlainDate {
  let day = from;
  for (let rest = 0; isHoliday(day.toString()); rest++) {
    if (rest === LONGEST_REST) throw new RangeError('every day is a holiday');
    day = day.add({ days: 1 });
  }
  return day;
}
