import type { Source } from '../source.ts';
import { fetchWatchedPages, type WatchedPagesSettings, watchedPagesSettingsSchema } from './fetch.ts';
import { parseWatchedPage } from './parse.ts';

/** Pages of funders that have nothing a program can read; which ones stands in a table. */
export const watchedPages: Source<WatchedPagesSettings> = {
  id: 'watched-pages',
  label: 'Bevakade webbsidor (Länsstyrelsen, ESF-rådet med flera)',
  provides: 'calls',
  documentation: 'data/watched-pages.tsv',
  licence: 'Utdrag ur myndigheters webbsidor, med länk till sidan',
  schedule: { cron: '10 6 * * *', lookBackDays: 0 },
  settings: watchedPagesSettingsSchema,
  fetch: fetchWatchedPages,
  parse: parseWatchedPage,
};
