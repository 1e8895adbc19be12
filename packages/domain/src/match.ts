import { z } from 'zod';
import { fieldIdSchema } from './taxonomy.ts';

export const quoteSchema = z.object({
  /** Which text: `title`, `description`, `lot:LOT-0001:title`, `lot:LOT-0001:description`, `cpv`, `offers`. */
  part: z.string().min(1),
  /** Verbatim; `text === source.slice(start, end)` in UTF-16 units. For `cpv` the eight digits, with start and end 0 and 8. */
  text: z.string().min(1),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});
export type Quote = Readonly<z.infer<typeof quoteSchema>>;

export const reasonRuleSchema = z.enum([
  'prior',
  'concept',
  'negative',
  'cpv',
  'cpv-lookalike',
  'cpv-other',
  'field',
  'own-words',
  'place',
  'reservation',
  'goods',
  'size',
  'language',
  'feedback',
  'work-integration',
]);

export const reasonSchema = z.object({
  rule: reasonRuleSchema,
  field: fieldIdSchema.optional(),
  /** What this piece of evidence adds to the log-odds. The weights of a Match sum to the log-odds of its probability. */
  weight: z.number().finite(),
  /** Words or code in the purchase. */
  quote: quoteSchema.optional(),
  /** Words in the organisation's own text. */
  offer: quoteSchema.optional(),
});
/** One piece of evidence. */
export type Reason = Readonly<z.infer<typeof reasonSchema>>;

const probability = z.number().min(0).max(1);

/** A text or a code read as a field of work. `probability` is the logistic of the sum of the reasons' weights. */
export const classificationSchema = z.object({ field: fieldIdSchema, probability, reasons: z.array(reasonSchema).min(1) });
export type Classification = Readonly<z.infer<typeof classificationSchema>>;

export const subjectRefSchema = z.object({ kind: z.enum(['notice', 'need', 'call']), id: z.string().min(1) });
export type SubjectRef = Readonly<z.infer<typeof subjectRefSchema>>;

export const matchSchema = z.object({
  subject: subjectRefSchema,
  organisation: z.string().min(1),
  /** The field that carries the match, when one does. */
  field: fieldIdSchema.optional(),
  /** The lot that carries it, when one does. */
  lot: z.string().optional(),
  probability,
  reasons: z.array(reasonSchema).min(1),
});
/** Organisation × purchase with its evidence; nothing but the reasons explains the probability. */
export type Match = Readonly<z.infer<typeof matchSchema>>;

/** From even odds and up a match is an alert. */
export const ALERT_PROBABILITY = 0.5;

/** Log-odds to probability. */
export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
export const sumOfWeights = (reasons: readonly Reason[]): number => reasons.reduce((sum, r) => sum + r.weight, 0);
