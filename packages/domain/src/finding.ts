import { z } from 'zod';

const placeSchema = z.object({
  /** Verbatim from the draft. */
  quote: z.string().min(1),
  /** Line of the text from 1. */
  line: z.number().int().positive(),
  /** Page of a PDF, paragraph of a DOCX, from 1. */
  page: z.number().int().positive().optional(),
  paragraph: z.number().int().positive().optional(),
});
/** Where something stands in a draft. */
export type DraftPlace = Readonly<z.infer<typeof placeSchema>>;

export const findingSchema = z.object({
  /** Id of the barrier, e.g. `oms.min`. */
  id: z.string().min(1),
  category: z.string().min(1),
  /** 3 is worst. */
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  title: z.string().min(1),
  ...placeSchema.shape,
  /** Swedish: what was counted or computed, when something was. */
  detail: z.string().optional(),
  why: z.string().min(1),
  advice: z.string().min(1),
  law: z.string(),
  /** Other places with the same barrier. */
  also: z.array(placeSchema),
});
/** A barrier for small suppliers, or a language problem, in a draft; quoted. */
export type Finding = Readonly<z.infer<typeof findingSchema>>;
