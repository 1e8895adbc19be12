import type { SourceFailure } from '../fetcher/failure.ts';
import type { Fetcher } from '../fetcher/fetcher.ts';
import type { FetchedDocument } from '../source.ts';
import { publicationNumber } from './publication-number.ts';

const TED = 'https://ted.europa.eu';

/**
 * The whole notice as XML, which has what the search API flattens: lots, criteria and results. `parseTedNotice` reads it.
 *
 * Since 30 September 2026 TED’s protection against programs has been seen to answer such requests with 202, an empty body
 * and `x-amzn-waf-action: challenge`, unless they pose as a browser, which this program never does: expect
 * `fetch.challenge`, and go on with what the search gave. The address was documented and used by others; it was never
 * asked from where this was written. A notice can be 40 MB.
 * @param number "354339-2021", also with leading zeros
 * @param site   another site to ask, for tests
 */
export async function fetchTedXml(
  fetcher: Fetcher,
  number: string,
  signal?: AbortSignal,
  site = TED,
): Promise<{ readonly ok: true; readonly document: FetchedDocument } | { readonly ok: false; readonly failure: SourceFailure }> {
  const publication = publicationNumber(number);
  if (!publication) return { ok: false, failure: noNumber(number) };
  const fetched = await fetcher.fetch({ url: `${site}/en/notice/${publication}/xml`, accept: ['application/xml', 'text/xml'] }, signal);
  if (!fetched.ok) return fetched;
  if (fetched.unchanged) return { ok: false, failure: noNumber(number) };
  return { ok: true, document: { bytes: fetched.bytes, origin: fetched.url, mediaType: fetched.mediaType } };
}

const noNumber = (number: string): SourceFailure => ({
  key: 'ted.publication-number',
  swedish: `${number.slice(0, 40)} är inget publiceringsnummer hos TED.`,
  english: `${number.slice(0, 40)} is no publication number of TED.`,
});
