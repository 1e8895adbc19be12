import { z } from 'zod';
import { type CpvCode, cpvCodeSchema } from './cpv.ts';
import { parseTsv } from './tsv.ts';

/**
 * The lists of CPV codes in LOU (2016:1145) that open a lighter regime or a reservation:
 *
 * - `annex-2`: bilaga 2, social and other particular services (19 kap. from the first krona, own threshold)
 * - `19-25`: 19 kap. 25 §, may be reserved for organisations with a public service mission
 * - `19-25a`: 19 kap. 25 a §, may be reserved for idéburna organisationer
 */
export const annex2ListSchema = z.enum(['annex-2', '19-25', '19-25a']);
export type Annex2List = z.infer<typeof annex2ListSchema>;

const rowSchema = z.object({ list: annex2ListSchema, from: cpvCodeSchema, to: cpvCodeSchema, label_sv: z.string() });

/** Ranges of codes, ends included, as the law writes them. */
export type Annex2 = readonly Readonly<z.infer<typeof rowSchema>>[];

/** Reads `data/annex2.tsv` (list, from, to, label_sv). @throws Error naming the line. */
export function parseAnnex2(tsv: string): Annex2 {
  return parseTsv(tsv, rowSchema);
}

/** True when a list of the law names the code, alone or in a range. A code that only has a listed ancestor is not listed. */
export const isListed = (code: CpvCode, list: Annex2List, annex2: Annex2): boolean =>
  annex2.some((row) => row.list === list && row.from <= code && code <= row.to);
