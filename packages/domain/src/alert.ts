import { z } from 'zod';
import { subjectRefSchema } from './match.ts';
import { momentSchema } from './moment.ts';

export const alertSchema = z.object({ organisation: z.string().min(1), subject: subjectRefSchema, since: momentSchema });
/** A Match at or above even odds that is handed to the organisation it concerns (bevakning). */
export type Alert = Readonly<z.infer<typeof alertSchema>>;

export const deliverySchema = z.object({
  alert: alertSchema,
  channel: z.enum(['file', 'mail', 'feed', 'calendar']),
  attempt: z.number().int().positive(),
  at: momentSchema,
  outcome: z.enum(['delivered', 'failed']),
});
/** One attempt to hand an Alert over. */
export type Delivery = Readonly<z.infer<typeof deliverySchema>>;
