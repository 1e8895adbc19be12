const MONEY = /(\d{1,3}(?:[ .]\d{3})+|\d+(?:[.,]\d+)?)\s*(miljoner|miljon|milj\.?|mkr|msek|miljarder|miljard|mdkr|tkr|tusen|kronor|kr|sek)(?!\p{L})/giu;
const UNIT: Readonly<Record<string, number>> = { t: 1000, milja: 1e9, md: 1e9, mi: 1e6, mk: 1e6, ms: 1e6 };

/** The amounts in kronor that a sentence names: "1 250 000 kr", "5 MSEK", "2,5 miljoner kronor". */
export function amountsIn(sentence: string): number[] {
  return [...sentence.matchAll(MONEY)].map(([, digits = '', unit = '']) => {
    const grouped = /[ .]\d{3}(?!\d)/.test(digits);
    const number = Number(grouped ? digits.replace(/[ .]/g, '') : digits.replace(',', '.'));
    const lower = unit.toLowerCase();
    const factor = Object.entries(UNIT).find(([start]) => lower.startsWith(start))?.[1] ?? 1;
    return number * factor;
  });
}

const NUMBERS: Readonly<Record<string, number>> = {
  en: 1,
  ett: 1,
  två: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  åtta: 8,
  nio: 9,
  tio: 10,
  femton: 15,
  tjugo: 20,
};
const SPAN = /(?<![\p{L}\d])(\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|femton|tjugo)\s+(kalenderdagar|arbetsdagar|dagar|veckor|vecka)(?!\p{L})/giu;
const DAYS: Readonly<Record<string, number>> = { kalenderdagar: 1, arbetsdagar: 7 / 5, dagar: 1, veckor: 7, vecka: 7 };

/** The calendar days that a sentence names: "inom tio arbetsdagar" is 14, "två veckor" too. */
export function daysIn(sentence: string): number[] {
  return [...sentence.matchAll(SPAN)].map(([, number = '', unit = '']) => {
    const count = NUMBERS[number.toLowerCase()] ?? Number(number);
    return Math.round(count * (DAYS[unit.toLowerCase()] ?? 1));
  });
}
