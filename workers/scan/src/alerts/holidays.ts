import type { IsHoliday } from '@asf-match/domain';

/**
 * The days on which nobody in Sweden is written to: Sundays and the other holidays of the law (lag 1989:253 om allmänna
 * helgdagar), and the eves of Midsummer, Christmas and New Year, which employment law treats like them (semesterlagen 3 a §).
 */
export async function loadHolidays(): Promise<IsHoliday> {
  const { default: Holidays } = await import('date-holidays');
  const sweden = new Holidays('SE');
  const years = new Map<string, ReadonlySet<string>>();
  const holidaysOf = (year: string): ReadonlySet<string> => {
    const known = years.get(year);
    if (known) return known;
    const free = sweden.getHolidays(Number(year)).filter((h) => h.type === 'public' || h.type === 'bank');
    const dates = new Set(free.map((h) => h.date.slice(0, 10)));
    years.set(year, dates);
    return dates;
  };
  return (date) => new Date(`${date}T00:00:00Z`).getUTCDay() === 0 || holidaysOf(date.slice(0, 4)).has(date);
}
