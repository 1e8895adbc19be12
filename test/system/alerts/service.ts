import type { Subscription } from '@asf-match/domain';
import { createComposer } from '../../../workers/scan/src/alerts/compose.ts';
import { startServer } from '../../../workers/scan/src/serve/start-server.ts';
import { alertStore, barriers, cleaner, links, reference, subscribe } from './alert-store.ts';

/** The service on a free port of loopback, with one confirmed subscription. */
export async function startService(part: { readonly publicUrl?: string; readonly trustProxy?: boolean } = {}) {
  const at = await alertStore();
  const clock = () => at.time.now;
  const publicUrl = part.publicUrl ?? 'https://asf.example.se';
  const composer = await createComposer({ store: at.store, reference, organisations: [cleaner('asf-1')], barriers, links, publicUrl, clock });
  const server = await startServer(
    {
      ...{
        store: at.store,
        composer,
        links,
        reference,
        isHoliday: () => false,
        publicUrl,
        mailDomain: 'example.se',
        clock,
        trustProxy: part.trustProxy ?? false,
      },
      frame: () => ({ today: at.time.now.slice(0, 10), version: 'test' }),
    },
    '127.0.0.1',
    0,
  );
  const base = `http://127.0.0.1:${server.port}`;
  const subscription: Subscription = await subscribe(at.store, 's1', 'info@exempel.se');
  const get = (path: string, headers: Record<string, string> = {}) => fetch(base + path, { headers, redirect: 'manual' });
  const post = (path: string, body: Record<string, string> | string, headers: Record<string, string> = {}) =>
    fetch(base + path, {
      ...{ method: 'POST', redirect: 'manual', body: typeof body === 'string' ? body : new URLSearchParams(body).toString() },
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  return { ...at, base, port: server.port, subscription, get, post, close: () => server.close().then(at.close) };
}
