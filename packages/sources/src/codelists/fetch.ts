import type { FetchStep, SourceRequest } from '../source.ts';
import type { CodeListSettings } from './index.ts';

/**
 * Asks for the lists one after the other, once a month; a list that has not changed is not sent again. One that cannot be
 * had does not stop the next.
 *
 * The files are those of the eForms SDK, which the Publications Office publishes at GitHub (Genericode 1.0). Verified in a
 * copy of that repository of July 2026: names, columns and licence, and the layout in the smaller lists; `cpv.gc` (about
 * 33 MB, 24 languages) and `nuts.gc` themselves were not in it, and nothing was ever asked for from where this was written.
 * Quirk met: the parents in `cpv.gc` are incomplete (eForms-SDK issue 1361), so they are not read.
 */
export async function* fetchCodeLists({ fetcher, settings, validators, signal }: SourceRequest<CodeListSettings>): AsyncGenerator<FetchStep> {
  for (const file of settings.files) {
    const url = new URL(file, settings.url).href;
    const known = validators.get(url);
    // GitHub sends its raw files as plain text.
    const accept = ['text/plain', 'text/xml', 'application/xml', 'application/octet-stream'];
    const fetched = await fetcher.fetch({ url, accept, ...(known && { validators: known }) }, signal);
    if (!fetched.ok) yield { kind: 'failed', failure: fetched.failure };
    else if (fetched.unchanged) yield { kind: 'unchanged', url };
    else yield { kind: 'document', document: { bytes: fetched.bytes, origin: url, mediaType: fetched.mediaType }, validators: fetched.validators };
  }
}
