import { expect, it } from 'vitest';
import { loadHolidays } from './holidays.ts';

it('knows the holidays of the law, Sundays and the eves', async () => {
  const isHoliday = await loadHolidays();
  const free2027 = ['2027-01-01', '2027-01-06', '2027-03-26', '2027-03-28', '2027-03-29', '2027-05-01', '2027-05-06', '2027-05-16', '2027-06-06'];
  const moved = ['2027-06-25', '2027-06-26', '2027-11-06', '2027-12-24', '2027-12-25', '2027-12-26', '2027-12-31', '2027-01-03'];
  expect([...free2027, ...moved].filter((date) => !isHoliday(date))).toEqual([]);
  const working = ['2027-01-05', '2027-03-25', '2027-04-30', '2027-05-07', '2027-05-17', '2027-12-13'];
  expect(working.filter(isHoliday)).toEqual([]);
});
