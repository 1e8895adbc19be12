import { createServer, type Server } from 'node:http';
import { metricsText } from './metrics.ts';
import type { Health } from './read-health.ts';

/**
 * Answers `/health` (JSON, status 503 when somebody must look) and `/metrics` (Prometheus) on loopback, and nothing else.
 * @returns the server once it listens. @throws Error when the port is taken.
 */
export async function serveHealth(port: number, read: () => Promise<Health>): Promise<Server> {
  const server = createServer((request, response) => {
    const send = (status: number, type: string, body: string): void => {
      response
        .writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
        .end(request.method === 'HEAD' ? '' : body);
    };
    const answer = async (): Promise<void> => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, 'text/plain', 'GET only\n');
      const path = (request.url ?? '').split('?')[0];
      if (path !== '/health' && path !== '/metrics') return send(404, 'text/plain', 'There are /health and /metrics.\n');
      const health = await read();
      if (path === '/metrics') return send(200, 'text/plain; version=0.0.4; charset=utf-8', await metricsText(health));
      send(health.ok ? 200 : 503, 'application/json; charset=utf-8', `${JSON.stringify(health, null, 2)}\n`);
    };
    answer().catch((error: Error) => send(500, 'text/plain', `${error.message}\n`));
  });
  // A name of somebody else’s that leads here must not be able to read it (DNS rebinding): only loopback’s own names are served.
  server.prependListener('request', (request, response) => {
    if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) response.writeHead(421).end();
  });
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return server;
}
