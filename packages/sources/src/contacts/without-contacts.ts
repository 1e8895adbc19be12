/** Anchored at a border, so that a long word without an at sign is read once. */
const EMAIL = /(?<![^\s@<>;,()])[^\s@<>;,()]+@[^\s@<>;,()]+\.\p{L}{2,}/u;
/** Of Sweden. Not the month of a date, nor the zeros of an amount, nor a CPV code, nor a number of the Official Journal. */
const PHONE =
  /(?:\+46[\s-]?(?:\(0\))?[\s-]?\d{1,3}|(?<![\d/.-])(?<!(?:\d|\/S)[\s\u00a0])\b(?!\d{8}(?!\d))0[1-9]\d{0,2})(?:[\s-]?\d{2,3}|[/–]\d{3})(?:[\s-]?\d{2,3}){1,3}\b/u;
/** A name after the word for who it is; one name alone may be a place or an office. */
const TITLED =
  /(?<=\b[Kk]ontaktperson(?:er)?(?:\s+är|:)?[^\S\n]+|\b(?:[Hh]andläggare|[Uu]pphandlare):[^\S\n]+)\p{Lu}[\p{L}-]+(?:[^\S\n]+\p{Lu}[\p{L}-]+){1,2}/u;
/** A name before a number or an address of its own. */
const NAMED = new RegExp(
  `\\p{Lu}\\p{Ll}+(?:[^\\S\\n]\\p{Lu}[\\p{L}-]+){1,2}(?=,?[^\\S\\n]\\(?(?:tfn|tel\\.?|telefon|e-post)?:?[^\\S\\n]?(?:${EMAIL.source}|${PHONE.source}))`,
  'u',
);
/** With the space before it, which belongs to nothing then. */
const CONTACT = new RegExp(`(?<![^\\S\\n])[^\\S\\n]*(?:${EMAIL.source}|${PHONE.source}|${TITLED.source}|${NAMED.source})`, 'gu');

/**
 * A text without e-mail addresses, telephone numbers and names of contact persons. Organisation numbers, which begin with
 * other digits or have their hyphen after six, stay; so does everything else to the letter.
 */
export function withoutContacts(text: string): { readonly text: string; readonly found: boolean } {
  const clean = text.replace(CONTACT, '');
  return clean === text ? { text, found: false } : { text: clean.trim(), found: true };
}
