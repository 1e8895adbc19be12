import { z } from 'zod';
import { failedStep } from '../calls/failed-step.ts';
import type { FetchStep, SourceRequest } from '../source.ts';
import { type EuFundingSettings, PAGE_SIZE, pageUrl, QUERIES, queryForm } from './query.ts';

const pageSchema = z.object({ totalResults: z.number().int().nonnegative(), pageNumber: z.number(), pageSize: z.number(), results: z.array(z.unknown()) });

/** No query has that many; a service that never ends is not followed for ever. */
const MOST_PAGES = 60;

/**
 * Asks the search of the EU Funding & Tenders Portal for open and forthcoming calls of each kind, page by page. Every scan
 * asks for all of them: a call’s deadline changes without notice. The cursor is the query’s number and the page after it.
 *
 * Verified against code and tests of five public clients that run against the live service; never run against it from where this
 * was written. https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/support/apis
 */
export async function* fetchEuFunding({ fetcher, since, cursor, settings, signal }: SourceRequest<EuFundingSettings>): AsyncGenerator<FetchStep> {
  const [firstQuery = 0, firstPage = 1] = (cursor ?? '').split(':').flatMap((n) => (n ? [Number(n)] : []));
  let total = 0;
  for (let n = firstQuery; n < QUERIES.length; n++) {
    const query = QUERIES[n] as (typeof QUERIES)[number];
    for (let page = n === firstQuery ? firstPage : 1; page <= MOST_PAGES; page++) {
      const url = pageUrl(settings.url, page);
      const form = queryForm(query, settings.programmes, since);
      const fetched = await fetcher.fetch({ url, form, accept: ['application/json'] }, signal);
      if (!fetched.ok) {
        yield { kind: 'failed', failure: fetched.failure };
        break;
      }
      if (fetched.unchanged) break;
      const answer = pageSchema.safeParse(jsonOf(fetched.bytes));
      if (!answer.success || answer.data.pageNumber !== page || answer.data.pageSize !== PAGE_SIZE) {
        yield failedStep(
          'eu-funding.page',
          'EU-portalen svarade med en annan sida än den som efterfrågades.',
          `The EU portal answered with another page than ${page} of ${PAGE_SIZE}.`,
        );
        break;
      }
      const { totalResults, results } = answer.data;
      if (page === 1 && cursor === undefined) total += totalResults;
      const isLast = page * PAGE_SIZE >= totalResults || results.length === 0;
      yield {
        kind: 'document',
        document: { bytes: fetched.bytes, origin: settings.url, mediaType: fetched.mediaType },
        cursor: isLast ? `${n + 1}:1` : `${n}:${page + 1}`,
      };
      if (isLast) break;
    }
  }
  if (cursor === undefined) {
    yield { kind: 'total', items: total };
    if (total === 0) yield failedStep('eu-funding.empty', 'EU-portalen gav inga utlysningar alls.', 'The EU portal gave no calls at all.');
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
