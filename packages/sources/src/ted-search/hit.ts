import { z } from 'zod';

/** A leaf of the search API: one value or many. The same field has been seen both ways. */
const values = z
  .union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))])
  .nullish()
  .transform((leaf) => (leaf === null || leaf === undefined ? [] : [leaf].flat().map(String)));
const one = values.transform(([first]) => first);
/** By language, ISO 639-3 in lower case; each a text or several. */
const texts = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .nullish()
  .transform((byLanguage): ReadonlyMap<string, readonly string[]> => new Map(Object.entries(byLanguage ?? {}).map(([l, t]) => [l, [t].flat()])));

/**
 * One notice as the TED Search API v3 gives it: the fields asked for, each left out when it has no value. Only the
 * publication number is dependable. Arrays of lots are flattened and not aligned with each other.
 */
export const hitSchema = z.object({
  'publication-number': z.string().regex(/^\d+-\d{4}$/),
  'notice-identifier': one,
  'notice-version': one,
  'procedure-identifier': one,
  'internal-identifier-proc': one,
  'change-notice-version-identifier': one,
  'title-proc': texts,
  'title-lot': texts,
  'description-proc': texts,
  'description-lot': texts,
  'buyer-name': texts,
  'buyer-identifier': values,
  'buyer-country': values,
  'place-of-performance': values,
  'publication-date': one,
  'deadline-receipt-tender-date-lot': values,
  'deadline-receipt-tender-time-lot': values,
  'deadline-receipt-request': values,
  'main-classification-proc': values,
  'classification-cpv': values,
  'contract-nature-main-proc': one,
  'notice-type': one,
  'form-type': one,
  'notice-subtype': one,
  'procedure-type': one,
  'estimated-value-proc': one,
  'estimated-value-cur-proc': one,
  'reserved-procurement-lot': values,
  'social-objective-lot': values,
});
export type Hit = z.infer<typeof hitSchema>;

/** What is asked for: what is read. One unknown name fails the whole call. */
export const FIELDS: readonly string[] = Object.keys(hitSchema.shape);
