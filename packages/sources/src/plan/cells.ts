import { dayMoment, type Moment, type Money, type NeedStatus, STOCKHOLM } from '@asf-match/domain';

const MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];

/** "2027-03-01", "2027-03", "mars 2027", "Q2 2027", "kvartal 2 2027", "2027": the first day of what is said. */
export function readStart(cell: string): Moment | undefined {
  const text = cell.toLowerCase().trim();
  const day = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text);
  const quarter = /^(?:q|kvartal\s*)([1-4])\s*[-,]?\s*(\d{4})$/.exec(text) ?? /^(\d{4})\s*[-,]?\s*(?:q|kvartal\s*)([1-4])$/.exec(text);
  const month = /^(\p{L}{3,})\.?\s+(\d{4})$/u.exec(text);
  try {
    if (day) return dayMoment(`${day[1]}-${day[2] ?? '01'}-${day[3] ?? '01'}`, STOCKHOLM);
    if (quarter) {
      const [q, year] = quarter[1]?.length === 4 ? [Number(quarter[2]), quarter[1]] : [Number(quarter[1]), quarter[2]];
      return dayMoment(`${year}-${String(q * 3 - 2).padStart(2, '0')}-01`, STOCKHOLM);
    }
    const number = month ? MONTHS.findIndex((name) => name.startsWith(month[1] ?? '-')) + 1 : 0;
    if (month && number > 0) return dayMoment(`${month[2]}-${String(number).padStart(2, '0')}-01`, STOCKHOLM);
  } catch {
    // A day that no calendar has, such as 2027-02-30.
  }
  return undefined;
}

const UNITS: readonly (readonly [pattern: RegExp, factor: number])[] = [
  [/^(?:mdkr|miljarder)/, 1e9],
  [/^(?:mkr|mnkr|msek|mn|m|miljon|miljoner)(?:\s|$)/, 1e6],
  [/^(?:tkr|tsek|ksek|t|tusen)(?:\s|$)/, 1e3],
  [/^(?:kr|kronor|sek|:-)?$/, 1],
];

/** "1 250 000 kr", "1250000", "1,25 mkr", "800 tkr", "1.250.000": kronor. Other currencies and ranges are not read. */
export function readValue(cell: string): Money | undefined {
  const match = /^(?:ca|cirka|c:a)?\.?\s*([\d\s\u00a0.,]+?)\s*([\p{L}:-]*(?:\s+\p{L}+)?)$/u.exec(cell.trim().toLowerCase());
  if (!match?.[1]) return undefined;
  const compact = match[1].replace(/[\s\u00a0]/g, '');
  const digits = /^\d{1,3}(?:[.,]\d{3})+$/.test(compact) ? compact.replace(/[.,]/g, '') : compact.replace(',', '.');
  const number = Number(digits);
  const factor = UNITS.find(([pattern]) => pattern.test(match[2]?.trim() ?? ''))?.[1];
  if (!Number.isFinite(number) || number <= 0 || factor === undefined) return undefined;
  return { amount: Math.round(number * factor), currency: 'SEK' };
}

const STATUS: Readonly<Record<string, NeedStatus>> = {
  idé: 'idea',
  ide: 'idea',
  planerad: 'planned',
  planeras: 'planned',
  förhandsannons: 'prior-notice',
  förhandsannonserad: 'prior-notice',
  annons: 'advertised',
  annonserad: 'advertised',
  avbruten: 'cancelled',
  inställd: 'cancelled',
};

export const readStatus = (cell: string): NeedStatus | undefined => STATUS[cell.trim().toLowerCase()];
