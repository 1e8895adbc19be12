import { z } from 'zod';
import type { News } from './news.ts';
import { instantSchema } from './subscription.ts';

/** News that one subscription is told; there is at most one alert for each pair. */
export interface Alert {
  readonly news: News;
  /** Number of the news in the store. */
  readonly newsId: number;
  readonly subscription: string;
  /** Of the match that led to it; 1 when a profile without fields is told everything. */
  readonly probability: number;
}

export const deliverySchema = z.object({
  /** Its idempotency key too: one delivery is one mail, however many attempts it takes. */
  id: z.number().int().positive(),
  kind: z.enum(['digest', 'confirmation']),
  recipient: z.string().min(1),
  /** Of a confirmation: the subscription to confirm. */
  subscription: z.string().optional(),
  due: instantSchema,
  /** Fixed when it is queued, so that a mail that arrives twice can be known by it (RFC 5322, 3.6.4). */
  messageId: z.string().regex(/^<[^<>\s]+@[^<>\s]+>$/),
  /** `dead`: given up, for the operator to see to; `withdrawn`: nothing was left to say. */
  state: z.enum(['pending', 'sending', 'sent', 'dead', 'withdrawn']),
  /** Attempts begun, and those that failed. */
  attempts: z.number().int().nonnegative(),
  failures: z.number().int().nonnegative(),
  nextAttempt: instantSchema,
  lastError: z.string().optional(),
  sent: instantSchema.optional(),
});
/** One mail to one recipient in the outbox, with its attempts. */
export type Delivery = Readonly<z.infer<typeof deliverySchema>>;
