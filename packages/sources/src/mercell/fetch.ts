import type { SourceFailure } from '../fetcher/failure.ts';
import type { FetchStep, SourceRequest } from '../source.ts';
import { mercellPageSchema } from './hit.ts';
import type { MercellSettings } from './index.ts';

const PAGE_SIZE = 100;

const SENTENCES = {
  shape: ['Mercell svarade med något annat än en sida träffar', 'Mercell answered with something else than a page of hits'],
  page: ['Mercell gav en annan sida än den som efterfrågades', 'Mercell gave another page than the one asked for'],
  pages: ['Mercell har fler sidor än vad som läses åt gången', 'Mercell has more pages than are read at a time'],
} as const;

const failed = (kind: keyof typeof SENTENCES, detail: string): FetchStep => {
  const [swedish, english] = SENTENCES[kind];
  const failure: SourceFailure = { key: `mercell.${kind}`, swedish: `${swedish}: ${detail}.`, english: `${english}: ${detail}.` };
  return { kind: 'failed', failure };
};

/**
 * Reads Mercell’s search for purchases to be delivered in Sweden, page by page to the number of hits that it tells. It
 * mirrors TendSign, Opic, Kommers, e-Avrop and TED. The cursor is the next page’s number.
 *
 * The search is not documented and its terms are not known, so it is off until the operator turns it on (see
 * `offBecause`); never run against the live service from where this was written. Seen by public clients in July and
 * September 2026: no key, 429 with Retry-After, about 5,000 Swedish hits, `id` changes and may be negative.
 */
export async function* fetchMercell({ fetcher, settings, cursor, signal }: SourceRequest<MercellSettings>): AsyncGenerator<FetchStep> {
  const first = Number(cursor ?? 1);
  for (let page = first; ; page++) {
    if (page > settings.mostPages) return yield failed('pages', String(settings.mostPages));
    const url = new URL(settings.url);
    for (const [name, value] of Object.entries({ filter: 'delivery_place_code:SE', lng: 'sv', page, pageSize: PAGE_SIZE }))
      url.searchParams.set(name, String(value));
    const fetched = await fetcher.fetch({ url: url.href, accept: ['application/json'] }, signal);
    if (!fetched.ok) return yield { kind: 'failed', failure: fetched.failure };
    if (fetched.unchanged) return yield failed('shape', '304');
    const read = mercellPageSchema.safeParse(parsed(fetched.bytes));
    if (!read.success) return yield failed('shape', read.error.issues[0]?.path.join('.') || 'JSON');
    const { numRes, page: given, pageSize, results } = read.data;
    if (given !== page) return yield failed('page', `${given} ≠ ${page}`);
    if (page === 1) yield { kind: 'total', items: numRes };
    if (results.length === 0) return;
    const last = page * pageSize >= numRes;
    yield { kind: 'document', document: { bytes: fetched.bytes, origin: url.href, mediaType: fetched.mediaType }, ...(!last && { cursor: String(page + 1) }) };
    if (last) return;
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
