import { dayDeadline, dayMoment, type Moment, minuteMoment } from '@asf-match/domain';
import type { Remarks } from './remarks.ts';

/** Years outside these are slips of the pen ("0202", "2099"), as real notices show. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2045;

export interface StatedTime {
  /** "2023-10-11+02:00", "20231011", "2023-10-11Z" */
  readonly date: string | undefined;
  /** "14:00:00+02:00", "14:00" */
  readonly time?: string | undefined;
  /** Where the buyer is: the zone when the text has no offset. */
  readonly zone: string;
  /** What is stated, for the remark: "DATE_START". */
  readonly place: string;
}

/**
 * A date with or without a clock time, as a Moment. An offset in the text decides the instant; the zone is the buyer's
 * own when it agrees with that offset, so that summer time is shown right.
 * @returns undefined, with a remark, when it is no date of our time.
 */
export function readTime({ date, time, zone, place }: StatedTime, remarks: Remarks, whenDay: typeof dayMoment | typeof dayDeadline = dayMoment) {
  if (!date) return undefined;
  const day = /^(\d{4})-?(\d\d)-?(\d\d)(Z|[+-]\d\d:\d\d)?$/.exec(date);
  const year = Number(day?.[1]);
  if (!day || year < FIRST_YEAR || year > LAST_YEAR) return odd(`${date} is no date between ${FIRST_YEAR} and ${LAST_YEAR}.`);
  const clock = /^(\d\d:\d\d)(?::\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(time ?? '');
  const calendar = `${day[1]}-${day[2]}-${day[3]}`;
  const at = (inZone: string): Moment => (clock?.[1] ? minuteMoment(calendar, clock[1], inZone) : whenDay(calendar, inZone));
  try {
    const local = at(zone);
    const offset = clock?.[2] ?? day[4];
    if (!offset) return local;
    const stated = at(offset === 'Z' ? 'UTC' : offset);
    return stated.instant === local.instant ? local : stated;
  } catch {
    return odd(`${date} ${time ?? ''} does not exist.`);
  }

  function odd(message: string): undefined {
    remarks.add('ted.date', place, message);
    return undefined;
  }
}

/** A deadline: a date alone is open to its last second. */
export const readDeadline = (stated: StatedTime, remarks: Remarks): Moment | undefined => readTime(stated, remarks, dayDeadline);

/** The day of publication in the Official Journal, whose office is in Luxembourg. */
export const readPublished = (date: string | undefined, remarks: Remarks): Moment | undefined =>
  readTime({ date: date?.replace(/(Z|[+-]\d\d:\d\d)$/, ''), zone: 'Europe/Luxembourg', place: 'publication date' }, remarks);
