import { z } from 'zod';
import { momentSchema } from './moment.ts';

export const roundSchema = z.object({
  opens: momentSchema.optional(),
  /** Several when the call has several cut-off dates. Empty for running application. */
  closes: z.array(momentSchema),
});
/** One opening of a Call with its own dates. */
export type Round = Readonly<z.infer<typeof roundSchema>>;

export const callSchema = z.object({
  source: z.string().min(1),
  id: z.string().min(1),
  funder: z.string().min(1),
  title: z.string().min(1),
  text: z.string(),
  language: z.enum(['sv', 'en']),
  url: z.url({ protocol: /^https?$/ }).optional(),
  rounds: z.array(roundSchema),
});
/** A funding opportunity (utlysning). */
export type Call = Readonly<z.infer<typeof callSchema>>;
