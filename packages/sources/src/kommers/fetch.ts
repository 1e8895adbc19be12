import type { FetchStep, SourceRequest } from '../source.ts';
import type { KommersSettings } from './index.ts';

/**
 * Asks for the city’s list of current purchases: one page, once a day, and only when the operator has turned it on (see
 * `offBecause`). How further pages are asked for is not known, perhaps by a form; when the page shows that there are some,
 * reading it says so (`kommers.more`).
 *
 * Never run against the live service from where this was written. The markup was reconstructed from what a public reader
 * that had run against it in early 2026 looks for; its robots.txt was seen to allow everyone, while the terms for suppliers
 * (3.3) were noted to forbid automated access. The number of a purchase is unique within the city’s own site only.
 */
export async function* fetchKommers({ fetcher, settings, validators, signal }: SourceRequest<KommersSettings>): AsyncGenerator<FetchStep> {
  const known = validators.get(settings.url);
  const fetched = await fetcher.fetch({ url: settings.url, accept: ['text/html'], ...(known && { validators: known }) }, signal);
  if (!fetched.ok) return yield { kind: 'failed', failure: fetched.failure };
  if (fetched.unchanged) return yield { kind: 'unchanged', url: settings.url };
  yield { kind: 'document', document: { bytes: fetched.bytes, origin: settings.url, mediaType: fetched.mediaType }, validators: fetched.validators };
}
