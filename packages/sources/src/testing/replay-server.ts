import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A request as the server saw it. */
export interface Asked {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** When it came, milliseconds of the process. */
  readonly at: number;
}

/** What the server does with one request. */
export type Behaviour = (response: ServerResponse, asked: Asked) => void | Promise<void>;

/** By path without query. A list is worked through, one a request, and its last is kept. */
export type Script = Readonly<Record<string, Behaviour | readonly Behaviour[]>>;

export interface ReplayServer extends AsyncDisposable {
  readonly origin: string;
  readonly url: (path: string) => string;
  /** Everything asked for so far, robots.txt too. */
  readonly asked: readonly Asked[];
  /** The most requests that were open at the same time. */
  readonly mostAtOnce: number;
}

/**
 * A server on loopback that plays the sites of the world, for tests: `await using server = await replayServer({ … })`.
 * Paths that the script does not name, robots.txt among them, are answered with 404.
 */
export async function replayServer(script: Script): Promise<ReplayServer> {
  const asked: Asked[] = [];
  const played = new Map<string, number>();
  const sockets = new Set<Socket>();
  let open = 0;
  let mostAtOnce = 0;
  const server = createServer(async (request, response) => {
    open += 1;
    mostAtOnce = Math.max(mostAtOnce, open);
    response.once('close', () => {
      open -= 1;
    });
    const at = performance.now();
    const body = Buffer.concat(await request.toArray()).toString();
    const seen = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body, at };
    asked.push(seen);
    const [path = ''] = seen.path.split('?');
    const part = Object.hasOwn(script, path) ? script[path] : undefined;
    const list = part === undefined ? [answer(404, 'not scripted')] : typeof part === 'function' ? [part] : part;
    const turn = played.get(path) ?? 0;
    played.set(path, turn + 1);
    await list[Math.min(turn, list.length - 1)]?.(response, seen);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: (path) => origin + path,
    asked,
    get mostAtOnce() {
      return mostAtOnce;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

type Headers = Readonly<Record<string, string>>;

export const answer =
  (status: number, body: string | Uint8Array = '', headers: Headers = {}): Behaviour =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(body);

export const json = (value: unknown, headers: Headers = {}): Behaviour =>
  answer(200, JSON.stringify(value), { 'content-type': 'application/json', ...headers });

export const html = (body: string, status = 200): Behaviour => answer(status, body, { 'content-type': 'text/html; charset=utf-8' });

export const redirect = (location: string, status = 302): Behaviour => answer(status, '', { location });

/** Answers 304 to who has the current version. */
export const versioned =
  (body: string, etag: string, headers: Headers = {}): Behaviour =>
  (response, asked) =>
    answer(asked.headers['if-none-match'] === etag ? 304 : 200, asked.headers['if-none-match'] === etag ? '' : body, { etag, ...headers })(response, asked);

/** Breaks the connection in the middle of the body, whose length was either told (`length`) or comes in chunks. */
export const cut =
  (framing: 'length' | 'chunked', body = '{"notices":['): Behaviour =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...(framing === 'length' && { 'content-length': String(body.length * 2) }) });
    response.write(body, () => response.socket?.destroy());
  };

/** Breaks the connection before anything is said. */
export const hangUp: Behaviour = (response) => void response.socket?.destroy();

/** Says nothing at all. */
export const silence: Behaviour = () => {};

/** Sends the headers, then a byte at a time, for ever. */
export const drip =
  (everyMs: number): Behaviour =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(' '), everyMs);
    response.once('close', () => clearInterval(timer));
  };

/** A few kilobytes that unpack to so many megabytes of zeros. */
export function bomb(coding: 'gzip' | 'br', megabytes: number): Behaviour {
  const zeros = Buffer.alloc(1024 * 1024);
  const packed =
    coding === 'gzip'
      ? Buffer.concat(new Array(megabytes).fill(gzipSync(zeros, { level: 9 })))
      : brotliCompressSync(Buffer.alloc(megabytes * zeros.length), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
  return answer(200, packed, { 'content-type': 'application/json', 'content-encoding': coding });
}
