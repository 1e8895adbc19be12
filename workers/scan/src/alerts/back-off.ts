/** Minutes until the next attempt after each failure; after the last one a delivery is given up. About four days in all (RFC 5321, 4.5.4.1). */
const MINUTES = [2, 10, 30, 60, 180, 360, 720, 1440, 1440, 1440];

/** @param failures how many attempts have failed, this one included @returns ISO instant, or nothing when it is time to give up */
export function nextAttempt(failures: number, now: string): string | undefined {
  const minutes = MINUTES[failures - 1];
  return minutes === undefined ? undefined : `${new Date(Date.parse(now) + minutes * 60_000).toISOString().slice(0, 19)}Z`;
}
