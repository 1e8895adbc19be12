/** Longest wait within one run; a site that asks for more is asked again in a later run. */
export const LONGEST_WAIT = 120_000;

/**
 * How long to wait before asking again, in milliseconds: what the site asked for, else twice as long each time with
 * full jitter over the upper half, so that many clients do not return at once.
 * @param attempt 1 after the first failure
 * @param first   the wait before the second attempt; longer after 429, where the sources advise 30 s
 */
export function waitBeforeRetry(attempt: number, first: number, asked: number | undefined, random: () => number): number {
  if (asked !== undefined) return Math.max(asked, first);
  const most = Math.min(first * 2 ** (attempt - 1), LONGEST_WAIT);
  return Math.round(most / 2 + (most / 2) * random());
}

/** Reads Retry-After (RFC 9110, 10.2.3), seconds or a date, as the instant meant; undefined when there is none. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (!header) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(header)) return now + Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(date, now);
}
