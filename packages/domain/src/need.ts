import { z } from 'zod';
import { cpvCodeSchema } from './cpv.ts';
import { momentSchema } from './moment.ts';
import { moneySchema } from './money.ts';
import { placeSchema } from './place.ts';

/** idé · planerad · förhandsannons · annons, as in domain practice before a purchase. */
export const needStatusSchema = z.enum(['idea', 'planned', 'prior-notice', 'advertised', 'cancelled']);
export type NeedStatus = z.infer<typeof needStatusSchema>;

export const needSchema = z.object({
  /** The plan's own reference ("AMN 2027-03"), else made from the file name. Safe in a file name. */
  id: z.string().regex(/^[\p{L}\d][\p{L}\d._-]*$/u),
  reference: z.string().optional(),
  title: z.string().min(1),
  description: z.string(),
  plannedStart: momentSchema.optional(),
  value: moneySchema.optional(),
  cpv: z.array(cpvCodeSchema),
  places: z.array(placeSchema),
  status: needStatusSchema.optional(),
  /** File and row it was read from: "purchase-plan.csv, row 4". */
  origin: z.string().min(1),
  /** True for made-up rows that ship with the product. */
  example: z.boolean(),
});
/** A planned purchase before any notice exists: a row of the purchase plan, or a draft document. */
export type Need = Readonly<z.infer<typeof needSchema>>;
