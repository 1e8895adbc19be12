import PQueue from 'p-queue';
import { isPublicAddress, literalAddress } from './address.ts';
import { LONGEST_WAIT, waitBeforeRetry } from './back-off.ts';
import { type FetchFailure, fetchFailure, isPassing } from './failure.ts';
import { type Network, SYSTEM_NETWORK } from './network.ts';
import { type Answer, type PlainRequest, type RequestLimits, request, statusFailure } from './request.ts';
import { createRobots, ROBOTS_TOKEN, type RobotsAnswer } from './robots.ts';

/** What a site gave to recognise a document by (RFC 9110, 8.8). */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** What is asked for. */
export interface FetchAsk {
  readonly url: string;
  /** With a body the method is POST: JSON as an object, parts as FormData. */
  readonly json?: unknown;
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
  /** Media types that are taken, by their beginning: `application/json`, `text/`. */
  readonly accept: readonly string[];
  /** Other hosts than the URL's own that a redirect may lead to. */
  readonly hosts?: readonly string[];
  /** From the last time, to be told that nothing has changed. */
  readonly validators?: Validators;
  /** Largest body in bytes, if not the fetcher's own limit. */
  readonly most?: number;
}

export type Fetched =
  | {
      readonly ok: true;
      readonly unchanged: false;
      readonly bytes: Uint8Array;
      readonly mediaType: string;
      /** Where it was found in the end. */
      readonly url: string;
      readonly validators: Validators;
    }
  | { readonly ok: true; readonly unchanged: true; readonly url: string }
  | { readonly ok: false; readonly failure: FetchFailure };

/** A place on a private network that the operator has named as allowed, and how far apart its requests must be. */
export interface PermittedOrigin {
  /** `http://127.0.0.1:4711` */
  readonly origin: string;
  readonly intervalMs?: number;
}

export interface FetcherOptions {
  readonly version: string;
  /** An address or page that a site's operator can turn to. */
  readonly contact?: string;
  readonly permitted?: readonly PermittedOrigin[];
  readonly limits?: Partial<RequestLimits>;
  /** How often a site that fails in a passing way is asked in all; 4 unless said. A person who waits wants 1. */
  readonly attempts?: number;
  /** For tests. */
  readonly network?: Network;
  readonly clock?: () => number;
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly random?: () => number;
}

export interface Fetcher {
  /** Never throws but when `signal` is aborted: every outcome is a value. */
  fetch(ask: FetchAsk, signal?: AbortSignal): Promise<Fetched>;
}

const LIMITS: RequestLimits = { bytes: 64 * 1024 * 1024, connectMs: 10_000, idleMs: 30_000, wholeMs: 120_000 };
const INTERVAL_MS = 1000;
const ATTEMPTS = 4;
const REDIRECTS = 5;
const FIRST_WAIT_MS = 2_000;
/** After 429 without Retry-After: what TED’s users have found to work. */
const FIRST_WAIT_AFTER_429_MS = 30_000;
const ROBOTS_BYTES = 512 * 1024;

/**
 * Asks sites politely: one request at a time and one a second for each host, robots.txt obeyed (RFC 9309), waits as long as
 * asked, says who it is. No address of a private network is reached from a configured or redirected URL unless the operator
 * has named it. Never poses as a browser.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { clock = Date.now, random = Math.random, network = SYSTEM_NETWORK } = options;
  const sleep = options.sleep ?? pause;
  const limits = { ...LIMITS, ...options.limits };
  const userAgent = `${ROBOTS_TOKEN}/${options.version}${options.contact ? ` (+${options.contact.replace(/[^\x21-\x7e]+/g, '')})` : ''}`;
  const queues = new Map<string, PQueue>();
  const permitted = new Map((options.permitted ?? []).map((p) => [p.origin, p]));

  /** One at a time and an interval apart for each host. */
  function queueOf(url: URL): PQueue {
    const known = queues.get(url.host);
    if (known) return known;
    const queue = new PQueue({ concurrency: 1, interval: permitted.get(url.origin)?.intervalMs ?? INTERVAL_MS, intervalCap: 1 });
    queues.set(url.host, queue);
    return queue;
  }

  /** Why a URL may not be asked at all, before anything is looked up. */
  function refusal(url: URL): FetchFailure | undefined {
    if (!/^https?:$/.test(url.protocol) || url.username || url.password) return fetchFailure('address', url.href, url.protocol);
    const literal = literalAddress(url);
    const hidden = literal ? !isPublicAddress(literal) : /(^|\.)localhost$/i.test(url.hostname);
    return hidden && !permitted.has(url.origin) ? fetchFailure('address', url.href, url.host) : undefined;
  }

  const robots = createRobots(async (robotsTxt): Promise<RobotsAnswer> => {
    const answer = await follow({ url: robotsTxt, method: 'GET', headers: { 'user-agent': userAgent, accept: 'text/plain' } }, new Set([robotsTxt.hostname]), {
      ...limits,
      bytes: ROBOTS_BYTES,
    });
    if (!('status' in answer.result)) throw answer.result;
    if (answer.result.status >= 500) return 'all-forbidden';
    return answer.result.status === 200 ? { text: answer.result.body.toString('utf8') } : 'all-allowed';
  }, clock);

  /** Sends, and follows redirects to allowed hosts; each is checked as the first was. */
  async function follow(
    plain: PlainRequest,
    hosts: ReadonlySet<string>,
    bounds: RequestLimits,
    checkRobots = false,
  ): Promise<{ result: Answer | FetchFailure; url: string }> {
    let { url } = plain;
    for (let hop = 0; ; hop++) {
      const refused = refusal(url);
      if (refused) return { result: hop ? fetchFailure('redirect', plain.url.href, url.host) : refused, url: url.href };
      if (checkRobots && !(await robots(url)).allows(url)) return { result: fetchFailure('robots', url.href), url: url.href };
      const to = url;
      const result = await queueOf(to).add(() => request({ ...plain, url: to }, bounds, network, permitted.has(to.origin)), {
        ...(plain.signal && { signal: plain.signal }),
      });
      if (!('status' in result) || result.status < 300 || result.status > 399 || result.status === 304) return { result, url: to.href };
      const next = URL.parse(result.headers.location ?? '', to);
      // A body is never sent on to another place.
      if (!next || !hosts.has(next.hostname) || hop >= REDIRECTS || plain.body !== undefined)
        return { result: fetchFailure('redirect', plain.url.href, next?.host ?? `status ${result.status}`), url: to.href };
      url = next;
    }
  }

  async function attempt(ask: FetchAsk, url: URL, signal: AbortSignal | undefined): Promise<Fetched> {
    const body = ask.form ?? (ask.json === undefined ? undefined : JSON.stringify(ask.json));
    const plain: PlainRequest = {
      url,
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'user-agent': userAgent,
        accept: ask.accept.map((type) => (type.endsWith('/') ? `${type}*` : type)).join(', '),
        ...(ask.json !== undefined && { 'content-type': 'application/json' }),
        ...(ask.validators?.etag && { 'if-none-match': ask.validators.etag }),
        ...(ask.validators?.lastModified && { 'if-modified-since': ask.validators.lastModified }),
        ...ask.headers,
      },
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    };
    const hosts = new Set([url.hostname, ...(ask.hosts ?? [])]);
    const { result, url: found } = await follow(plain, hosts, { ...limits, bytes: ask.most ?? limits.bytes }, true);
    if (!('status' in result)) return { ok: false, failure: result };
    if (result.status === 304 && ask.validators) return { ok: true, unchanged: true, url: found };
    const failure = statusFailure(result, found, clock());
    if (failure) return { ok: false, failure };
    if (result.body.length === 0) return { ok: false, failure: fetchFailure('empty', found, `status ${result.status}`) };
    const mediaType = result.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!ask.accept.some((type) => mediaType.startsWith(type))) return { ok: false, failure: fetchFailure('media-type', found, mediaType || 'none') };
    const { etag, 'last-modified': lastModified } = result.headers;
    return {
      ok: true,
      unchanged: false,
      bytes: result.body,
      mediaType,
      url: found,
      validators: { ...(etag && { etag }), ...(lastModified && { lastModified }) },
    };
  }

  return {
    async fetch(ask, signal) {
      const url = URL.parse(ask.url);
      if (!url) return { ok: false, failure: fetchFailure('address', ask.url) };
      for (let tried = 1; ; tried++) {
        signal?.throwIfAborted();
        const fetched = await attempt(ask, url, signal).catch((error: unknown): Fetched => {
          // A site whose robots.txt cannot be asked is not asked for anything else.
          if (typeof error === 'object' && error !== null && 'key' in error) return { ok: false, failure: error as FetchFailure };
          throw error;
        });
        if (fetched.ok || !isPassing(fetched.failure) || tried === (options.attempts ?? ATTEMPTS)) return fetched;
        const { key, retryAt } = fetched.failure;
        const wait = waitBeforeRetry(
          tried,
          key === 'fetch.too-many' ? FIRST_WAIT_AFTER_429_MS : FIRST_WAIT_MS,
          retryAt === undefined ? undefined : retryAt - clock(),
          random,
        );
        if (wait > LONGEST_WAIT) return fetched;
        await sleep(wait, signal);
      }
    },
  };
}

const pause = async (ms: number, signal?: AbortSignal): Promise<void> => {
  const { setTimeout } = await import('node:timers/promises');
  await setTimeout(ms, undefined, signal ? { signal } : {});
};
