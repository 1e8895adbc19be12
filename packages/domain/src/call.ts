import { z } from 'zod';
import { momentSchema } from './moment.ts';
import { moneySchema } from './money.ts';

export const roundSchema = z.object({
  opens: momentSchema.optional(),
  /** Several when the call has several cut-off dates or stages. Empty for running application, or when none is known yet. */
  closes: z.array(momentSchema),
  /** When a coming round is expected, in the source’s words: "mars 2027". */
  about: z.string().optional(),
});
/** One opening of a Call with its own dates. */
export type Round = Readonly<z.infer<typeof roundSchema>>;

export const callSchema = z.object({
  /** The source that it was read from. */
  source: z.string().min(1),
  /** Within the source: topic identifier, diary number, page. */
  id: z.string().min(1),
  /** Numbers that other sources know it by: a Swedish diarienummer. */
  references: z.array(z.string()).default([]),
  funder: z.string().min(1),
  programme: z.string().optional(),
  title: z.string().min(1),
  /** Plain text, without names and addresses of persons. */
  text: z.string(),
  language: z.enum(['sv', 'en']),
  published: momentSchema.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** As the source states them; none when its text has to be read for them. */
  rounds: z.array(roundSchema),
  /** Of the whole call, and for one project, when the source has them as figures. */
  budget: moneySchema.optional(),
  min: moneySchema.optional(),
  max: moneySchema.optional(),
  /** Projects that the funder expects to fund. */
  grants: z.number().int().positive().optional(),
  /** What the source itself says, which may be out of date. */
  status: z.enum(['forthcoming', 'open', 'closed', 'unknown']).default('unknown'),
  /** The page speaks of no call that could be read; a person has to (läs sidan). */
  readPage: z.boolean().default(false),
});
/** A funding opportunity (utlysning). */
export type Call = Readonly<z.infer<typeof callSchema>>;

/** `<source>:<id>`, the same for all versions. */
export const callKey = ({ source, id }: Pick<Call, 'source' | 'id'>): string => `${source}:${id}`;

/**
 * Calls without those that another source has as well: a call of the Swedish funders’ common register is left out when the funder’s
 * own source gives one with the same diary number.
 */
export function withoutDoubledCalls(calls: readonly Call[]): Call[] {
  const own = new Set(calls.filter((c) => c.source !== COMMON_REGISTER).flatMap((c) => c.references));
  return calls.filter((c) => c.source !== COMMON_REGISTER || !c.references.some((reference) => own.has(reference)));
}

/** The source id of GDP, Gemensamma data-projektet. */
const COMMON_REGISTER = 'gdp';
