const DAY_MS = 86_400_000;
const two = (n: number): string => String(n).padStart(2, '0');

export const isoDay = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
export const isDay = (year: number, month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** Monday is 1. */
export const weekdayNumber = (isoDate: string): number => new Date(`${isoDate}T00:00:00Z`).getUTCDay() || 7;

/** The Monday and the Sunday of an ISO 8601 week. */
export function weekDays(year: number, week: number): readonly [string, string] {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - (weekdayNumber(isoDay(year, 1, 4)) - 1) * DAY_MS + (week - 1) * 7 * DAY_MS;
  return [new Date(monday).toISOString().slice(0, 10), new Date(monday + 6 * DAY_MS).toISOString().slice(0, 10)];
}
