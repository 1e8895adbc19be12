/** Characters that change how the text around them is shown: controls, and marks and overrides of writing direction (Unicode TR 9). */
const INVISIBLE = /[^\P{C}\n\t]/gu;

/** Text from outside as it may be shown: nothing hidden in it. Escaping is the template's work. */
export const shown = (text: string): string => text.replace(INVISIBLE, '');

/** The same, no longer than `most` characters. */
export function clipped(text: string, most: number): string {
  const clean = shown(text);
  return clean.length <= most ? clean : `${clean.slice(0, most - 1).trimEnd()}…`;
}

/** A link only when it is one of the web. */
export function webAddress(url: string | undefined): string | undefined {
  const parsed = url ? URL.parse(url) : undefined;
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}

const dayFormat = new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthFormat = new Intl.DateTimeFormat('sv-SE', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "2026-11-24", "2026-11" or "2026" as a reader writes it: "24 november 2026", "november 2026", "2026". */
export function dayInSwedish(date: string): string {
  if (date.length === 10) return dayFormat.format(new Date(`${date}T00:00:00Z`));
  return date.length === 7 ? monthFormat.format(new Date(`${date}-01T00:00:00Z`)) : date;
}
