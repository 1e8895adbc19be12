import { z } from 'zod';

/** Fewer cases than this are shown one by one and never as a rate: one more or less would change it by a fifth or more. */
export const LEAST_FOR_RATE = 5;

const figureShape = {
  /** Name of the indicator's folder, e.g. `asf-in-field`. One indicator may give several figures, which differ by label. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Swedish, as a reader sees it. */
  label: z.string().min(1),
  /** How many cases it rests on. */
  n: z.number().int().nonnegative(),
  /** First and last day that the cases are from; for a register, the day it was read. */
  period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  /** Swedish: what was counted, and how. */
  method: z.string().min(1),
  source: z.string().min(1),
  /** ISO date on which the data was read. */
  date: z.iso.date(),
  /** Swedish sentences: what makes the figure uncertain, and for how many cases something is missing. */
  notes: z.array(z.string()),
};

const columnSchema = z.object({ label: z.string().min(1), unit: z.enum(['text', 'count', 'SEK', 'date', 'percent']) });
/** A number as it is, a text, or null: “uppgift saknas”. */
const cellSchema = z.union([z.string(), z.number(), z.null()]);
const tableShape = { columns: z.array(columnSchema).min(1), rows: z.array(z.array(cellSchema)) };

export const indicatorSchema = z.discriminatedUnion('kind', [
  /** One number. With a spread the value is the median, and lower and upper are the quartiles. */
  z.object({
    kind: z.literal('value'),
    ...figureShape,
    value: z.number(),
    /** "ASF", "anbud", "SEK". */
    unit: z.string(),
    spread: z.object({ least: z.number(), lower: z.number(), upper: z.number(), most: z.number() }).optional(),
  }),
  /** `part` of the n cases. */
  z.object({ kind: z.literal('share'), ...figureShape, part: z.number().int().nonnegative() }),
  /** Counts by group, a row each. */
  z.object({ kind: z.literal('table'), ...figureShape, ...tableShape }),
  /** Single cases, a row each: as examples, or because they are too few for a rate. */
  z.object({ kind: z.literal('cases'), ...figureShape, ...tableShape }),
]);
/** One figure of the market analysis, with its method and its source. */
export type Indicator = Readonly<z.infer<typeof indicatorSchema>>;
export type IndicatorCell = z.infer<typeof cellSchema>;
