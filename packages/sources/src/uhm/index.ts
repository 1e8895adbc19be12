import type { Source } from '../source.ts';
import { fetchUhm } from './fetch.ts';
import { readUhm } from './read-uhm.ts';
import { type UhmSettings, uhmSettingsSchema } from './settings.ts';

/** What Swedish authorities bought, year by year: procurements, who got the contracts, how many tenders came, for how much. */
export const uhmStatistics: Source<UhmSettings> = {
  id: 'uhm',
  label: 'Upphandlingsmyndighetens statistik',
  provides: 'statistics',
  documentation: 'https://www.upphandlingsmyndigheten.se/om-oss/var-oppna-data/',
  licence: 'CC0; source: Upphandlingsmyndigheten, worked up here',
  // Published once a year, with corrections in between.
  schedule: { cron: '30 2 12 3,6,10 *', lookBackDays: 0 },
  settings: uhmSettingsSchema,
  fetch: fetchUhm,
  parse: (bytes, origin) => ({ statistics: readUhm(whole(bytes), origin), remarks: [] }),
};

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
