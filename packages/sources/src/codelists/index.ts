import { z } from 'zod';
import type { Parsed, Source } from '../source.ts';
import { readCodeList } from './code-list.ts';
import { fetchCodeLists } from './fetch.ts';

const codeListSettingsSchema = z
  .object({
    /** Folder of a release of the eForms SDK, with a slash at its end. A newer release is a newer address. */
    url: z.url({ protocol: /^https?$/ }).default('https://raw.githubusercontent.com/OP-TED/eForms-SDK/1.15.1/codelists/'),
    files: z.array(z.string().regex(/^[\w.-]+\.gc$/)).default(['cpv.gc', 'nuts.gc']),
  })
  .strict();
export type CodeListSettings = z.infer<typeof codeListSettingsSchema>;

/** What CPV and NUTS codes are called, from the Publications Office of the European Union. */
export const codeLists: Source<CodeListSettings> = {
  id: 'code-lists',
  label: 'Officiella kodlistor (CPV och NUTS)',
  provides: 'code lists',
  documentation: 'https://docs.ted.europa.eu/eforms/latest/codelists/index.html',
  licence: 'CC BY 4.0; © European Union, Publications Office of the European Union',
  schedule: { cron: '10 4 1 * *', lookBackDays: 0 },
  settings: codeListSettingsSchema,
  fetch: fetchCodeLists,
  parse: (bytes, origin): Parsed => ({ ...readCodeList(bytes, origin), remarks: [] }),
};
