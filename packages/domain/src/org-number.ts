import library from 'organisationsnummer';

// The package declares an ES default export but ships CommonJS: at run time the import is the class itself.
const Organisationsnummer = library as unknown as typeof library.default;

/**
 * A Swedish organisation number as the register may hold it.
 * A sole trader's number is the person's own identity number (lag 1974:174 om identitetsbeteckning för
 * juridiska personer covers only legal persons), so it is personal data and is kept masked.
 */
export type OrgNumber =
  | { readonly kind: 'organisation'; readonly number: string }
  | { readonly kind: 'personal'; readonly masked: string }
  | { readonly kind: 'invalid' };

/** Reads "556086-8225", "5560868225" or "16556086-8225"; checks length and Luhn digit. */
export function readOrgNumber(text: string): OrgNumber {
  const digits = text.replace(/[\s-]/g, '').replace(/^SE(\d{10})01$/i, '$1');
  if (!/^(\d{10}|\d{12})$/.test(digits) || !Organisationsnummer.valid(digits)) return { kind: 'invalid' };
  const parsed = Organisationsnummer.parse(digits);
  if (parsed.isPersonnummer()) return { kind: 'personal', masked: PERSONAL_MASK };
  return { kind: 'organisation', number: parsed.format(true) };
}

/** What stands where a personal number stood. */
export const PERSONAL_MASK = 'xxxxxx-xxxx';
