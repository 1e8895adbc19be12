import type { Source } from '../source.ts';
import { fetchEuFunding } from './fetch.ts';
import { parseEuFunding } from './parse.ts';
import { type EuFundingSettings, euFundingSettingsSchema } from './query.ts';

/** The EU’s own calls: direct management, external action, and money handed on by projects. */
export const euFunding: Source<EuFundingSettings> = {
  id: 'eu-funding',
  label: 'EU Funding & Tenders Portal',
  provides: 'calls',
  documentation: 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/support/apis',
  licence: '© European Union, CC BY 4.0',
  schedule: { cron: '20 5 * * *', lookBackDays: 0 },
  settings: euFundingSettingsSchema,
  fetch: fetchEuFunding,
  parse: parseEuFunding,
};
