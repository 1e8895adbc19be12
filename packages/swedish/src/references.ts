/** A code or a place in a statute that a text refers to; `text.slice(start, end)` is what is written. */
export interface Reference {
  readonly kind: 'cpv' | 'statute';
  /** The eight digits of a code; for a statute what is written, with single spaces. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** CPV: eight digits with or without check digit, and no longer number. */
const CPV = /(?<![\d-])(\d{8})(?:-\d)?(?![\d-])/.source;
/** The acts on public procurement, with or without chapter and section before or after; an act's number in the statute book; chapter and section alone. */
const ACT = /(?:LOU|LUF|LUK|LUFS|LOV|OSL)/.source;
const PLACE = /\d{1,3}\s*kap\.?(?:\s*\d{1,3}\s*[a-z]?\s*§§?)?/.source;
const STATUTE = new RegExp(
  `${CPV}|(?<![\\p{L}\\d])(?:${PLACE}\\s*(?:i\\s+)?${ACT}|${ACT}\\s*${PLACE}|${ACT}|(?:lag(?:en)?|förordning(?:en)?)\\s*\\(\\d{4}:\\d{1,4}\\)(?:\\s+om(?:\\s+\\p{L}+){1,3})?|\\d{4}:\\d{1,4}|${PLACE})(?![\\p{L}\\d])`,
  'gu',
);

/** The CPV codes and the places in statutes that a text names ("90910000-9", "4 kap. 13 § LOU", "lagen (2016:1145) om offentlig upphandling"), in order. Never throws; linear in the length of the text. */
export function references(text: string): Reference[] {
  const found: Reference[] = [];
  for (const match of text.matchAll(STATUTE)) {
    const [written, code] = match;
    found.push({ kind: code ? 'cpv' : 'statute', value: code ?? written.replace(/\s+/g, ' '), start: match.index, end: match.index + written.length });
  }
  return found;
}
