import { type CompanySize, type CpvCode, NATURAL_PERSON, readCpvCode, readOrgNumber } from '@asf-match/domain';

/** A cell's text; undefined when it is empty or says that nothing is known. */
export function known(cell: string | undefined): string | undefined {
  const text = cell?.trim();
  return !text || text.toLowerCase() === 'uppgift saknas' ? undefined : text;
}

const TRUE = new Set(['1', 'true', 'ja']);
const FALSE = new Set(['0', 'false', 'nej']);

/**
 * A flag: 1, True and the like, or the column's own words, "Direktivstyrd" or "Inte direktivstyrd ". What is neither
 * is unknown, and never false.
 */
export function readFlag(cell: string | undefined, column: string): boolean | undefined {
  const text = known(cell)?.toLowerCase();
  if (text === undefined) return undefined;
  if (TRUE.has(text) || text === column.toLowerCase()) return true;
  return FALSE.has(text) || text === `inte ${column.toLowerCase()}` || text === `ej ${column.toLowerCase()}` ? false : undefined;
}

/** "79624000 Förmedling av vårdpersonal" is its code; 00000000 stands for none. */
export function readCpvCell(cell: string | undefined): CpvCode | undefined {
  const code = readCpvCode(known(cell)?.split(' ', 1)[0] ?? '');
  return code === '00000000' ? undefined : code;
}

/** "Tjänster", "Varor", "Byggentreprenader". */
export const readNature = (cell: string | undefined) => NATURES[known(cell) ?? ''];
const NATURES: Readonly<Record<string, 'services' | 'supplies' | 'works'>> = { Tjänster: 'services', Varor: 'supplies', Byggentreprenader: 'works' };

export const readSize = (cell: string | undefined): CompanySize | undefined => SIZES[known(cell) ?? ''];
const SIZES: Readonly<Record<string, CompanySize>> = {
  Mikroföretag: 'micro',
  'Små företag': 'small',
  'Medelstora företag': 'medium',
  'Stora företag': 'large',
};

/** A whole number, with spaces between thousands or a decimal part of zeros; undefined when it is none. */
export function readCount(cell: string | undefined): number | undefined {
  const text = known(cell)?.replace(/[\s\u00a0]/g, '');
  return text && /^\d+([.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : undefined;
}

/** Kronor, with comma or point before öre. */
export function readKronor(cell: string | undefined): number | undefined {
  const text = known(cell)
    ?.replace(/[\s\u00a0]/g, '')
    .replace(',', '.');
  return text && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** The number of a legal person; a natural person's is left out. */
export function readBuyerNumber(cell: string | undefined): string | undefined {
  const read = readOrgNumber(known(cell) ?? '');
  return read.kind === 'organisation' ? read.number : undefined;
}

/** A party's name, masked when name or legal form say that it is a person. */
export function readParty(name: string | undefined, legalForm: string | undefined): string | undefined {
  const text = known(name);
  const isPerson = /^(personuppgift|fysisk person)$/i.test(text ?? '') || known(legalForm)?.toLowerCase() === 'fysiska personer';
  return isPerson ? NATURAL_PERSON : text;
}
