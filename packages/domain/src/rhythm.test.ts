import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSending, type Rhythm, rhythmSchema } from './rhythm.ts';

const none = () => false;
const on =
  (...dates: readonly string[]) =>
  (date: string) =>
    dates.includes(date);
const daily: Rhythm = { kind: 'daily', hour: 7 };
const mondays: Rhythm = { kind: 'weekly', weekday: 1, hour: 8 };

describe('when a recipient is written to next', () => {
  it.each<[string, Rhythm, string, string]>([
    ['at once is now', { kind: 'at-once' }, '2026-11-25T13:05:09Z', '2026-11-25T13:05:09Z'],
    ['the hour itself still counts', daily, '2026-11-25T06:00:00Z', '2026-11-25T06:00:00Z'],
    ['a second late is the next day', daily, '2026-11-25T06:00:01Z', '2026-11-26T06:00:00Z'],
    ['summer time is an hour earlier in UTC', daily, '2026-07-01T00:00:00Z', '2026-07-01T05:00:00Z'],
    ['over the change to summer time', daily, '2027-03-27T12:00:00Z', '2027-03-28T05:00:00Z'],
    ['over the change to winter time', daily, '2026-10-24T12:00:00Z', '2026-10-25T06:00:00Z'],
    ['an hour that does not exist is the one after it', { kind: 'daily', hour: 2 }, '2027-03-28T00:00:00Z', '2027-03-28T01:00:00Z'],
    ['an hour that comes twice is the first', { kind: 'daily', hour: 2 }, '2026-10-24T22:00:00Z', '2026-10-25T00:00:00Z'],
    ['over the year', mondays, '2026-12-29T12:00:00Z', '2027-01-04T07:00:00Z'],
    ['the day in Sweden decides, not in UTC', mondays, '2026-11-29T23:30:00Z', '2026-11-30T07:00:00Z'],
  ])('%s', (_, rhythm, from, expected) => {
    expect(nextSending(rhythm, from, none)).toBe(expected);
  });

  it('waits for the next working day', () => {
    const christmas = on('2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27');
    expect(nextSending({ kind: 'at-once' }, '2026-12-24T10:00:00Z', christmas)).toBe('2026-12-28T06:00:00Z');
    expect(nextSending(daily, '2026-12-23T12:00:00Z', christmas)).toBe('2026-12-28T06:00:00Z');
    expect(nextSending({ kind: 'weekly', weekday: 4, hour: 9 }, '2026-12-21T00:00:00Z', christmas)).toBe('2026-12-28T08:00:00Z');
  });

  it('finds the weekly letter that a holiday has moved, also from the days between', () => {
    const easterMonday = on('2027-03-29');
    for (const from of ['2027-03-28T12:00:00Z', '2027-03-29T12:00:00Z', '2027-03-30T06:00:00Z']) {
      expect(nextSending(mondays, from, easterMonday)).toBe('2027-03-30T06:00:00Z');
    }
    expect(nextSending(mondays, '2027-03-30T06:00:01Z', easterMonday)).toBe('2027-04-05T06:00:00Z');
  });

  it('never gives up silently when every day is a holiday', () => {
    for (const rhythm of [daily, mondays, { kind: 'at-once' } as const])
      expect(() => nextSending(rhythm, '2026-01-01T00:00:00Z', () => true)).toThrow(RangeError);
  });

  it('is never in the past, never on a holiday, and stays where it is when asked again', () => {
    const rhythms = fc.oneof(
      fc.constant<Rhythm>({ kind: 'at-once' }),
      fc.record({ kind: fc.constant('daily' as const), hour: fc.nat(23) }),
      fc.record({ kind: fc.constant('weekly' as const), weekday: fc.integer({ min: 1, max: 7 }), hour: fc.nat(23) }),
    );
    const instants = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((d) => `${d.toISOString().slice(0, 19)}Z`);
    const sundays = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() === 0;
    fc.assert(
      fc.property(rhythms, instants, (rhythm, from) => {
        const sending = nextSending(rhythm, from, sundays);
        expect(sending >= from).toBe(true);
        expect(new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'Europe/Stockholm' }).format(new Date(sending))).not.toBe('Sunday');
        expect(nextSending(rhythm, sending, sundays)).toBe(sending);
      }),
    );
  });
});

it('refuses hours and weekdays that do not exist', () => {
  expect(rhythmSchema.safeParse({ kind: 'daily', hour: 24 }).success).toBe(false);
  expect(rhythmSchema.safeParse({ kind: 'weekly', weekday: 0, hour: 7 }).success).toBe(false);
});
