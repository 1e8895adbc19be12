const EMAIL = /[^\s@<>;,()]+@[^\s@<>;,()]+\.[\p{L}]{2,}/gu;
/** Not the month of a date, nor the zeros of an amount. */
const PHONE = /(?:\+46|(?<![\d/.-])(?<!\d[\s\u00a0])\b0)[\s-]?(?:\(0\))?\d{1,3}[\s-]?\d{2,3}(?:[\s-]?\d{2,3}){1,3}\b/g;

/**
 * A text without e-mail addresses and telephone numbers, which may be a person's. Organisation numbers, which begin
 * with other digits or have their hyphen after six, stay.
 */
export function withoutContacts(text: string): { readonly text: string; readonly found: boolean } {
  const clean = text.replace(EMAIL, '').replace(PHONE, '');
  return clean === text
    ? { text, found: false }
    : {
        text: clean
          .replace(/[^\S\n]{2,}/g, ' ')
          .replace(/[^\S\n]+([,;.])/g, '$1')
          .trim(),
        found: true,
      };
}
