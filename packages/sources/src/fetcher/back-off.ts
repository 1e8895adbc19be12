/** Longest wait within one run, milliseconds; a site that asks for more is asked again in a later run. */
export const LONGEST_WAIT_MS = 120_000;
const JITTER_MS = 1_000;

/**
 * How long to wait before asking again, in milliseconds: what the site asked for and up to a second more, else twice as
 * long each time with jitter over the upper half, so that many clients do not return at once.
 * @param attempt 1 after the first failure
 * @param first   the wait before the second attempt; longer after 429, where the sources advise 30 s
 */
export function waitBeforeRetry(attempt: number, first: number, asked: number | undefined, random: () => number): number {
  if (asked !== undefined) return Math.round(Math.max(asked, JITTER_MS) + JITTER_MS * random());
  const most = Math.min(first * 2 ** (attempt - 1), LONGEST_WAIT_MS);
  return Math.round(most / 2 + (most / 2) * random());
}

/** So that a mistake in a header does not silence a source for years. */
const LONGEST_REST_MS = 24 * 3_600_000;

/** Reads Retry-After (RFC 9110, 10.2.3), seconds or a date, as the instant meant, at most a day ahead; undefined when there is none. */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  if (!header) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(header)) return now + Math.min(Number(header) * 1000, LONGEST_REST_MS);
  // Only a date with a day's name in it is one: "-1" and "5.5" are dates to Date.parse.
  const date = /[a-z]{3}/i.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.min(Math.max(date, now), now + LONGEST_REST_MS);
}
