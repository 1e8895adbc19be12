import { z } from 'zod';
import { moneySchema } from './money.ts';
import { contractNatureSchema } from './notice.ts';
import { fieldIdSchema } from './taxonomy.ts';

export const capabilitySchema = z.object({
  field: fieldIdSchema,
  /** Services, supplies or works (eForms `contract-nature`). */
  kind: contractNatureSchema,
  /** Municipality or county names where it is offered; empty means the organisation's own municipalities. */
  area: z.array(z.string()),
  /** The organisation's own words for it; empty when only the field is known. */
  words: z.string(),
});
/** One thing an Organisation offers: field × area × kind, in its own words. */
export type Capability = Readonly<z.infer<typeof capabilitySchema>>;

/** `unverified` until a person has confirmed the row; `closed` rows stay, so that nobody imports them again. */
export const organisationStatusSchema = z.enum(['verified', 'unverified', 'closed']);

export const organisationSchema = z.object({
  /** Stable: the org number when known, else made from the name. Safe in a file name. */
  id: z.string().regex(/^[\p{L}\d][\p{L}\d._-]*$/u),
  name: z.string().min(1),
  /** "556086-8225"; never a personal number. */
  orgNumber: z
    .string()
    .regex(/^\d{6}-\d{4}$/)
    .optional(),
  /** True when the row held a sole trader's number, which is personal and was not kept. */
  orgNumberMasked: z.boolean(),
  legalForm: z.string().optional(),
  municipalities: z.array(z.string()),
  /** NUTS 3 of the municipalities known to us. */
  nuts: z.array(z.string()),
  website: z.url({ protocol: /^https?$/ }).optional(),
  /** What it offers in its own words, as one text. */
  offers: z.string(),
  capabilities: z.array(capabilitySchema),
  /** The largest assignment a year that it says it can take on, without VAT. Its own figure, never our estimate. */
  capacity: moneySchema.optional(),
  status: organisationStatusSchema,
  /** Free words about the status, from the source. */
  statusNote: z.string().optional(),
  source: z.string().min(1),
  /** When the source said so. ISO date, or less: "2016-05-01", "2016-05", "2016". */
  seen: z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/),
  /** File and row it was read from. */
  origin: z.string().min(1),
});
/** An ASF (arbetsintegrerande socialt företag) in the register. Facts about an organisation, never about persons. */
export type Organisation = Readonly<z.infer<typeof organisationSchema>>;

/** True when the row was last seen more than twelve months before `today` (`YYYY-MM-DD`). A bare year counts to its end. */
export function isStale(seen: string, today: string): boolean {
  const full = seen.length === 4 ? `${seen}-12-31` : seen.length === 7 ? `${seen}-31` : seen;
  const limit = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return full < limit;
}
