import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_WAIT_MS, readRetryAfter, waitBeforeRetry } from './back-off.ts';

const NOW = Date.UTC(2026, 11, 1, 12);
const DAY = 24 * 3_600_000;

describe('waitBeforeRetry', () => {
  it('doubles, between half and the whole, and never beyond the longest wait', () => {
    expect([1, 2, 3, 9].map((attempt) => waitBeforeRetry(attempt, 2_000, undefined, () => 0))).toEqual([1_000, 2_000, 4_000, 60_000]);
    expect([1, 2, 3, 9].map((attempt) => waitBeforeRetry(attempt, 2_000, undefined, () => 1))).toEqual([2_000, 4_000, 8_000, LONGEST_WAIT_MS]);
  });

  it('never comes back before what the site asked for', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (asked, chance) => {
        const wait = waitBeforeRetry(1, 2_000, asked, () => chance);
        expect(wait).toBeGreaterThanOrEqual(asked);
        expect(wait).toBeLessThanOrEqual(Math.max(asked, 1_000) + 1_000);
      }),
    );
  });
});

describe('readRetryAfter', () => {
  it.each([
    ['120', NOW + 120_000],
    [' 0 ', NOW],
    ['Tue, 01 Dec 2026 12:00:30 GMT', NOW + 30_000],
    ['Tuesday, 01-Dec-26 12:00:30 GMT', NOW + 30_000],
    ['Tue, 01 Dec 2020 12:00:00 GMT', NOW],
    ['999999999', NOW + DAY],
    ['Tue, 01 Dec 2099 12:00:00 GMT', NOW + DAY],
    ['-1', undefined],
    ['5.5', undefined],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j', (header, expected) => {
    expect(readRetryAfter(header, NOW)).toBe(expected);
  });
});
