import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A hit of the TED Search API as documented; titles and last days differ. */
export const tedHit = (n: number): Record<string, unknown> => ({
  'publication-number': `${100_000 + n}-2026`,
  'notice-identifier': `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  'title-proc': { swe: `${TITLES[n % TITLES.length]}, område ${n}` },
  'description-proc': { swe: `Köparen söker en leverantör för uppdrag nummer ${n}.` },
  'buyer-name': { swe: [`Exempelköping ${n % 40}`] },
  'buyer-country': ['SWE'],
  'place-of-performance': ['SE110'],
  'publication-date': `2026-11-${String(1 + (n % 24)).padStart(2, '0')}+01:00`,
  'deadline-receipt-tender-date-lot': [`2027-01-${String(10 + (n % 20)).padStart(2, '0')}+01:00`],
  'main-classification-proc': [CODES[n % CODES.length]],
  'classification-cpv': [CODES[n % CODES.length]],
  'contract-nature-main-proc': 'services',
  'form-type': 'competition',
});

const TITLES = [
  'Lokalvård av förskolor',
  'Drift av café',
  'Asfaltering av gator',
  'Trädgårdsskötsel',
  'Konsulter inom IT',
  'Flyttjänster',
  'Tvätt av textilier',
];
const CODES = ['90919300', '55330000', '45233222', '77310000', '72000000', '60000000', '98310000'];

export interface TedServer {
  readonly url: string;
  readonly origin: string;
  /** How often a page was asked for. */
  pages(): number;
  close(): Promise<void>;
}

/** A server on loopback that answers like the TED Search API in its iteration mode, always the same. */
export async function startTedServer(notices: number, delayMs = 0, hit: (n: number) => object = tedHit): Promise<TedServer> {
  let asked = 0;
  const server: Server = createServer(async (request, response) => {
    if (request.method === 'GET') return void response.writeHead(404).end();
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString()) as { limit: number; iterationNextToken?: string };
    asked += 1;
    const from = Number(body.iterationNextToken?.replace('from-', '') ?? 0);
    const hits = Array.from({ length: Math.max(0, Math.min(body.limit, notices - from)) }, (_, i) => hit(from + i));
    if (delayMs) await new Promise((resolve) => setTimeout(resolve, delayMs));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ notices: hits, totalNoticeCount: notices, iterationNextToken: `from-${from + hits.length}`, timedOut: false }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, url: `${origin}/v3/notices/search`, pages: () => asked, close: () => new Promise((resolve) => void server.close(() => resolve())) };
}

/** A configuration that scans nothing but such a server, as fast as it answers. */
export const tedConfiguration = (server: Pick<TedServer, 'url' | 'origin'>, more: object = {}): string =>
  JSON.stringify({
    contact: 'drift@example.se',
    leaseSeconds: 5,
    sources: { '*': { enabled: false }, ted: { enabled: true, settings: { url: server.url, site: server.origin } } },
    network: { permitted: [{ origin: server.origin, intervalMs: 0 }] },
    ...more,
  });
