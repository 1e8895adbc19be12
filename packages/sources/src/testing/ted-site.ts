import { type Behaviour, json } from './replay-server.ts';

/** A notice as the search API gives it. */
export type TedHit = Readonly<Record<string, unknown>> & { readonly 'publication-number': string };

const KNOWN_KEYS = new Set(['query', 'fields', 'page', 'limit', 'scope', 'checkQuerySyntax', 'paginationMode', 'onlyLatestVersions', 'iterationNextToken']);

interface TedSiteOptions {
  /** Newest first. Asked for at every page, so that it may grow between two of them. */
  readonly hits: () => readonly TedHit[];
  /** Adds fields to or changes a page before it is sent; the count is the page's place, from 0. */
  readonly change?: (page: Record<string, unknown>, place: number) => Record<string, unknown>;
  /** Tokens of another run are not known. */
  readonly run?: string;
}

/**
 * The TED Search API v3 as documented, in iteration mode: checks the body, the caps and the token, leaves out fields that
 * were not asked for, and gives an empty last page that still carries a token. Tokens are offsets: what is published
 * while it is read moves everything on, the worst that could happen.
 */
export function tedSite({ hits, change = (page) => page, run = 'run-1' }: TedSiteOptions): Behaviour {
  return (response, asked) => {
    const refuse = (message: string, error: unknown) => {
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ message, error }));
    };
    const body = JSON.parse(asked.body) as { query: string; fields: string[]; limit: number; paginationMode?: string; iterationNextToken?: string };
    const unknown = Object.keys(body).find((key) => !KNOWN_KEYS.has(key));
    if (unknown) return refuse('Validation error', [{ objectName: 'publicExpertSearchRequestV1', field: unknown, message: 'unknown' }]);
    if (!body.query || !body.fields.length) return refuse('Validation error', [{ field: 'fields', message: 'must not be empty' }]);
    if (body.limit > 250) return refuse('SEARCH_EXCEEDS_MAX_LIMIT', { type: 'SEARCH_EXCEEDS_MAX_LIMIT' });
    if (body.limit * body.fields.length > 10_000) return refuse('Too many', { type: 'SEARCH_FIELDS_PER_PAGE_EXCEEDS_MAX_LIMIT' });
    const [tokenRun, offset = '0'] = body.iterationNextToken?.split(':') ?? [run];
    if (tokenRun !== run) return refuse('The iteration token is invalid or has expired', { type: 'SEARCH_ITERATION_TOKEN' });
    const all = hits();
    const from = Number(offset);
    const page = all.slice(from, from + body.limit).map((hit) => {
      const fields = Object.entries(hit).filter(([name]) => body.fields.includes(name));
      return { ...Object.fromEntries(fields), links: { xml: { MUL: `https://ted.europa.eu/en/notice/${hit['publication-number']}/xml` } } };
    });
    const sent = { notices: page, totalNoticeCount: all.length, iterationNextToken: `${run}:${from + page.length}`, timedOut: false };
    return json(change(sent, Math.floor(from / body.limit)))(response, asked);
  };
}

/** So many made-up notices, newest first, all different. */
export const tedHits = (count: number, first = 100_000): TedHit[] =>
  Array.from({ length: count }, (_, i) => {
    const n = first + count - i;
    return {
      'publication-number': `${n}-2026`,
      'notice-identifier': `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      'notice-version': '01',
      'procedure-identifier': `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      'title-proc': { swe: `Lokalvård ${n}` },
      'description-proc': { swe: 'Städning av kommunens lokaler.' },
      'buyer-name': { swe: ['Exempelköpings kommun'] },
      'buyer-country': ['SWE'],
      'publication-date': '2026-11-20+01:00',
      'classification-cpv': ['90919200'],
      'form-type': ['planning', 'consultation', 'competition', 'result'][i % 4],
      'notice-type': 'cn-standard',
    };
  });
