import { z } from 'zod';
import { FIELDS } from './hit.ts';

/** What configuration may set. `area` is where the work is done or who buys: Stockholm county, or all of Sweden. */
export const tedSettingsSchema = z
  .object({
    url: z.url().default('https://api.ted.europa.eu/v3/notices/search'),
    area: z.enum(['stockholm', 'sweden']).default('sweden'),
    /** Whether the whole notice is asked for when a search has told of one that matches somebody, and where. */
    wholeNotices: z.boolean().default(true),
    site: z.url().default('https://ted.europa.eu'),
  })
  .strict();
export type TedSettings = z.infer<typeof tedSettingsSchema>;

/** The API’s caps: notices a page, and fields times notices a page. */
const MOST_A_PAGE = 250;
const MOST_CELLS = 10_000;

/**
 * The body of a search for everything published since a day: planning, consultation, competition and results, in the
 * iteration mode, which alone goes beyond 15,000 notices and does not shift while new ones are published.
 * @param since `YYYY-MM-DD`
 * @param token of the page before
 */
export function tedQuery(since: string, { area }: Pick<TedSettings, 'area'>, token?: string): Record<string, unknown> {
  const where = area === 'stockholm' ? '(place-of-performance IN (SE110)) AND (buyer-country IN (SWE))' : '(buyer-country IN (SWE))';
  return {
    query: `${where} AND (form-type IN (planning consultation competition result)) AND publication-date>=${since.replaceAll('-', '')} SORT BY publication-date DESC`,
    fields: FIELDS,
    limit: Math.min(MOST_A_PAGE, Math.floor(MOST_CELLS / FIELDS.length)),
    scope: 'ALL',
    onlyLatestVersions: true,
    paginationMode: 'ITERATION',
    ...(token !== undefined && { iterationNextToken: token }),
  };
}
