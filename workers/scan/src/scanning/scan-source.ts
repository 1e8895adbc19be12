import { dateOf, InputError, type Problem, STOCKHOLM } from '@asf-match/domain';
import type { FetchedDocument, Fetcher, SourceFailure, Validators } from '@asf-match/sources';
import { type FinishedScan, LostScan, type Scan } from '@asf-match/store';
import type { ScheduledSource } from '../configuration.ts';
import { type StoreContext, storeParsed } from './store-parsed.ts';

export interface ScanContext extends StoreContext {
  readonly fetcher: Fetcher;
  /** The time now, an ISO instant. */
  readonly clock: () => string;
  readonly leaseSeconds: number;
  /** Aborted when the worker is asked to stop: the scan is then handed back. */
  readonly signal: AbortSignal;
  /** What could not be read, as it is met. */
  readonly onProblem?: (problem: Problem) => void;
}

/** What came of a scan. `handed-back`: the worker is stopping. `lost`: another worker took it over. */
export type ScanEnd = { readonly end: 'finished'; readonly finished: FinishedScan } | { readonly end: 'handed-back' | 'lost' };

/**
 * Runs a scan that was claimed, from where it was broken off: each document is archived before anything is read out of it,
 * read and stored before the next is asked for, and what was done is noted in the transaction that did it. Killed at any
 * moment, whoever takes it up goes on with the next step.
 */
export async function scanSource({ source, settings }: ScheduledSource, scan: Scan, context: ScanContext): Promise<ScanEnd> {
  const { store, fetcher, clock, signal } = context;
  const leaseUntil = (): string => secondsLater(clock(), context.leaseSeconds);
  // A source may be slow to answer: the lease is kept alive beside it.
  const heartbeat = setInterval(() => void store.scans.extend(scan, leaseUntil()).catch(() => {}), (context.leaseSeconds * 1000) / 3);
  const failures: SourceFailure[] = [];
  try {
    for (const { position, sha256, origin } of await store.scans.unread(scan)) await read(position, await store.archive.get(sha256), origin, sha256);
    const request = {
      ...{ fetcher, since: scan.since, settings, signal, validators: await store.scans.validators(scan.source) },
      ...(scan.cursor !== undefined && { cursor: scan.cursor }),
    };
    for await (const step of source.fetch(request)) {
      signal.throwIfAborted();
      if (step.kind === 'document') await keep(step.document, step.cursor, step.validators);
      else if (step.kind === 'total') await store.scans.noteTotal(scan, step.items);
      else if (step.kind === 'failed') failures.push(step.failure);
    }
    return { end: 'finished', finished: await finish() };
  } catch (error) {
    if (error instanceof LostScan) return { end: 'lost' };
    if (signal.aborted) {
      await store.scans.handBack(scan);
      return { end: 'handed-back' };
    }
    const message = `An error in the program itself: ${error instanceof Error ? error.message : String(error)}`;
    context.onProblem?.({ key: 'internal', file: scan.source, message, remedy: 'Report it; the other sources go on.' });
    return { end: 'finished', finished: await store.scans.finish(scan, { ok: false, failure: 'internal', message }) };
  } finally {
    clearInterval(heartbeat);
  }

  async function keep({ bytes, origin, mediaType }: FetchedDocument, cursor: string | undefined, validators: Validators | undefined): Promise<void> {
    const sha256 = await store.archive.put(bytes);
    const document = { sha256, source: scan.source, origin, mediaType, bytes: bytes.byteLength };
    const position = await store.scans.keep(scan, document, {
      leaseUntil: leaseUntil(),
      ...(cursor !== undefined && { cursor }),
      ...(validators && { validators }),
    });
    await read(position, bytes, origin, sha256);
  }

  async function read(position: number, bytes: Uint8Array, origin: string, sha256: string): Promise<void> {
    const day = dateOf({ instant: clock(), zone: STOCKHOLM, precision: 'minute' });
    try {
      const parsed = await source.parse(bytes, origin);
      for (const remark of parsed.remarks) context.onProblem?.(remark);
      await storeParsed(context, scan, { position, sha256, origin, day }, parsed);
      for (const problem of parsed.statistics?.problems ?? []) context.onProblem?.(problem);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      context.onProblem?.({ file: origin, ...error.problem });
      failures.push({ key: error.problem.key, swedish: 'Svaret gick inte att läsa.', english: error.message });
      await store.scans.storeRead(scan, position, { notices: [], refused: true, day });
    }
  }

  async function finish(): Promise<FinishedScan> {
    const { items, fresh, changed, total } = await store.scans.counts(scan);
    const [failure] = failures;
    const counted = `${fresh} new, ${changed} changed, ${items} read`;
    const missing = total !== undefined && items < total ? ` The source speaks of ${total}.` : '';
    const more = failures.length > 1 ? ` (and ${failures.length - 1} more)` : '';
    const message = failure ? `${failure.english}${more} ${counted}.${missing}` : `${counted}.${missing}`;
    return store.scans.finish(scan, { ok: !failure, message, ...(failure && { failure: failure.key }) });
  }
}

const secondsLater = (instant: string, seconds: number): string => `${new Date(Date.parse(instant) + seconds * 1000).toISOString().slice(0, 19)}Z`;
