import { type Call, callSchema, dayMoment, parseTsv, STOCKHOLM } from '@asf-match/domain';
import { z } from 'zod';

const rowSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  funder: z.string().min(1),
  programme: z.string().optional(),
  title: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** The day somebody last looked it up. */
  checked: z.iso.date(),
  text: z.string().min(1),
});

/**
 * Reads `data/funding-calls.tsv`, calls of funders without a source that a program can read: id, funder, programme, title, url,
 * checked (`YYYY-MM-DD`), text. Who may apply, dates and money are read from the text like those of any call.
 * @throws Error naming the line
 */
export function readHandKeptCalls(tsv: string): Call[] {
  return parseTsv(tsv, rowSchema).map(
    ({ checked, ...row }) => callSchema.parse({ source: 'hand-kept', ...row, language: 'sv', rounds: [], published: dayMoment(checked, STOCKHOLM) }) as Call,
  );
}
