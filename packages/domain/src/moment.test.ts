import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayDeadline, dayMoment, isPast, minuteMoment, momentInSwedish, momentSchema, STOCKHOLM, timeOf } from './moment.ts';

const anyDay = fc.date({ min: new Date('2016-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10));

describe('moments', () => {
  it('keep the clock time of their zone in winter and in summer', () => {
    expect(minuteMoment('2026-12-01', '23:59', STOCKHOLM)).toEqual({ instant: '2026-12-01T22:59:00Z', zone: STOCKHOLM, precision: 'minute' });
    expect(minuteMoment('2026-07-01', '12:00', STOCKHOLM).instant).toBe('2026-07-01T10:00:00Z');
    expect(minuteMoment('2026-07-01', '12:00', '+03:00').instant).toBe('2026-07-01T09:00:00Z');
  });

  it('take the earlier reading in the hour that is repeated or skipped', () => {
    expect(minuteMoment('2026-10-25', '02:30', STOCKHOLM).instant).toBe('2026-10-25T00:30:00Z');
    expect(minuteMoment('2026-03-29', '02:30', STOCKHOLM).instant).toBe('2026-03-29T00:30:00Z');
  });

  it('put a deadline of a day at its last second, also on days of 23 and 25 hours', () => {
    expect(dayDeadline('2026-10-25', STOCKHOLM).instant).toBe('2026-10-25T22:59:59Z');
    expect(dayDeadline('2026-03-29', STOCKHOLM).instant).toBe('2026-03-29T21:59:59Z');
  });

  it('refuse dates that do not exist', () => {
    expect(() => dayMoment('2026-02-30', STOCKHOLM)).toThrow(RangeError);
    expect(() => minuteMoment('2026-02-03', '25:00', STOCKHOLM)).toThrow(RangeError);
    expect(() => dayMoment('2026-02-03', 'Europe/Ankeborg')).toThrow(RangeError);
  });

  it('read back to the day and minute they were made of', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 4, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        fc.constantFrom(STOCKHOLM, 'Europe/Helsinki', '-05:00'),
        (day, h, m, zone) => {
          const time = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
          const moment = minuteMoment(day, time, zone);
          expect([dateOf(moment), timeOf(moment)]).toEqual([day, time]);
          expect(dateOf(dayDeadline(day, zone))).toBe(day);
          expect(dateOf(dayMoment(day, zone))).toBe(day);
          expect(momentSchema.parse(moment)).toEqual(moment);
        },
      ),
    );
  });

  it('are past only after their instant', () => {
    const deadline = dayDeadline('2026-12-01', STOCKHOLM);
    expect(isPast(deadline, '2026-12-01T22:59:59Z')).toBe(false);
    expect(isPast(deadline, '2026-12-01T23:00:00Z')).toBe(true);
  });

  it('are written as Swedish readers expect', () => {
    expect(momentInSwedish(minuteMoment('2026-12-01', '23:59', STOCKHOLM))).toBe('tisdag 1 december 2026 kl. 23.59');
    expect(momentInSwedish(dayDeadline('2027-01-05', STOCKHOLM))).toBe('tisdag 5 januari 2027');
    expect(momentInSwedish(minuteMoment('2026-12-01', '12:00', 'Europe/Helsinki'))).toBe('tisdag 1 december 2026 kl. 12.00 (Europe/Helsinki)');
    expect(momentInSwedish(minuteMoment('2026-12-01', '12:00', '+01:00'))).toBe('tisdag 1 december 2026 kl. 12.00');
  });
});
