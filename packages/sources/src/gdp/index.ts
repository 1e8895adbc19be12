import type { Source } from '../source.ts';
import { fetchGdp, type GdpSettings, gdpSettingsSchema } from './fetch.ts';
import { parseGdp } from './parse.ts';

/** Gemensamma data-projektet: the calls of Vinnova, Formas, Forte and Vetenskapsrådet in one format. */
export const gdp: Source<GdpSettings> = {
  id: 'gdp',
  label: 'GDP (Formas, Forte, Vetenskapsrådet, Vinnova)',
  provides: 'calls',
  documentation: 'https://gdphub.se/',
  licence: 'CC0',
  schedule: { cron: '50 5 * * *', lookBackDays: 0 },
  offBecause: 'Varje myndighet kräver en egen nyckel. Lägg in nycklarna i inställningarna och slå på källan.',
  settings: gdpSettingsSchema,
  fetch: fetchGdp,
  parse: parseGdp,
};
