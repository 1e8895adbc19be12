import { isPublicAddress, literalAddress } from './address.ts';
import { LONGEST_WAIT_MS, readRetryAfter, waitBeforeRetry } from './back-off.ts';
import { type FetchFailure, fetchFailure, isPassing, isUnreached } from './failure.ts';
import { Host } from './host.ts';
import { type Network, SYSTEM_NETWORK } from './network.ts';
import { type Answer, type PlainRequest, type RequestLimits, request, statusFailure } from './request.ts';
import { createRobots } from './robots.ts';
import { userAgentOf } from './user-agent.ts';

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
  /** Sent to the URL's own origin only. The User-Agent cannot be set. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Media types that are taken, by their beginning: `application/json`, `text/`. */
  readonly accept: readonly string[];
  /** Names of other hosts than the URL's own that a redirect may lead to. */
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
/** RFC 9309, 2.5 asks for 500 KiB at least. A site with more rules than that is not read at all. */
const ROBOTS_BYTES = 512 * 1024;

/** An answer, or why there is none, and where that was in the end. */
interface Followed {
  readonly result: Answer | FetchFailure;
  readonly url: string;
}

/**
 * Asks sites politely: one request at a time and one a second for each host, robots.txt obeyed (RFC 9309), waits as long as
 * asked, says who it is. No address of a private network is reached from a configured or redirected URL unless the operator
 * has named it. Never poses as a browser. What it knows of hosts it keeps in memory: a process has one fetcher.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { clock = Date.now, random = Math.random, network = SYSTEM_NETWORK, sleep = pause } = options;
  const limits = { ...LIMITS, ...options.limits };
  const userAgent = userAgentOf(options.version, options.contact);
  const permitted = new Map((options.permitted ?? []).map((p) => [p.origin, p]));
  const hosts = new Map<string, Host>();

  function hostOf(url: URL): Host {
    const known = hosts.get(url.host);
    if (known) return known;
    const host = new Host(permitted.get(url.origin)?.intervalMs ?? INTERVAL_MS, { clock, sleep });
    hosts.set(url.host, host);
    return host;
  }

  /** What one page was told holds for the whole host. */
  function heed(host: Host, { status, headers }: Answer): void {
    const retryAt = readRetryAfter(headers['retry-after'], clock());
    if (status === 429) host.restUntil(retryAt ?? clock() + FIRST_WAIT_AFTER_429_MS);
    else if (status >= 500 && retryAt !== undefined) host.restUntil(retryAt);
  }

  /** Why a URL may not be asked at all, before anything is looked up. */
  function refusal(url: URL): FetchFailure | undefined {
    if (!/^https?:$/.test(url.protocol) || url.username || url.password) return fetchFailure('address', url.href, url.protocol);
    const literal = literalAddress(url);
    const hidden = literal ? !isPublicAddress(literal) : /(^|\.)localhost\.?$/i.test(url.hostname);
    return hidden && !permitted.has(url.origin) ? fetchFailure('address', url.href, url.host) : undefined;
  }

  const robots = createRobots(async (robotsTxt, signal) => {
    const plain: PlainRequest = { url: robotsTxt, method: 'GET', headers: { 'user-agent': userAgent, accept: 'text/plain' }, ...(signal && { signal }) };
    const { result } = await follow(plain, [], { ...limits, bytes: ROBOTS_BYTES });
    const failure = 'key' in result ? result : statusFailure(result, robotsTxt.href, clock());
    if (!failure && 'body' in result) return new TextDecoder().decode(result.body);
    // RFC 9309, 2.3.1.3: a site that answers but has no rules may be read; 2.3.1.4: one whose rules cannot be had may not.
    if (failure?.key === 'fetch.refused' || failure?.key === 'fetch.not-found') return '';
    throw failure;
  }, clock);

  /** Why a site's own rules forbid a URL. */
  async function forbidden(url: URL, signal: AbortSignal | undefined): Promise<FetchFailure | undefined> {
    try {
      const rules = await robots(url, signal);
      hostOf(url).slowDownTo(Math.min(rules.delay * 1000, LONGEST_WAIT_MS));
      return rules.allows(url) ? undefined : fetchFailure('robots', url.href);
    } catch (error) {
      signal?.throwIfAborted();
      const failure = error as FetchFailure;
      if (!failure.key) throw error;
      const { english, retryAt } = failure;
      return isUnreached(failure) ? failure : fetchFailure('robots-unread', url.href, english.replace(/\.$/, ''), retryAt);
    }
  }

  /** Sends, and follows redirects to allowed hosts; each is checked as the first was. */
  async function follow(plain: PlainRequest, others: readonly string[], bounds: RequestLimits, checkRobots = false): Promise<Followed> {
    let { url, headers } = plain;
    const first = url;
    const names = [first.hostname, ...others];
    const allowed = (to: URL) =>
      names.includes(to.hostname) &&
      (permitted.has(to.origin) || (['', first.port].includes(to.port) && (to.protocol === 'https:' || first.protocol === 'http:')));
    for (let hop = 0; ; hop++) {
      const refused = refusal(url) ?? (checkRobots ? await forbidden(url, plain.signal) : undefined);
      if (refused) return { result: hop && refused.key === 'fetch.address' ? fetchFailure('redirect', first.href, url.host) : refused, url: url.href };
      const to = { ...plain, url, headers };
      const host = hostOf(url);
      const result = await host.ask(async () => {
        const answer = await request(to, bounds, network, permitted.has(to.url.origin));
        if ('status' in answer) heed(host, answer);
        return answer;
      }, plain.signal);
      if (!('status' in result) || result.status < 300 || result.status > 399 || result.status === 304) return { result, url: url.href };
      const { location } = result.headers;
      const next = location ? URL.parse(location, url) : null;
      // A body is never sent on to another place.
      if (!next || !allowed(next) || hop >= REDIRECTS || plain.body !== undefined)
        return { result: fetchFailure('redirect', first.href, next?.host ?? `status ${result.status}`), url: url.href };
      if (next.origin !== url.origin) headers = { 'user-agent': userAgent, accept: headers.accept ?? '*/*' };
      url = next;
    }
  }

  async function attempt(ask: FetchAsk, url: URL, signal: AbortSignal | undefined): Promise<Fetched> {
    const sent = ask.form ? await partsOf(ask.form) : ask.json === undefined ? undefined : { type: 'application/json', body: JSON.stringify(ask.json) };
    const plain: PlainRequest = {
      url,
      method: sent ? 'POST' : 'GET',
      headers: {
        ...(sent && { 'content-type': sent.type }),
        ...(ask.validators?.etag && { 'if-none-match': ask.validators.etag }),
        ...(ask.validators?.lastModified && { 'if-modified-since': ask.validators.lastModified }),
        ...Object.fromEntries(Object.entries(ask.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
        accept: ask.accept.map((type) => (type.endsWith('/') ? `${type}*` : type)).join(', '),
        'user-agent': userAgent,
      },
      ...(sent && { body: sent.body }),
      ...(signal && { signal }),
    };
    const { result, url: found } = await follow(plain, ask.hosts ?? [], { ...limits, bytes: ask.most ?? limits.bytes }, true);
    if (!('status' in result)) return { ok: false, failure: result };
    if (result.status === 304 && ask.validators) return { ok: true, unchanged: true, url: found };
    const failure = statusFailure(result, found, clock());
    if (failure) return { ok: false, failure };
    if (result.body.length === 0) return { ok: false, failure: fetchFailure('empty', found, `status ${result.status}`) };
    const mediaType = result.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!ask.accept.some((type) => mediaType.startsWith(type))) return { ok: false, failure: fetchFailure('media-type', found, mediaType || '–') };
    const { etag, 'last-modified': lastModified } = result.headers;
    const validators = { ...(etag && { etag }), ...(lastModified && { lastModified }) };
    return { ok: true, unchanged: false, bytes: result.body, mediaType, url: found, validators };
  }

  return {
    async fetch(ask, signal) {
      const url = URL.parse(ask.url);
      if (!url) return { ok: false, failure: fetchFailure('address', ask.url) };
      for (let tried = 1; ; tried++) {
        signal?.throwIfAborted();
        const host = hostOf(url);
        if (host.restsUntil - clock() > LONGEST_WAIT_MS) return { ok: false, failure: fetchFailure('too-many', url.href, undefined, host.restsUntil) };
        const fetched = await attempt(ask, url, signal);
        if (fetched.ok || !isPassing(fetched.failure)) return fetched;
        const { key, retryAt } = fetched.failure;
        const first = key === 'fetch.too-many' ? FIRST_WAIT_AFTER_429_MS : FIRST_WAIT_MS;
        const wait = waitBeforeRetry(tried, first, retryAt === undefined ? undefined : retryAt - clock(), random);
        if (wait > LONGEST_WAIT_MS || tried === (options.attempts ?? ATTEMPTS)) return fetched;
        await sleep(wait, signal);
      }
    },
  };
}

/** Written out whole, because not every site takes a body whose length is not told (RFC 7578). */
async function partsOf(form: FormData): Promise<{ readonly type: string; readonly body: Uint8Array }> {
  const written = new Response(form);
  return { type: written.headers.get('content-type') ?? '', body: new Uint8Array(await written.arrayBuffer()) };
}

const pause = async (ms: number, signal?: AbortSignal): Promise<void> => {
  const { setTimeout } = await import('node:timers/promises');
  await setTimeout(ms, undefined, signal ? { signal } : {});
};
