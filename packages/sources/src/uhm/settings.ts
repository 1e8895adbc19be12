import { z } from 'zod';

/** The exports that the market analysis reads, by their number in the agency’s RowStore. */
const DATASETS = [
  // Antal upphandlingar
  '5ad00e4f-0697-4ee5-8dff-1b282a236e64',
  // Antal kontrakterade anbud, med leverantörer
  '582c2145-af7d-4eb5-a02d-dffd60585ff0',
  // Antal anbud per anbudsområde
  '14137f50-c74a-4502-8814-75bf1dbe2a04',
  // Kontrakterat värde
  'a616c14a-3068-407f-a591-f1e2f142e1d2',
] as const;

export const uhmSettingsSchema = z
  .object({
    url: z.url({ protocol: /^https?$/ }).default('https://catalog.upphandlingsmyndigheten.se/rowstore/dataset/'),
    datasets: z.array(z.string().regex(/^[\w-]+$/)).default([...DATASETS]),
    /** The statistics begin with this year. */
    firstYear: z.number().int().min(2021).max(2100).default(2021),
  })
  .strict();
export type UhmSettings = z.infer<typeof uhmSettingsSchema>;
