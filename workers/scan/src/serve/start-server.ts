import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import type { Service } from './service.ts';

export interface RunningServer {
  readonly port: number;
  /** Answers what has begun and stops. */
  close(): Promise<void>;
}

/** Milliseconds within which a request's head and the whole of it must have come (slow senders hold nothing up). */
const HEAD_MS = 10_000;
const WHOLE_MS = 20_000;
const MOST_CONNECTIONS = 512;

/** @param port 0 takes a free one */
export async function startServer(service: Service, host: string, port: number): Promise<RunningServer> {
  const { createAdaptorServer } = await import('@hono/node-server');
  const server = createAdaptorServer({
    fetch: createApp(service).fetch,
    serverOptions: { headersTimeout: HEAD_MS, requestTimeout: WHOLE_MS, maxHeaderSize: 8192 },
  });
  if ('maxConnections' in server) server.maxConnections = MOST_CONNECTIONS;
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.close();
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      await once(server, 'close');
    },
  };
}
