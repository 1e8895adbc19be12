import { z } from 'zod';
import type { Source } from '../source.ts';
import { fetchKommers } from './fetch.ts';
import { parseKommers } from './parse.ts';

/** The page that lists what is being bought now. */
const kommersSettingsSchema = z
  .object({ url: z.url({ protocol: /^https?$/ }).default('https://www.kommersannons.se/stockholm/Notice/NoticeList.aspx?NoticeStatus=1') })
  .strict();
export type KommersSettings = z.infer<typeof kommersSettingsSchema>;

/** The city of Stockholm’s own notices, with those below the EU’s thresholds, which TED does not have. */
export const kommersStockholm: Source<KommersSettings> = {
  id: 'kommers-stockholm',
  label: 'Kommers Annons, Stockholms stad',
  provides: 'notices',
  documentation: 'https://www.kommersannons.se/stockholm/',
  licence: 'No open licence; the operator’s terms of use apply',
  schedule: { cron: '20 7 * * 1-5', lookBackDays: 0 },
  offBecause:
    'Användarvillkoren hos Antirio, som driver Kommers, uppges förbjuda att sidan läses av program, så be om lov först eller läs en sparad sida med ”asf-match ingest”.',
  settings: kommersSettingsSchema,
  fetch: fetchKommers,
  parse: parseKommers,
};
