import { z } from 'zod';
import type { Source } from '../source.ts';
import { fetchMercell } from './fetch.ts';
import { parseMercell } from './parse.ts';

const mercellSettingsSchema = z
  .object({
    url: z.url({ protocol: /^https?$/ }).default('https://search-service-api.discover.app.mercell.com/public/api/v1/search'),
    /** Of 100 hits; with more than that something is wrong, or the filter does not work. */
    mostPages: z.number().int().min(1).max(500).default(100),
  })
  .strict();
export type MercellSettings = z.infer<typeof mercellSettingsSchema>;

/** Swedish notices of several databases in one search, requests for information and plans among them. */
export const mercell: Source<MercellSettings> = {
  id: 'mercell',
  label: 'Mercell, sökning',
  provides: 'notices',
  documentation: 'https://app.mercell.com/',
  licence: 'No open licence; terms of use not known',
  schedule: { cron: '50 5 * * 1-5', lookBackDays: 0 },
  offBecause: 'Mercells sökning är inte dokumenterad och dess användarvillkor för läsning med program är inte kända, så fråga Mercell innan den slås på.',
  settings: mercellSettingsSchema,
  fetch: fetchMercell,
  parse: parseMercell,
};
