import { z } from 'zod';
import { parseTsv } from './tsv.ts';

const rowSchema = z.object({
  division: z.string().regex(/^\d{2}$/, 'is two digits'),
  words: z.string().transform((list) => list.split(';').flatMap((phrase) => phrase.trim() || [])),
});

/** What is commonly bought within each division of CPV (two digits), in the words of titles. */
export type CpvWords = readonly { readonly division: string; readonly words: readonly string[] }[];

/** Reads `data/cpv-words.tsv` (division, words parted by semicolons). @throws Error naming the line. */
export const parseCpvWords = (tsv: string): CpvWords => parseTsv(tsv, rowSchema);
