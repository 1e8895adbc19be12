import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDates } from './read-dates.ts';
import type { DateContext, DateReading, WrittenDate } from './written-date.ts';

const dateShown = (d: WrittenDate): string => {
  const days = d.precision === 'day' || d.precision === 'minute' ? d.first : `${d.first}..${d.last} ${d.precision}`;
  return `${days}${d.time ? ` ${d.time}` : ''}${d.zone ? ` ${d.zone}` : ''}${d.weekdayDiffers ? ' other weekday' : ''}`;
};
const shown = (r: DateReading): string =>
  r.kind === 'refused' ? `refused: ${r.reason}` : r.kind === 'range' ? `${dateShown(r.from)} -> ${dateShown(r.to)}` : dateShown(r);
const read = (text: string, context?: DateContext): string[] => readDates(text, context).map(shown);

const y2022: DateContext = { year: 2022 };
const june: DateContext = { published: '2026-06-10' };

/** What is written, what is known beside it, and what is read. */
const SWEDISH: readonly (readonly [text: string, expected: readonly string[], context?: DateContext])[] = [
  ['Sista ansökningsdag var 22 mars 2024.', ['2024-03-22']],
  ['Utlysningen öppnar den 1 september och stänger den 29 september.', ['2022-09-01', '2022-09-29'], y2022],
  ['Utlysningen öppnar den 1 september och stänger den 29 september 2022.', ['2022-09-01', '2022-09-29']],
  ['under perioden 1 mars–20 juni 2024', ['2024-03-01 -> 2024-06-20']],
  ['Ansökningsperiod 19 oktober 2018 – 16 december 2018', ['2018-10-19 -> 2018-12-16']],
  ['Sista ansökningsdag är 28/10 – 2022', ['2022-10-28']],
  ['Sista ansökningsdag är 28/10 2022', ['2022-10-28']],
  ['Sista ansökningsdag är 28/10-2022 kl.16.00', ['2022-10-28 16:00']],
  ['senast 28/10', ['2022-10-28'], y2022],
  ['senast 28/10', ['refused: no-year']],
  ['den 15 september 2026 kl.16.00', ['2026-09-15 16:00']],
  ['den 15 september 2026 kl. 16.00', ['2026-09-15 16:00']],
  ['den 15 september 2026 klockan 14', ['2026-09-15 14:00']],
  ['15 september 2026, kl 23:59', ['2026-09-15 23:59']],
  ['tisdagen den 15 september 2026 kl 14.00', ['2026-09-15 14:00']],
  ['onsdag 15 september 2026', ['2026-09-15 other weekday']],
  ['klockan 14.00 den 15 september 2026', ['2026-09-15 14:00']],
  ['kl. 12.00 torsdagen den 1 oktober 2026', ['2026-10-01 12:00']],
  ['den 15 september 2026 kl. 24.00', ['2026-09-15 23:59']],
  ['vid midnatt den 15 september 2026', ['2026-09-15 23:59']],
  ['den 15 september 2026 kl. 17.00 (Brysseltid)', ['2026-09-15 17:00 Europe/Brussels']],
  ['15 september 2026 kl. 15.00 svensk tid', ['2026-09-15 15:00 Europe/Stockholm']],
  ['senast den 13 november 2022, den 1 februari 2023, den 1 juni 2023 eller den 1 oktober 2023', ['2022-11-13', '2023-02-01', '2023-06-01', '2023-10-01']],
  ['Ansök senast den 15 mars, den 15 juni eller den 15 oktober 2026.', ['2026-03-15', '2026-06-15', '2026-10-15']],
  ['den 13 november, 1 februari och 1 juni 2023', ['2022-11-13', '2023-02-01', '2023-06-01']],
  ['först i mitten på februari 2025', ['2025-02-11..2025-02-20 part-of-month']],
  ['i början av mars 2026', ['2026-03-01..2026-03-10 part-of-month']],
  ['i slutet av februari 2028', ['2028-02-21..2028-02-29 part-of-month']],
  ['månadsskiftet april/maj 2026', ['2026-04-26..2026-05-05 part-of-month']],
  ['december 2022/januari 2023', ['2022-12-01..2022-12-31 month -> 2023-01-01..2023-01-31 month']],
  ['mars/april 2026', ['2026-03-01..2026-04-30 month']],
  ['Beslut väntas i november 2026', ['2026-11-01..2026-11-30 month']],
  ['Beslut väntas i november', ['2026-11-01..2026-11-30 month'], june],
  ['öppnar i februari', ['2027-02-01..2027-02-28 month'], june],
  ['Q2 2026', ['2026-04-01..2026-06-30 quarter']],
  ['kvartal 3 2026', ['2026-07-01..2026-09-30 quarter']],
  ['fjärde kvartalet 2026', ['2026-10-01..2026-12-31 quarter']],
  ['kv. 1, 2027', ['2027-01-01..2027-03-31 quarter']],
  ['första halvåret 2027', ['2027-01-01..2027-06-30 half-year']],
  ['Utlysning hösten 2022', ['2022-09-01..2022-11-30 season']],
  ['vintern 2026', ['2026-12-01..2027-02-28 season']],
  ['vecka 12 2026', ['2026-03-16..2026-03-22 week']],
  ['v. 53 2026', ['2026-12-28..2027-01-03 week']],
  ['2026-09-15', ['2026-09-15']],
  ['2026-09-15 17:00', ['2026-09-15 17:00']],
  ['2026-09-15T17:00:00+02:00', ['2026-09-15 17:00 +02:00']],
  ['2026-03-01 – 2026-04-15', ['2026-03-01 -> 2026-04-15']],
  ['2026-11', ['2026-11-01..2026-11-30 month']],
  ['15/09/2026 12:00 +02:00', ['2026-09-15 12:00 +02:00']],
  ['15.9.2026', ['2026-09-15']],
  ['15-09-2026', ['2026-09-15']],
  ['15 sept. 2026', ['2026-09-15']],
  ['15:e september 2026', ['2026-09-15']],
  ['1–20 mars 2026', ['2026-03-01 -> 2026-03-20']],
  ['1 december–15 januari 2026', ['2025-12-01 -> 2026-01-15']],
  ['från och med den 1 mars till och med den 20 juni 2026', ['2026-03-01 -> 2026-06-20']],
  ['mellan den 1 mars och den 20 juni 2026', ['2026-03-01 -> 2026-06-20']],
  ['mellan den 1 och 20 mars 2026', ['2026-03-01 -> 2026-03-20']],
  ['fr.o.m. 1 mars t.o.m. 20 juni 2026', ['2026-03-01 -> 2026-06-20']],
  ['1 mars 2026 kl. 09.00 – 20 juni 2026 kl. 16.00', ['2026-03-01 09:00 -> 2026-06-20 16:00']],
  ['15/1–1/3 2026', ['2026-01-15 -> 2026-03-01']],
  ['sista mars 2026', ['2026-03-31']],
  ['sista dagen i februari 2028', ['2028-02-29']],
  ['den 15 september', ['2026-09-15'], june],
  ['den 15 mars', ['2027-03-15'], june],
  ['den 10 juni', ['2026-06-10'], june],
  ['den 15 september', ['refused: no-year']],
  ['1 december–15 januari', ['2022-12-01 -> 2023-01-15'], y2022],
  ['den 29 februari', ['2028-02-29'], june],
  ['den 30 februari 2026', ['refused: no-such-day']],
  ['29 februari 2026', ['refused: no-such-day']],
  ['den 31 juni', ['refused: no-such-day'], june],
  ['15/9-26', ['refused: two-digit-year']],
  ['03/04/2026', ['refused: day-or-month'], { dayFirst: false }],
  ['03/04/2026', ['2026-04-03']],
  ['25/04/2026', ['2026-04-25'], { dayFirst: false }],
  ['04/25/2026', ['2026-04-25'], { dayFirst: false }],
  ['05/05/2026', ['2026-05-05'], { dayFirst: false }],
  // What is no date.
  ['Diarienummer 2026-01503 och 2024-01511', []],
  ['perioden 2021-2027', []],
  ['1/3 av kostnaderna', []],
  ['20 000–50 000 kronor, högst 3,5 miljoner, 24/7', []],
  ['Telefon 08-123 12 12', []],
  ['§ 37 och 12 kap. 3 § samt 5-7 månader', []],
  ['Mars är en planet och maj är fint', []],
];

const ENGLISH: typeof SWEDISH = [
  ['15 September 2026, 17:00 Brussels time', ['2026-09-15 17:00 Europe/Brussels']],
  ['15 September 2026 at 17:00:00 (Brussels local time)', ['2026-09-15 17:00 Europe/Brussels']],
  ['17:00 CET on 15 September 2026', ['2026-09-15 17:00 Europe/Brussels']],
  ['Tuesday, 15th of September 2026 at 5 pm', ['2026-09-15 17:00']],
  ['September 15, 2026', ['2026-09-15']],
  ['September 15th, 2026 at noon', ['2026-09-15 12:00']],
  ['by 12:00 noon (CET) on 1 October 2026', ['2026-10-01 12:00 Europe/Brussels']],
  ['from 1 March to 20 June 2026', ['2026-03-01 -> 2026-06-20']],
  ['between 1 March and 20 June 2026', ['2026-03-01 -> 2026-06-20']],
  ['mid-February 2027', ['2027-02-11..2027-02-20 part-of-month']],
  ['the second quarter of 2027', ['2027-04-01..2027-06-30 quarter']],
  ['cut-off dates: 21 January 2027, 15 July 2027 and 3 November 2027', ['2027-01-21', '2027-07-15', '2027-11-03']],
  ['closes on 1 May', ['2027-05-01'], june],
  ['projects may 15 times, or march 10 kilometres', []],
];

const named = ([text, expected, context]: (typeof SWEDISH)[number]) => ({ text, expected, ...(context && { context }) });

describe('dates', () => {
  it.each(SWEDISH.map(named))('in Swedish: $text', ({ text, expected, context }) => expect(read(text, context)).toEqual(expected));
  it.each(ENGLISH.map(named))('in English: $text', ({ text, expected, context }) => expect(read(text, context)).toEqual(expected));

  it('quote what they were read from', () => {
    const text = 'Sök senast tisdagen den 15 september 2026 kl. 14.00, inte senare.';
    const [date] = readDates(text);
    expect(text.slice(date?.start, date?.end)).toBe('tisdagen den 15 september 2026 kl. 14.00');
  });
});

const MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];
const ENGLISH_MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const two = (n: number): string => String(n).padStart(2, '0');

/** The ways of writing one day. */
const FORMS: Readonly<Record<string, (y: number, m: number, d: number) => string>> = {
  ISO: (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  'day month year': (y, m, d) => `${d} ${MONTHS[m - 1]} ${y}`,
  'den day month year': (y, m, d) => `senast den ${d} ${MONTHS[m - 1]} ${y}.`,
  'short month': (y, m, d) => `${d} ${MONTHS[m - 1]?.slice(0, 3)} ${y}`,
  ordinal: (y, m, d) => `den ${d}:${[1, 2, 21, 22, 31].includes(d) ? 'a' : 'e'} ${MONTHS[m - 1]} ${y}`,
  'd/m y': (y, m, d) => `${d}/${m} ${y}`,
  'd/m – y': (y, m, d) => `${d}/${m} – ${y}`,
  'dd/mm/yyyy': (y, m, d) => `${two(d)}/${two(m)}/${y}`,
  'd.m.yyyy': (y, m, d) => `${d}.${m}.${y}`,
  'English day month year': (y, m, d) => `${d} ${ENGLISH_MONTHS[m - 1]} ${y}`,
  'English month day, year': (y, m, d) => `${ENGLISH_MONTHS[m - 1]} ${d}, ${y}`,
};
const EVERY_DAY = Array.from({ length: (Date.UTC(2035, 11, 31) - Date.UTC(2020, 0, 1)) / 86_400_000 + 1 }, (_, i) =>
  new Date(Date.UTC(2020, 0, 1) + i * 86_400_000).toISOString().slice(0, 10),
);
const parts = (day: string) => day.split('-').map(Number) as [number, number, number];

describe('a written date reads back', () => {
  it.each(Object.entries(FORMS))('every day 2020–2035: %s', (_, write) => {
    const wrong = EVERY_DAY.filter((day) => read(write(...parts(day))).join() !== day);
    expect(wrong).toEqual([]);
  });

  const day = fc.constantFrom(...EVERY_DAY);
  const form = fc.constantFrom(...Object.values(FORMS));
  it('with a clock, between other words, and as a range', () => {
    fc.assert(
      fc.property(day, day, form, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (a, b, write, h, m) => {
        const clock = `${two(h)}.${two(m)}`;
        expect(read(`Ansökan ska ha kommit in ${write(...parts(a)).replace(/^senast |\.$/g, '')} kl. ${clock} till oss`)).toEqual([`${a} ${two(h)}:${two(m)}`]);
        const [from, to] = a <= b ? [a, b] : [b, a];
        const range = FORMS['day month year'] as (typeof FORMS)[string];
        expect(read(`${range(...parts(from))} – ${range(...parts(to))}`)).toEqual([`${from} -> ${to}`]);
      }),
    );
  });

  it('without its year, from the day of publication', () => {
    fc.assert(
      fc.property(day, day, (published, on) => {
        const [, m, d] = parts(on);
        const [reading] = readDates(`den ${d} ${MONTHS[m - 1]}`, { published });
        expect(reading?.kind).toBe('date');
        const { first } = reading as WrittenDate;
        expect(first.slice(5)).toBe(on.slice(5));
        expect(first >= published).toBe(true);
        const yearBefore = `${Number(first.slice(0, 4)) - 1}${first.slice(4)}`;
        if (on.slice(5) !== '02-29') expect(yearBefore < published).toBe(true);
      }),
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789 /-–.:,klmarsdenoch') }),
        fc.boolean(),
        (text, dayFirst) => void readDates(text, { dayFirst }),
      ),
    );
  });
});
