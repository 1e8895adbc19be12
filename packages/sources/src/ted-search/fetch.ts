import { z } from 'zod';
import type { SourceFailure } from '../fetcher/failure.ts';
import type { FetchStep, SourceRequest } from '../source.ts';
import { type TedSettings, tedQuery } from './query.ts';

const pageSchema = z.object({
  notices: z.array(z.unknown()),
  totalNoticeCount: z.number().int().nonnegative().nullish(),
  iterationNextToken: z.string().min(1).nullish(),
  timedOut: z.boolean().optional(),
});

const FAILURES = {
  shape: ['TED svarade med något annat än en sida annonser', 'TED answered with something else than a page of notices'],
  partial: ['TED hann inte svara helt', 'TED ran out of time and sent a part of the page'],
  token: ['TED gav samma sidmärke två gånger', 'TED gave the same page token twice'],
  query: ['TED godtog inte frågan', 'TED did not accept the query'],
} as const;
const failure = (kind: keyof typeof FAILURES, detail = ''): FetchStep => {
  const [swedish, english] = FAILURES[kind];
  const end = detail ? `: ${detail}.` : '.';
  return { kind: 'failed', failure: { key: `ted.${kind}`, swedish: swedish + end, english: english + end } };
};

/** How often a page that TED ran out of time for is asked for again in one run. */
const PARTIAL_TRIES = 3;

/**
 * Reads the TED Search API v3 to the end: page by page, each kept as it came, until an empty page or the total is reached.
 * The cursor is the API’s own page token. A token that has gone stale fails the scan, and the next one starts afresh.
 *
 * Verified against the documented contract and answers recorded by others; never run against the live service from where
 * this was written. Quirks met: `timedOut` comes with status 200 and a part of the page; the last page may be empty and
 * still carry a token; 429 is HTML. https://docs.ted.europa.eu/api/latest/search.html
 */
export async function* fetchTedSearch({ fetcher, since, cursor, settings, signal }: SourceRequest<TedSettings>): AsyncGenerator<FetchStep> {
  let token = cursor;
  let partial = 0;
  let seen = 0;
  const tokens = new Set<string>(cursor === undefined ? [] : [cursor]);
  for (;;) {
    const fetched = await fetcher.fetch({ url: settings.url, json: tedQuery(since, settings, token), accept: ['application/json'] }, signal);
    if (!fetched.ok) return yield refusedQuery(fetched.failure) ?? { kind: 'failed', failure: fetched.failure };
    if (fetched.unchanged) return;
    const page = pageSchema.safeParse(readJson(fetched.bytes));
    if (!page.success) return yield failure('shape', page.error.issues[0]?.path.join('.') || 'no JSON');
    const { notices, totalNoticeCount, iterationNextToken, timedOut } = page.data;
    if (timedOut) {
      partial += 1;
      if (partial === PARTIAL_TRIES) return yield failure('partial');
      continue;
    }
    if (cursor === undefined && seen === 0 && typeof totalNoticeCount === 'number') yield { kind: 'total', items: totalNoticeCount };
    if (notices.length === 0) return;
    seen += notices.length;
    if (iterationNextToken && tokens.has(iterationNextToken)) {
      yield { kind: 'document', document: { bytes: fetched.bytes, origin: settings.url, mediaType: fetched.mediaType } };
      return yield failure('token');
    }
    yield {
      kind: 'document',
      document: { bytes: fetched.bytes, origin: settings.url, mediaType: fetched.mediaType },
      ...(iterationNextToken && { cursor: iterationNextToken }),
    };
    if (!iterationNextToken || (cursor === undefined && seen >= (totalNoticeCount ?? Number.POSITIVE_INFINITY))) return;
    tokens.add(iterationNextToken);
    token = iterationNextToken;
  }
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

const refusalSchema = z.object({
  message: z.string().optional(),
  error: z.union([z.object({ type: z.string() }), z.array(z.object({ field: z.string() }))]).optional(),
});

/** A refusal in which TED names what it did not accept: an unknown field, a wrong value, a stale token. */
function refusedQuery(refused: SourceFailure & { readonly answer?: string }): FetchStep | undefined {
  if (!refused.answer) return undefined;
  const { data } = refusalSchema.safeParse(readJson(new TextEncoder().encode(refused.answer)));
  if (!data) return undefined;
  const named = Array.isArray(data.error) ? data.error.map((e) => e.field).join(', ') : data.error?.type;
  return failure('query', (named ?? data.message ?? '').slice(0, 200));
}
