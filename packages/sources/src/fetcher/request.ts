import type { OptionsInit, PlainResponse, Request } from 'got';
import { readRetryAfter } from './back-off.ts';
import { ACCEPT_ENCODING, decompress } from './decompress.ts';
import { type FetchFailure, fetchFailure } from './failure.ts';
import { agentsOf, guardedLookup, type Network, PRIVATE_ADDRESS } from './network.ts';

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
  readonly body?: string | FormData;
  readonly signal?: AbortSignal;
}

/** Sends one request. Every outcome is a value; the body is bounded while it comes, and again while it is unpacked. */
export async function request(
  { url, method, headers, body, signal }: PlainRequest,
  limits: RequestLimits,
  network: Network,
  privateAllowed: boolean,
): Promise<Answer | FetchFailure> {
  const { default: got } = await import('got');
  const options: OptionsInit = {
    method,
    headers: { ...headers, 'accept-encoding': ACCEPT_ENCODING },
    ...(body !== undefined && { body: body as string }),
    ...(signal && { signal }),
    agent: agentsOf(network),
    dnsLookup: (privateAllowed ? network.lookup : guardedLookup(network)) as never,
    decompress: false,
    followRedirect: false,
    throwHttpErrors: false,
    retry: { limit: 0 },
    timeout: { lookup: limits.connectMs, connect: limits.connectMs, secureConnect: limits.connectMs, socket: limits.idleMs, request: limits.wholeMs },
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
      if (length > limits.bytes) return fetchFailure('too-large', url.href, `over ${limits.bytes} bytes`);
      chunks.push(chunk);
    }
    if (!response) return fetchFailure('cut', url.href);
    const known = flat(response.headers);
    const unpacked = await decompress(Buffer.concat(chunks), known['content-encoding'], limits.bytes);
    if (!Buffer.isBuffer(unpacked))
      return fetchFailure(unpacked, url.href, unpacked === 'too-large' ? `over ${limits.bytes} bytes` : known['content-encoding']);
    return { status: response.statusCode, headers: known, body: unpacked };
  } catch (error) {
    signal?.throwIfAborted();
    return failureOf(error as NodeJS.ErrnoException, url.href);
  } finally {
    stream.destroy();
  }
}

const flat = (headers: NodeJS.Dict<string | string[]>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));

function failureOf(error: NodeJS.ErrnoException, url: string): FetchFailure {
  const code = error.code ?? error.name;
  if (code === PRIVATE_ADDRESS || (error.cause as NodeJS.ErrnoException | undefined)?.code === PRIVATE_ADDRESS)
    return fetchFailure('address', url, error.message);
  if (code === 'ETIMEDOUT') return fetchFailure('timeout', url);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return fetchFailure('name', url, code);
  if (code === 'ERR_READING_RESPONSE_STREAM' || code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') return fetchFailure('cut', url, code);
  return fetchFailure('connection', url, code);
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
