const SWEDISH = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];
const ENGLISH = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const SHORT: Readonly<Record<string, number>> = {
  ...{ jan: 1, febr: 2, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, sept: 9, sep: 9, okt: 10, oct: 10, nov: 11, dec: 12 },
};

const MONTHS: ReadonlyMap<string, number> = new Map([
  ...SWEDISH.map((name, i) => [name, i + 1] as const),
  ...ENGLISH.map((name, i) => [name, i + 1] as const),
  ...Object.entries(SHORT),
]);

/** Month names of both languages, whole or cut short, as a pattern. */
export const MONTH = `(?:${[...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|')})(?!\\p{L})\\.?`;
export const ENGLISH_MONTH = `(?:${[...ENGLISH, ...Object.keys(SHORT)].sort((a, b) => b.length - a.length).join('|')})(?!\\p{L})\\.?`;
export const WHOLE_MONTH = `(?:${[...new Set([...SWEDISH, ...ENGLISH])].join('|')})(?!\\p{L})`;

export const monthOf = (name: string): number => MONTHS.get(name.toLowerCase().replace('.', '')) as number;

/** Monday is 1. Definite forms too: "måndagen". */
const WEEKDAYS: readonly (readonly [string, number])[] = [
  ...['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'].map((name, i) => [name, i + 1] as const),
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((name, i) => [name, i + 1] as const),
];
export const WEEKDAY = `(?:${WEEKDAYS.map(([name]) => name).join('|')})(?:en|s)?`;
export const weekdayOf = (word: string): number | undefined => WEEKDAYS.find(([name]) => word.toLowerCase().startsWith(name))?.[1];

/** The words of a clock’s zone, and the zone. */
const ZONES: readonly (readonly [pattern: string, zone: string])[] = [
  ['(?:local\\s+)?(?:time\\s+in\\s+)?(?:brussels|bryssel)(?:[\\s-]*(?:local\\s+)?(?:time|tid))?', 'Europe/Brussels'],
  ['CES?T(?!\\p{L})|central\\s+european\\s+(?:summer\\s+)?time|MET(?!\\p{L})|centraleuropeisk\\s+tid', 'Europe/Brussels'],
  ['svensk\\s+tid|swedish\\s+time|stockholm(?:s|\\s+time|stid)', 'Europe/Stockholm'],
  ['EES?T(?!\\p{L})|helsinki\\s+time|finsk\\s+tid|finnish\\s+time', 'Europe/Helsinki'],
  ['UTC(?![+\\p{L}])|GMT(?![+\\p{L}])', 'UTC'],
];
export const ZONE = `(?:${ZONES.map(([pattern]) => pattern).join('|')}|(?:UTC|GMT)?[+-]\\d\\d:?\\d\\d(?!\\d)|Z(?!\\p{L}))`;
export function zoneOf(words: string): string {
  const offset = /([+-]\d\d):?(\d\d)$/.exec(words);
  if (offset) return `${offset[1]}:${offset[2]}`;
  return ZONES.find(([pattern]) => new RegExp(`^(?:${pattern})`, 'iu').test(words))?.[1] ?? 'UTC';
}
