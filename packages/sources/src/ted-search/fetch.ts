import type { FetchOutcome, FetchRequest } from '../source.ts';

const TED_SEARCH_URL = 'https://api.ted.europa.eu/v3/notices/search';
const PAGE = 250;

/** Fields × limit must stay at or under 10,000 a page; one unknown name fails the whole call. */
const FIELDS = [
  'publication-number',
  'notice-identifier',
  'title-proc',
  'title-lot',
  'description-proc',
  'description-lot',
  'buyer-name',
  'buyer-identifier',
  'buyer-country',
  'place-of-performance',
  'publication-date',
  'deadline-receipt-tender-date-lot',
  'deadline-receipt-tender-time-lot',
  'deadline-receipt-request',
  'classification-cpv',
  'main-classification-proc',
  'contract-nature-main-proc',
  'notice-type',
  'form-type',
  'notice-subtype',
  'procedure-type',
  'estimated-value-proc',
  'estimated-value-cur-proc',
  'reserved-procurement-lot',
  'social-objective-lot',
  'official-language',
] as const;

/**
 * Asks the TED Search API v3 for the newest Swedish notices: one page, newest first, one request.
 * Paging to the end, robots, back-off and cursors belong to the scanning worker.
 *
 * Verified against the documented contract and answers recorded by others; never run against the live
 * service from the machine this was written on. https://docs.ted.europa.eu/api/latest/search.html
 */
export async function fetchTedSearch({ since, contact }: FetchRequest, url: string = TED_SEARCH_URL): Promise<FetchOutcome> {
  const { default: got, RequestError } = await import('got');
  const body = {
    query: `(buyer-country IN (SWE)) AND (form-type IN (planning consultation competition)) AND publication-date>=${since.replaceAll('-', '')} SORT BY publication-date DESC`,
    fields: FIELDS,
    limit: PAGE,
    page: 1,
    scope: 'ALL',
    onlyLatestVersions: true,
  };
  try {
    const response = await got.post(url, {
      json: body,
      headers: { 'user-agent': `asf-match/0.1${contact ? ` (${contact})` : ''}`, accept: 'application/json' },
      timeout: { connect: 5_000, request: 20_000 },
      retry: { limit: 0 },
      followRedirect: false,
      throwHttpErrors: false,
      responseType: 'buffer',
    });
    if (response.statusCode !== 200) return { ok: false, key: 'ted.status', sentence: `TED answered with status ${response.statusCode}.` };
    const mediaType = response.headers['content-type'] ?? '';
    if (!mediaType.includes('json'))
      return { ok: false, key: 'ted.not-json', sentence: `TED answered with ${mediaType || 'no content type'} instead of JSON.` };
    return { ok: true, documents: [{ bytes: response.rawBody, origin: url, mediaType: 'application/json' }], sentence: 'TED answered.' };
  } catch (error) {
    if (error instanceof RequestError) return { ok: false, key: 'ted.unreachable', sentence: `TED could not be reached (${error.code}).` };
    throw error;
  }
}
