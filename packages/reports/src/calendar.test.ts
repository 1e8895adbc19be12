import { dayDeadline, minuteMoment, STOCKHOLM } from '@asf-match/domain';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { type CalendarEvent, calendarFile } from './calendar.ts';

const event = (part: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{ uid: 'ted:1@asf-match', title: 'Sista dag: Städ åt skolor; två delar, med "fönster"', at: minuteMoment('2026-12-01', '23:59', STOCKHOLM) },
  ...{ sequence: 0, changed: '2026-11-24T08:00:00Z', cancelled: false, url: 'https://example.org/n/1' },
  ...part,
});

async function readBack(...events: readonly CalendarEvent[]) {
  const text = await calendarFile({ name: 'Bevakning för Städlaget', events, now: '2026-11-25T08:00:00Z' });
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return { text, calendar, events: calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component)) };
}

it('keeps å, ä, ö, semicolons and quotes, folds at 75 octets and ends lines with CRLF', async () => {
  const { text, events } = await readBack(event({ description: 'Läs mer.\nOch mer, '.repeat(20) }));
  expect(events[0]?.summary).toBe('Sista dag: Städ åt skolor; två delar, med "fönster"');
  expect(events[0]?.description).toBe('Läs mer.\nOch mer, '.repeat(20));
  const lines = text.split('\r\n');
  expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
});

it('gives the deadline in Swedish time, summer and winter', async () => {
  const { events } = await readBack(
    event(),
    event({ uid: 'b', at: minuteMoment('2026-07-01', '12:00', STOCKHOLM) }),
    event({ uid: 'c', at: minuteMoment('2026-12-01', '12:00', 'Europe/London') }),
  );
  expect(events.map((e) => e.startDate.toJSDate().toISOString())).toEqual(['2026-12-01T22:59:00.000Z', '2026-07-01T10:00:00.000Z', '2026-12-01T12:00:00.000Z']);
  expect(events.map((e) => e.startDate.zone.tzid)).toEqual([STOCKHOLM, STOCKHOLM, STOCKHOLM]);
});

it('gives a date alone as a whole day', async () => {
  const { events } = await readBack(event({ at: dayDeadline('2026-12-24', STOCKHOLM) }));
  expect([events[0]?.startDate.isDate, events[0]?.startDate.toString()]).toEqual([true, '2026-12-24']);
});

it('marks a cancelled event, which reminds nobody, and counts editions', async () => {
  const { events } = await readBack(event({ cancelled: true, sequence: 2 }), event({ uid: 'b' }));
  const [gone, stays] = events.map((e) => e.component);
  expect([gone?.getFirstPropertyValue('status'), gone?.getFirstPropertyValue('sequence'), gone?.getAllSubcomponents('valarm').length]).toEqual([
    'CANCELLED',
    2,
    0,
  ]);
  expect([stays?.getFirstPropertyValue('status'), stays?.getAllSubcomponents('valarm').length]).toEqual(['CONFIRMED', 1]);
});

it('lets nothing from outside add lines or other links than those of the web', async () => {
  const { text, events } = await readBack(event({ title: 'Städ\r\nATTENDEE:mailto:x@example.org\u202e', url: 'javascript:alert(1)' }));
  expect(text).not.toMatch(/^ATTENDEE/m);
  expect(text).not.toContain('javascript');
  expect(text).not.toContain('\u202e');
  expect(events).toHaveLength(1);
});
