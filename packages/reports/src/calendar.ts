import { isPast, type Moment, STOCKHOLM } from '@asf-match/domain';
import type { ICalCalendar, ICalEventData } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { clipped, shown, webAddress } from './text.ts';

/** A last day to be shown in a reader's calendar. */
export interface CalendarEvent {
  /** The same for every edition of the event, and nobody else's: "ted:354339-2021@asf-match". */
  readonly uid: string;
  readonly title: string;
  readonly at: Moment;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  /** How many times the event has changed before; calendars keep the highest (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  /** ISO instant of this edition. */
  readonly changed: string;
  readonly cancelled: boolean;
}

/**
 * A calendar file (iCalendar, RFC 5545) in UTF-8 with CRLF lines. A deadline with a clock time is a moment of its zone that
 * reminds one day before it; one of day precision is a whole day. Cancelled events stay, marked so, in order that calendars take them away.
 */
export async function calendarFile(calendar: { readonly name: string; readonly events: readonly CalendarEvent[]; readonly now: string }): Promise<string> {
  const { default: ical, ICalAlarmType, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } = await import('ical-generator');
  const file: ICalCalendar = ical({
    name: clipped(calendar.name, 100),
    prodId: { company: 'asf-match', product: 'bevakning', language: 'SV' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: STOCKHOLM, generator: (zone) => (zone === STOCKHOLM ? STOCKHOLM_RULES : null) },
  });
  for (const event of calendar.events) {
    const at = Temporal.Instant.from(event.at.instant).toZonedDateTimeISO(STOCKHOLM);
    const url = webAddress(event.url);
    const data: ICalEventData = {
      ...{ id: event.uid, summary: clipped(event.title, 200), sequence: event.sequence, stamp: Temporal.Instant.from(event.changed) },
      ...(event.at.precision === 'day' ? { start: Temporal.PlainDate.from(at.toPlainDate()), allDay: true } : { start: at, end: at, timezone: STOCKHOLM }),
      ...(event.description && { description: shown(event.description) }),
      ...(event.location && { location: clipped(event.location, 200) }),
      ...(url && { url }),
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    };
    const added = file.createEvent(data);
    if (!event.cancelled && !isPast(event.at, calendar.now)) {
      added.createAlarm({ type: ICalAlarmType.display, trigger: 24 * 60 * 60, description: clipped(event.title, 200) });
    }
  }
  return `${file.toString()}\r\n`;
}

/** The rules of the zone since 1996 (Directive 2000/84/EC): last Sunday of March and of October, at 01.00 UTC. */
const STOCKHOLM_RULES = [
  'BEGIN:VTIMEZONE',
  `TZID:${STOCKHOLM}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');
