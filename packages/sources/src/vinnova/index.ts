import type { Source } from '../source.ts';
import { fetchVinnova, type VinnovaSettings, vinnovaSettingsSchema } from './fetch.ts';
import { parseVinnova } from './parse.ts';

/** Vinnova’s open data: every application round with its call and programme. */
export const vinnova: Source<VinnovaSettings> = {
  id: 'vinnova',
  label: 'Vinnova',
  provides: 'calls',
  documentation: 'https://data.vinnova.se/',
  licence: 'CC0',
  schedule: { cron: '40 5 * * *', lookBackDays: 0 },
  settings: vinnovaSettingsSchema,
  fetch: fetchVinnova,
  parse: parseVinnova,
};
