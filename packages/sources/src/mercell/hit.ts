import { z } from 'zod';

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? undefined : String(value).trim()));
const list = z
  .array(z.string())
  .nullish()
  .transform((values) => values ?? []);

/** One hit of the search. Field names as two public clients had them in July and September 2026; the rest is not read. */
export const mercellHitSchema = z.object({
  id: text,
  repsNoticeId: text,
  title: text,
  description: text,
  authorityTown: text,
  authorityCountryCode: text,
  publicationDate: text,
  deadline: text,
  value: z.number().nullish(),
  valueUnit: text,
  deliveryPlaceCodes: list,
  cpvCodes: list,
  docTypeCode: text,
  marketType: text,
  boppCategory: text,
  sourceId: text,
  sourceNoticeId: text,
});
export type MercellHit = z.infer<typeof mercellHitSchema>;

export const mercellPageSchema = z.object({
  numRes: z.number().int().nonnegative(),
  page: z.number().int().positive(),
  pageSize: z.number().int().positive(),
  results: z.array(z.unknown()),
});
