import { z } from 'zod';
import type { FetchStep, SourceRequest } from '../source.ts';
import { originOf, watchedPageSchema } from './pages.ts';

export const watchedPagesSettingsSchema = z.object({ pages: z.array(watchedPageSchema).default([]) }).prefault({});
export type WatchedPagesSettings = z.infer<typeof watchedPagesSettingsSchema>;

/**
 * Asks for each page of the table. A page that cannot be had is a failure of its own and the others are asked for; a page that is gone
 * (404) is one that somebody must look up again, since sections of these sites move.
 *
 * Addresses and layouts are known from stored copies of the pages’ text and from public clients; none was asked for from where
 * this was written.
 */
export async function* fetchWatchedPages({ fetcher, settings, validators, cursor, signal }: SourceRequest<WatchedPagesSettings>): AsyncGenerator<FetchStep> {
  const done = cursor === undefined ? -1 : settings.pages.findIndex((page) => page.id === cursor);
  for (const page of settings.pages.slice(done + 1)) {
    const known = validators.get(page.url);
    const fetched = await fetcher.fetch({ url: page.url, accept: ['text/html', 'application/xhtml'], ...(known && { validators: known }) }, signal);
    if (!fetched.ok) {
      yield {
        kind: 'failed',
        failure: {
          key: fetched.failure.key,
          swedish: `${page.funder}: ${fetched.failure.swedish}`,
          english: `${page.id}: ${fetched.failure.english} ${page.url}`,
        },
      };
    } else if (fetched.unchanged) yield { kind: 'unchanged', url: page.url };
    else {
      yield {
        kind: 'document',
        document: { bytes: fetched.bytes, origin: originOf(page), mediaType: fetched.mediaType },
        cursor: page.id,
        validators: fetched.validators,
      };
    }
  }
}
