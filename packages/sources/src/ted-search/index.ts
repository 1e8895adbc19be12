import type { Source } from '../source.ts';
import { fetchTedSearch } from './fetch.ts';
import { parseTedSearch } from './parse.ts';
import { type TedSettings, tedSettingsSchema } from './query.ts';

/** TED, the EU’s notice board: Swedish notices of planning, consultation, competition and results. */
export const tedSearch: Source<TedSettings> = {
  id: 'ted',
  label: 'TED (Tenders Electronic Daily)',
  provides: 'notices',
  documentation: 'https://docs.ted.europa.eu/api/latest/search.html',
  licence: 'Reuse under Commission Decision 2011/833/EU; © European Union',
  // New issues of OJ S are final by 09.30 on weekdays; what was published late is caught by the look-back.
  schedule: { cron: '40 6,10,15 * * *', lookBackDays: 5 },
  settings: tedSettingsSchema,
  fetch: fetchTedSearch,
  parse: parseTedSearch,
};
