import { z } from 'zod';
import { rhythmSchema } from './rhythm.ts';
import { fieldIdSchema } from './taxonomy.ts';

/** An ISO instant in UTC, whole seconds. */
export const instantSchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

/** An e-mail address; nothing that could add a header line or a second recipient passes. */
export const addressSchema = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email())
  .transform((address) => address.toLowerCase());

export const recipientSchema = z.object({
  id: z.string().min(1),
  address: addressSchema,
  /** `bounced`: the address does not exist; `complained`: its owner called our mail junk. Nothing more is sent to either. */
  state: z.enum(['ok', 'bounced', 'complained']),
  stateNote: z.string().optional(),
  /** Nothing is sent before this instant. */
  pausedUntil: instantSchema.optional(),
});
/** Who is written to: an organisation's or a role's mailbox. */
export type Recipient = Readonly<z.infer<typeof recipientSchema>>;

/** Whose subscription it is: an ASF, the city's AMN or AMF, the register keeper SBR, or the coordination association. */
export const subscriberRoleSchema = z.enum(['asf', 'amn', 'amf', 'sbr', 'samordningsforbund']);
/** What a subscription is told about: published purchases, planned ones, funding calls, changed last days and cancellations, results. */
export const watchedSchema = z.enum(['notices', 'needs', 'calls', 'deadlines', 'results']);
export type Watched = z.infer<typeof watchedSchema>;

export const subscriptionSchema = z
  .object({
    id: z.string().min(1),
    recipient: z.string().min(1),
    role: subscriberRoleSchema,
    /** `pending` until the owner of the address has confirmed it. */
    status: z.enum(['pending', 'confirmed', 'stopped']),
    /** The profile is this organisation of the register … */
    organisation: z.string().min(1).optional(),
    /** … or these fields. A profile without either is told everything of what it watches. */
    fields: z.array(fieldIdSchema),
    /** Names of municipalities; empty means everywhere. A purchase that does not say where counts as near. */
    area: z.array(z.string().min(1)),
    /** From which probability a purchase is told. */
    threshold: z.number().min(0.05).max(0.95),
    what: z.array(watchedSchema).min(1),
    rhythm: rhythmSchema,
    /** Fields that are never told, whatever else speaks for a purchase. */
    never: z.array(fieldIdSchema),
    /** Fields that are always told: no feedback lowers them. */
    must: z.array(fieldIdSchema),
    /** Items a week in the recent past, counted when it was made. */
    weekly: z.number().nonnegative().optional(),
    /** The unguessable part of its feed's and its calendar's address. */
    feed: z.string().regex(/^[\w-]{32,}$/),
    created: instantSchema,
    confirmed: instantSchema.optional(),
    stopped: instantSchema.optional(),
  })
  // Only what is published may reach a bidder (LOU 4 kap. 1 §, equal treatment).
  .refine(({ role, what }) => role !== 'asf' || !what.includes('needs'), { message: 'an ASF is told only what is published', path: ['what'] });
/** What somebody has asked to be told (bevakning). */
export type Subscription = Readonly<z.infer<typeof subscriptionSchema>>;
