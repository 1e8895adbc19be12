import { z } from 'zod';
import { moneySchema } from './money.ts';
import { parseTsv } from './tsv.ts';

const rowSchema = z.object({
  id: z.enum(['direct-award', 'eu-threshold', 'annex-2']),
  from: z.iso.date(),
  to: z.iso.date().optional(),
  amount: z.coerce.number().positive(),
  currency: z.string(),
  verified: z.enum(['yes', 'no']),
  source: z.string().min(1),
});

/**
 * A money limit of LOU (2016:1145) with the days it holds. `verified: false` means that nobody has seen the
 * official text: whoever shows it says so.
 *
 * - `direct-award`: 19 a kap. 2 § (direktupphandling)
 * - `eu-threshold`: 5 kap. 1 § (tröskelvärde, goods and services of a municipality)
 * - `annex-2`: 5 kap. 1 § with bilaga 2 (sociala tjänster och andra särskilda tjänster)
 */
export interface Threshold {
  readonly id: z.infer<typeof rowSchema>['id'];
  readonly from: string;
  readonly to?: string;
  readonly limit: z.infer<typeof moneySchema>;
  readonly verified: boolean;
  readonly source: string;
}

/** Reads `data/thresholds.tsv`. @throws Error naming the line. */
export function parseThresholds(tsv: string): Threshold[] {
  return parseTsv(tsv, rowSchema).map(({ id, from, to, amount, currency, verified, source }) => ({
    id,
    from,
    ...(to && { to }),
    limit: moneySchema.parse({ amount, currency }),
    verified: verified === 'yes',
    source,
  }));
}

/** The limits that hold on a date (`YYYY-MM-DD`), newest first. Limits in kronor and in euro may stand side by side. */
export function thresholdsOn(date: string, thresholds: readonly Threshold[]): Threshold[] {
  return thresholds.filter((t) => t.from <= date && (!t.to || date <= t.to)).sort((a, b) => (a.from < b.from ? 1 : -1));
}
