import { STOCKHOLM } from '@asf-match/domain';
import { Cron } from 'croner';

const cronOf = (expression: string): Cron => new Cron(expression, { timezone: STOCKHOLM, paused: true, mode: '5-part' });

/** Whether it is a cron expression of five fields. */
export function isCron(expression: string): boolean {
  try {
    cronOf(expression);
    return true;
  } catch {
    return false;
  }
}

/** The newest time at or before an instant at which the schedule was due; undefined when it never was. Clock times are Stockholm’s. */
export function lastDue(expression: string, now: string): string | undefined {
  // The library looks strictly before.
  const [due] = cronOf(expression).previousRuns(1, new Date(Date.parse(now) + 1000));
  return due && `${due.toISOString().slice(0, 19)}Z`;
}

/** The next time after an instant; undefined when there is none. */
export function nextDue(expression: string, now: string): string | undefined {
  const due = cronOf(expression).nextRun(new Date(now));
  return due ? `${due.toISOString().slice(0, 19)}Z` : undefined;
}
