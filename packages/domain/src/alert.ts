import { z } from 'zod';
import { instantSchema } from './subscription.ts';

export const alertSchema = z.object({
  /** Id of the News. */
  news: z.string().min(1),
  subscription: z.string().min(1),
  /** Of the match that led to it; 1 when a profile without fields is told everything. */
  probability: z.number().min(0).max(1),
  delivery: z.string().min(1),
});
/** News that one subscription is told, in one Delivery; there is at most one alert for each pair. */
export type Alert = Readonly<z.infer<typeof alertSchema>>;

export const deliveryStateSchema = z.enum(['pending', 'sending', 'sent', 'dead', 'withdrawn']);

export const deliverySchema = z.object({
  /** Its idempotency key too: one delivery is one mail, however many attempts it takes. */
  id: z.string().min(1),
  kind: z.enum(['digest', 'confirmation']),
  recipient: z.string().min(1),
  due: instantSchema,
  /** Fixed when it is queued, so that a mail that arrives twice can be known by it (RFC 5322, 3.6.4). */
  messageId: z.string().regex(/^<[^<>\s]+@[^<>\s]+>$/),
  /** `dead`: given up, for the operator to see to; `withdrawn`: nothing was left to say. */
  state: deliveryStateSchema,
  /** Attempts begun, and those that failed. */
  attempts: z.number().int().nonnegative(),
  failures: z.number().int().nonnegative(),
  nextAttempt: instantSchema,
  lastError: z.string().optional(),
  sent: instantSchema.optional(),
});
/** One mail to one recipient in the outbox, with its attempts. */
export type Delivery = Readonly<z.infer<typeof deliverySchema>>;
