import type { SourceState } from '@asf-match/store';
import { describe, expect, it } from 'vitest';
import { isCron, lastDue, nextDue } from './cron.ts';
import { dueScan } from './due.ts';

const daily = { cron: '30 2 * * *', lookBackDays: 3 };
const state = (part: Partial<SourceState>): SourceState => ({ source: 'ted', knownSince: '2026-01-01T00:00:00Z', errorsInRow: 0, message: '', ...part });

/** The due times met by a worker that ticks every minute from one instant to another, asleep in between where `asleep` says so. */
function dueTimes(cron: string, from: string, to: string, asleep: (at: string) => boolean = () => false): string[] {
  let known = state({ lastDue: from });
  const met: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 60_000) {
    const now = `${new Date(at).toISOString().slice(0, 19)}Z`;
    if (asleep(now)) continue;
    const due = dueScan({ ...daily, cron }, known, now);
    if (!due) continue;
    met.push(due.at);
    known = state({ lastDue: due.at });
  }
  return met;
}

describe('a schedule', () => {
  it('knows expressions of five fields from others', () => {
    expect(['30 2 * * *', '*/15 6-18 * * 1-5', '0 8 1 * *'].map(isCron)).toEqual([true, true, true]);
    expect(['', 'dagligen', '99 * * * *', '0 0 2 * * *'].map(isCron)).toEqual([false, false, false, false]);
  });

  it('is read in Stockholm time, and counts the minute itself as due', () => {
    expect(lastDue('0 8 * * *', '2026-07-01T06:00:00Z')).toBe('2026-07-01T06:00:00Z');
    expect(lastDue('0 8 * * *', '2026-12-01T06:59:59Z')).toBe('2026-11-30T07:00:00Z');
    expect(nextDue('0 8 * * *', '2026-12-01T07:00:00Z')).toBe('2026-12-02T07:00:00Z');
  });

  it('has one scan each day when the clock goes forward over its time, and when it goes back', () => {
    const spring = dueTimes('30 2 * * *', '2026-03-27T12:00:00Z', '2026-03-31T12:00:00Z');
    expect(spring).toEqual(['2026-03-28T01:30:00Z', '2026-03-29T01:00:00Z', '2026-03-30T00:30:00Z', '2026-03-31T00:30:00Z']);
    const autumn = dueTimes('30 2 * * *', '2026-10-23T12:00:00Z', '2026-10-27T12:00:00Z');
    expect(autumn).toEqual(['2026-10-24T00:30:00Z', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z', '2026-10-27T01:30:00Z']);
  });

  it('has one scan each hour over both changes', () => {
    expect(dueTimes('0 * * * *', '2026-03-28T22:30:00Z', '2026-03-29T04:30:00Z')).toHaveLength(6);
    expect(dueTimes('0 * * * *', '2026-10-24T22:30:00Z', '2026-10-25T04:30:00Z')).toHaveLength(6);
  });

  it('fills three days of downtime with one scan', () => {
    const asleep = (at: string): boolean => at > '2026-11-10T12:00:00Z' && at < '2026-11-13T12:00:00Z';
    expect(dueTimes('0 8 * * *', '2026-11-09T12:00:00Z', '2026-11-15T12:00:00Z', asleep)).toEqual([
      '2026-11-10T07:00:00Z',
      '2026-11-13T07:00:00Z',
      '2026-11-14T07:00:00Z',
      '2026-11-15T07:00:00Z',
    ]);
  });
});

describe('dueScan', () => {
  it('asks from some days before the last good answer on, however long ago that was', () => {
    const due = dueScan(daily, state({ lastDue: '2026-11-01T01:30:00Z', lastSuccess: '2026-10-20T01:31:00Z' }), '2026-11-25T09:00:00Z');
    expect(due).toEqual({ at: '2026-11-25T01:30:00Z', since: '2026-10-17' });
  });

  it('scans a source that was just met at once, a month back', () => {
    expect(dueScan(daily, state({ knownSince: '2026-11-25T09:00:00Z' }), '2026-11-25T09:00:00Z')).toEqual({ at: '2026-11-25T09:00:00Z', since: '2026-10-26' });
  });

  it('does no due time twice when the schedule is changed, and none that the new one has not reached', () => {
    const known = state({ lastDue: '2026-11-25T01:30:00Z' });
    expect(dueScan({ ...daily, cron: '0 1 * * *' }, known, '2026-11-25T09:00:00Z')).toBeUndefined();
    expect(dueScan({ ...daily, cron: '0 8 * * *' }, known, '2026-11-25T09:00:00Z')?.at).toBe('2026-11-25T07:00:00Z');
    expect(dueScan({ ...daily, cron: '0 12 * * *' }, known, '2026-11-25T09:00:00Z')).toBeUndefined();
  });
});
