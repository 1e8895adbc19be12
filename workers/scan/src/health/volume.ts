import type { SourceDay } from '@asf-match/store';

/** What a source usually gives. */
export interface Volume {
  /** Weekdays counted: those after the first day with anything, without the last, which is not over. */
  readonly weekdays: number;
  /** Median of new items a weekday. */
  readonly median: number;
  /** Median distance from the median. */
  readonly spread: number;
  /** Longest run of weekdays without anything new, before the present one. */
  readonly longestGap: number;
  /** Weekdays without anything new up to now. */
  readonly currentGap: number;
}

/** Weekdays before this many say nothing of what is usual. */
export const ENOUGH_WEEKDAYS = 10;

/**
 * Sums up new items a day. Weekends are left out: hardly anything is published then.
 * @param days  those with something new, oldest first
 * @param today `YYYY-MM-DD`
 */
export function volumeOf(days: readonly SourceDay[], today: string): Volume | undefined {
  const [first] = days;
  if (!first) return undefined;
  const fresh = new Map(days.map((d) => [d.day, d.fresh]));
  const counts: number[] = [];
  for (let day = first.day; day < today; day = dayAfter(day)) if (isWeekday(day)) counts.push(fresh.get(day) ?? 0);
  const gaps = gapsOf(counts);
  const ongoing = counts.at(-1) === 0 && !fresh.get(today) ? (gaps.pop() ?? 0) : 0;
  return { weekdays: counts.length, ...medianAndSpread(counts), longestGap: Math.max(0, ...gaps), currentGap: ongoing };
}

function gapsOf(counts: readonly number[]): number[] {
  const gaps: number[] = [];
  let gap = 0;
  for (const count of counts) {
    if (count === 0) gap += 1;
    else if (gap > 0) {
      gaps.push(gap);
      gap = 0;
    }
  }
  return gap > 0 ? [...gaps, gap] : gaps;
}

function medianAndSpread(counts: readonly number[]): { median: number; spread: number } {
  const middle = median(counts);
  return { median: middle, spread: median(counts.map((c) => Math.abs(c - middle))) };
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
