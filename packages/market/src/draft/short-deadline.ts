import type { Counted } from './counters.ts';
import type { Unit } from './units.ts';

const MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];
const DATE = `(\\d{4}-\\d\\d-\\d\\d|\\d{1,2} (?:${MONTHS.join('|')}) \\d{4})`;
const ANNOUNCED = new RegExp(`(?:annonser|publicer|utskick|inbjudan skickas)\\p{L}*.{0,60}?${DATE}`, 'iu');
const LAST_DAY = new RegExp(`(?:sista (?:anbuds)?dag|anbud\\p{L}* (?:ska|skall|måste) .{0,60}?senast|senast .{0,40}?anbud).{0,60}?${DATE}`, 'iu');
/** Open procedure, electronic tenders: 30 days from the announcement; 35 else (LOU 11 kap. 2 and 6 §§). */
const SHORTEST = 30;

/** A time for tenders that two dates of the draft make short, whichever sentence they stand in. */
export function shortDeadline(units: readonly Unit[]): Counted | undefined {
  const announced = units.flatMap(({ text }) => ANNOUNCED.exec(text)?.[1] ?? [])[0];
  const last = units.flatMap((unit) => {
    const match = LAST_DAY.exec(unit.text);
    return match?.[1] ? [{ date: match[1], place: { unit, start: unit.start + match.index, end: unit.start + match.index + match[0].length } }] : [];
  })[0];
  if (!announced || !last) return undefined;
  const days = (dayNumber(last.date) - dayNumber(announced)) / 86_400_000;
  if (!(days >= 0 && days < SHORTEST)) return undefined;
  return { places: [last.place], detail: `Från annonsering ${announced} till sista dag ${last.date} är det ${days} dagar.` };
}

function dayNumber(date: string): number {
  const [, day = '', month = '', year = ''] = /^(\d{1,2}) (\p{L}+) (\d{4})$/u.exec(date.toLowerCase()) ?? [];
  return day
    ? Date.UTC(Number(year), MONTHS.indexOf(month), Number(day))
    : Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}
