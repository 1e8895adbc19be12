import { z } from 'zod';
import { failedStep } from '../calls/failed-step.ts';
import type { FetchStep, SourceRequest } from '../source.ts';

const AGENCIES = {
  vinnova: 'https://api.vinnova.se/gdp_vinnova',
  formas: 'https://api.formas.se/gdp_formas',
  forte: 'https://api.forte.se/gdp_forte',
  vr: 'https://api.vr.se/gdp_vr',
} as const;
type Agency = keyof typeof AGENCIES;

const agencySchema = (url: string) => z.object({ url: z.url({ protocol: /^https?$/ }).default(url), key: z.string().min(1).max(500).optional() }).prefault({});
export const gdpSettingsSchema = z
  .object({
    vinnova: agencySchema(AGENCIES.vinnova),
    formas: agencySchema(AGENCIES.formas),
    forte: agencySchema(AGENCIES.forte),
    vr: agencySchema(AGENCIES.vr),
  })
  .prefault({});
export type GdpSettings = z.infer<typeof gdpSettingsSchema>;

/**
 * Asks each agency that a key is configured for. The whole list is asked for: with `limit` records have been seen to come without
 * dates and status. The key goes in the query first, as a client found to work, and in the Authorization header, as the
 * specification says, when that is refused.
 *
 * Verified against the OpenAPI document 2.0 and one public client; never run against the live services from where this was written.
 */
export async function* fetchGdp({ fetcher, settings, signal }: SourceRequest<GdpSettings>): AsyncGenerator<FetchStep> {
  const agencies = (Object.keys(AGENCIES) as Agency[]).filter((agency) => settings[agency].key);
  if (agencies.length === 0) return yield failedStep('gdp.no-key', 'Ingen nyckel är inlagd för GDP.', 'No key is configured for GDP.');
  for (const agency of agencies) {
    const { url, key = '' } = settings[agency];
    const list = `${url}/utlysningar`;
    const ask = { accept: ['application/json'] };
    let fetched = await fetcher.fetch({ ...ask, url: `${list}?authorization=${encodeURIComponent(key)}` }, signal);
    if (!fetched.ok && fetched.failure.key === 'fetch.refused') fetched = await fetcher.fetch({ ...ask, url: list, headers: { authorization: key } }, signal);
    // The key must not get into the archive, the log or the failure.
    if (!fetched.ok)
      yield { kind: 'failed', failure: { key: fetched.failure.key, swedish: fetched.failure.swedish, english: `${agency}: ${fetched.failure.english}` } };
    else if (!fetched.unchanged) yield { kind: 'document', document: { bytes: fetched.bytes, origin: list, mediaType: fetched.mediaType } };
  }
}
