import { z } from 'zod';

/**
 * A code of the Common Procurement Vocabulary (Regulation (EC) No 213/2008): eight digits, check digit dropped.
 * The tree is derived from the digits, never from a published list, whose parent links are incomplete.
 */
export const cpvCodeSchema = z.string().regex(/^\d{8}$/);
export type CpvCode = string;

/** Reads "90911200-8", "90911200" or "90 91 12 00"; undefined when it is not eight digits with an optional check digit. */
export function readCpvCode(text: string): CpvCode | undefined {
  return /^(\d{8})(?:-?\d)?$/.exec(text.replace(/\s/g, ''))?.[1];
}

/** The significant digits of a code, never fewer than two (a division): 90911200 → "909112", 30000000 → "30". */
export const cpvPrefix = (code: CpvCode): string => code.slice(0, 2) + code.slice(2).replace(/0+$/, '');

/** The first two digits: "90". */
export const cpvDivision = (code: CpvCode): string => code.slice(0, 2);

/** How many digits carry meaning: 2 (division) to 8. */
export const cpvDepth = (code: CpvCode): number => cpvPrefix(code).length;

/** The code's ancestors from nearest to division: 90911200 → 90911000, 90910000, 90900000, 90000000. */
export function cpvAncestors(code: CpvCode): CpvCode[] {
  const prefix = cpvPrefix(code);
  const ancestors: CpvCode[] = [];
  for (let length = prefix.length - 1; length >= 2; length--) {
    const ancestor = prefix.slice(0, length).padEnd(8, '0');
    if (ancestor !== ancestors.at(-1) && ancestor !== code) ancestors.push(ancestor);
  }
  return ancestors;
}

/** How `code` stands to `other` in the tree. */
export function cpvRelation(code: CpvCode, other: CpvCode): 'same' | 'below' | 'above' | 'apart' {
  const a = cpvPrefix(code);
  const b = cpvPrefix(other);
  if (a === b) return 'same';
  if (a.startsWith(b)) return 'below';
  return b.startsWith(a) ? 'above' : 'apart';
}

/** Supplies are divisions 03–44 and 48, works 45, the rest services (Regulation 213/2008, annex I structure). */
export function cpvNature(code: CpvCode): 'supplies' | 'works' | 'services' {
  const division = Number(code.slice(0, 2));
  if (division === 45) return 'works';
  return division <= 44 || division === 48 ? 'supplies' : 'services';
}

export const cpvLabelSchema = z.object({ code: cpvCodeSchema, sv: z.string().min(1), en: z.string().min(1).optional() });
/** One row of the official list, which is imported and never shipped. */
export type CpvLabel = Readonly<z.infer<typeof cpvLabelSchema>>;
