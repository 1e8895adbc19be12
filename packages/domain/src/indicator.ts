import { z } from 'zod';

export const indicatorSchema = z.object({
  /** Name of the indicator's file, e.g. `asf-in-field`. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Swedish, as a reader sees it. */
  label: z.string().min(1),
  value: z.number(),
  unit: z.string(),
  /** How many cases it rests on. */
  n: z.number().int().nonnegative(),
  method: z.string().min(1),
  source: z.string().min(1),
  /** ISO date on which the data was read. */
  date: z.iso.date(),
});
/** One figure of the market analysis, with its method and its source. */
export type Indicator = Readonly<z.infer<typeof indicatorSchema>>;

export const findingSchema = z.object({
  id: z.string().min(1),
  category: z.string().min(1),
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  quote: z.string().min(1),
  line: z.number().int().positive(),
  advice: z.string().min(1),
  law: z.string().optional(),
});
/** A barrier for small suppliers, or a language problem, in a draft; quoted. */
export type Finding = Readonly<z.infer<typeof findingSchema>>;
