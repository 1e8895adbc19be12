import type { LookupAddress } from 'node:dns';
import type { OptionsInit, PlainResponse, Request } from 'got';
import { isPublicAddress, literalAddress } from './address.ts';
import { readRetryAfter } from './back-off.ts';
import { ACCEPT_ENCODING, decompress } from './decompress.ts';
import { type FetchFailure, type FetchFailureKind, fetchFailure } from './failure.ts';
import { agentsOf, type Network, pinned } from './network.ts';

/** One answer whose body was had whole, before anything is made of its status. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export interface RequestLimits {
  /** Of the body, as sent and unpacked. */
  readonly bytes: number;
  readonly connectMs: number;
  /** Longest silence. */
  readonly idleMs: number;
  readonly wholeMs: number;
}

/** What is sent, to one URL, without following anything. */
export interface PlainRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

/**
 * Sends one request. Every outcome is a value; the body is bounded while it comes, and again while it is unpacked.
 * A name that leads to an address off the public internet is not connected to, unless `privateAllowed`.
 */
export async function request(
  { url, method, headers, body, signal }: PlainRequest,
  limits: RequestLimits,
  network: Network,
  privateAllowed: boolean,
): Promise<Answer | FetchFailure> {
  const addresses = await addressesOf(url, limits, network);
  if ('key' in addresses) return addresses;
  const hidden = privateAllowed ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
  if (hidden) return fetchFailure('address', url.href, `${url.hostname} → ${hidden.address}`);
  signal?.throwIfAborted();
  const { default: got } = await import('got');
  const options: OptionsInit = {
    method,
    headers: { ...headers, 'accept-encoding': ACCEPT_ENCODING },
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
    agent: await agentsOf(network),
    dnsLookup: pinned(addresses) as never,
    decompress: false,
    followRedirect: false,
    throwHttpErrors: false,
    retry: { limit: 0 },
    timeout: { connect: limits.connectMs, secureConnect: limits.connectMs, socket: limits.idleMs, request: limits.wholeMs },
  };
  const stream: Request = got.stream(url, options as never);
  try {
    let response: PlainResponse | undefined;
    stream.on('response', (r: PlainResponse) => {
      response = r;
    });
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limits.bytes) return fetchFailure('too-large', url.href, `> ${limits.bytes} byte`);
      chunks.push(chunk);
    }
    if (!response) return fetchFailure('cut', url.href);
    const known = flat(response.headers);
    const unpacked = await decompress(Buffer.concat(chunks), known['content-encoding'], limits.bytes);
    if (!Buffer.isBuffer(unpacked)) return fetchFailure(unpacked, url.href, unpacked === 'too-large' ? `> ${limits.bytes} byte` : known['content-encoding']);
    return { status: response.statusCode, headers: known, body: unpacked };
  } catch (error) {
    signal?.throwIfAborted();
    return failureOf(error as NodeJS.ErrnoException, url.href);
  } finally {
    stream.destroy();
  }
}

/** Where a URL leads. No resolver is asked for what is written as an address. */
async function addressesOf(url: URL, { connectMs }: RequestLimits, network: Network): Promise<readonly LookupAddress[] | FetchFailure> {
  const literal = literalAddress(url);
  if (literal) return [{ address: literal, family: literal.includes(':') ? 6 : 4 }];
  const late = Promise.withResolvers<FetchFailure>();
  const timer = setTimeout(() => late.resolve(fetchFailure('timeout', url.href, url.hostname)), connectMs);
  try {
    const found = await Promise.race([network.lookup(url.hostname), late.promise]);
    return 'key' in found || found.length > 0 ? found : fetchFailure('name', url.href, url.hostname);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fetchFailure(code === 'EAI_AGAIN' ? 'connection' : 'name', url.href, `${url.hostname} ${code ?? ''}`.trim());
  } finally {
    clearTimeout(timer);
  }
}

const flat = (headers: NodeJS.Dict<string | string[]>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));

const KINDS: readonly [codes: RegExp, kind: FetchFailureKind][] = [
  [/^ETIMEDOUT$/, 'timeout'],
  [/^(ERR_READING_RESPONSE_STREAM|ERR_HTTP_CONTENT_LENGTH_MISMATCH|ECONNRESET|ERR_STREAM_PREMATURE_CLOSE|HPE_)/, 'cut'],
  [/CERT|SIGNATURE|^ERR_TLS_/, 'certificate'],
];

function failureOf(error: NodeJS.ErrnoException, url: string): FetchFailure {
  const code = error.code ?? error.name;
  return fetchFailure(KINDS.find(([codes]) => codes.test(code))?.[1] ?? 'connection', url, code);
}

const LONGEST_REFUSAL = 2_000;

/** What a status says when it is no success; undefined when it is one. */
export function statusFailure({ status, headers, body }: Answer, url: string, now: number): FetchFailure | undefined {
  if (headers['x-amzn-waf-action']) return fetchFailure('challenge', url, `status ${status}`);
  if (status >= 200 && status < 300) return undefined;
  const retryAt = readRetryAfter(headers['retry-after'], now);
  if (status === 429) return fetchFailure('too-many', url, undefined, retryAt);
  if (status === 404 || status === 410) return fetchFailure('not-found', url, `status ${status}`);
  if (status >= 500) return fetchFailure('server', url, `status ${status}`, retryAt);
  return { ...fetchFailure('refused', url, `status ${status}`, retryAt), answer: body.toString('utf8', 0, LONGEST_REFUSAL) };
}
