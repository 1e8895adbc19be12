import { ALERT_PROBABILITY, InputError, noticeKey } from '@asf-match/domain';
import { type Fetcher, fetchTedXml, parseTedNotice } from '@asf-match/sources';
import type { Store } from '@asf-match/store';

/** Whole notices asked for in a round at most: they are asked one a second. */
const MOST_A_ROUND = 60;
/** After the site has shown its challenge nothing is asked of it for this long. */
const REST_AFTER_CHALLENGE_MS = 24 * 3_600_000;

export interface DetailCounts {
  readonly fetched: number;
  /** Why no more were had, English. */
  readonly failure?: string;
}

/**
 * Fetches the whole notice for those that a search has told of in part and that match somebody: the search flattens lots and
 * leaves out criteria. Each is tried once; what comes is matched anew. A notice that cannot be had stays as the search gave it.
 * @param at ISO instant
 */
export async function fetchDetails(store: Store, fetcher: Fetcher, signal: AbortSignal, at: string, site?: string): Promise<DetailCounts> {
  const rested = new Date(Date.parse(at) - REST_AFTER_CHALLENGE_MS).toISOString();
  if (await store.details.failedSince('fetch.challenge', rested)) return { fetched: 0 };
  let fetched = 0;
  for (const notice of await store.details.wanted('ted', ALERT_PROBABILITY, MOST_A_ROUND)) {
    if (signal.aborted) break;
    const key = noticeKey(notice);
    const answer = await fetchTedXml(fetcher, notice.publicationNumber ?? notice.id, signal, site);
    if (!answer.ok) {
      await store.details.tried(key, answer.failure.key);
      if (answer.failure.key === 'fetch.not-found') continue;
      // It is the site that does not want to be asked; the next round tries the others.
      return { fetched, failure: answer.failure.english };
    }
    const { bytes, origin, mediaType } = answer.document;
    const document = await store.archive.put(bytes);
    await store.documents.record({ sha256: document, source: notice.source, origin, mediaType, bytes: bytes.byteLength });
    try {
      const { notice: whole } = parseTedNotice(bytes, origin);
      // The search and the notice itself may name it differently; it stays one.
      await store.notices.upsertMany([{ notice: { ...whole, source: notice.source, id: notice.id }, document }]);
      await store.details.tried(key);
      fetched += 1;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      await store.details.tried(key, error.problem.key);
    }
  }
  return { fetched };
}
