import { z } from 'zod';
import { failedStep } from '../calls/failed-step.ts';
import type { SourceFailure } from '../fetcher/failure.ts';
import type { FetchStep, SourceRequest } from '../source.ts';

export const vinnovaSettingsSchema = z
  .object({
    url: z.url({ protocol: /^https?$/ }).default('https://data.vinnova.se/api'),
    /** How many months back a list is asked for: longer ones have been seen to time out. */
    months: z.number().int().min(1).max(60).default(24),
  })
  .prefault({});
export type VinnovaSettings = z.infer<typeof vinnovaSettingsSchema>;

/** The most diary numbers that one request may name. */
const MOST_NUMBERS = 20;
type List = 'ansokningsomgangar' | 'utlysningar' | 'program';
type Rows = readonly Readonly<Record<string, unknown>>[];

/**
 * Asks Vinnova’s open data for the application rounds of the last months, and for the calls and programmes that they belong
 * to, and gives the three lists as one document: rounds cannot be read without them. An empty list of rounds is an error: there
 * is no month without any.
 *
 * Verified against the documentation page and answers printed by two public clients; never run against the live service from
 * where this was written. https://data.vinnova.se/
 */
export async function* fetchVinnova({ fetcher, since, settings, signal }: SourceRequest<VinnovaSettings>): AsyncGenerator<FetchStep> {
  const from = monthsBefore(since, settings.months);
  const rounds = await ask('ansokningsomgangar', from);
  if ('failure' in rounds) return yield { kind: 'failed', failure: rounds.failure };
  if (rounds.rows.length === 0)
    return yield failedStep('vinnova.empty', 'Vinnova gav inga ansökningsomgångar alls.', `Vinnova gave no application rounds since ${from}.`);
  const calls = await askNumbers('utlysningar', numbersIn(rounds.rows, 'DiarienummerUtlysning'));
  if ('failure' in calls) return yield { kind: 'failed', failure: calls.failure };
  const programmes = await askNumbers('program', numbersIn(calls.rows, 'DiarienummerProgram'));
  if ('failure' in programmes) return yield { kind: 'failed', failure: programmes.failure };
  const envelope = JSON.stringify({ ansokningsomgangar: rounds.rows, utlysningar: calls.rows, program: programmes.rows });
  yield { kind: 'total', items: rounds.rows.length };
  yield { kind: 'document', document: { bytes: new TextEncoder().encode(envelope), origin: settings.url, mediaType: 'application/json' } };

  async function ask(list: List, what: string): Promise<{ readonly rows: Rows } | { readonly failure: SourceFailure }> {
    const fetched = await fetcher.fetch({ url: `${settings.url}/${list}/${what}`, accept: ['application/json'] }, signal);
    if (!fetched.ok) return { failure: fetched.failure };
    const rows = fetched.unchanged ? undefined : rowsOf(fetched.bytes);
    if (rows) return { rows };
    return {
      failure: {
        key: 'vinnova.shape',
        swedish: 'Vinnova svarade med något annat än en lista.',
        english: `Vinnova answered with something else than a list of ${list}.`,
      },
    };
  }

  async function askNumbers(list: List, numbers: readonly string[]): Promise<{ readonly rows: Rows } | { readonly failure: SourceFailure }> {
    const rows: Record<string, unknown>[] = [];
    for (let i = 0; i < numbers.length; i += MOST_NUMBERS) {
      const answer = await ask(list, numbers.slice(i, i + MOST_NUMBERS).join(','));
      if ('failure' in answer) return answer;
      rows.push(...answer.rows);
    }
    return { rows };
  }
}

/** Persons are in `KontaktLista`; they are not even kept in the archive. */
function rowsOf(bytes: Uint8Array): Rows | undefined {
  try {
    const rows: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!Array.isArray(rows)) return undefined;
    return rows.map(({ KontaktLista: _persons, ...row }: Record<string, unknown>) => row);
  } catch {
    return undefined;
  }
}

const numbersIn = (rows: Rows, field: string): string[] => [
  ...new Set(rows.flatMap((row) => (typeof row[field] === 'string' && /^\d{4}-\d+$/.test(row[field]) ? [row[field]] : []))),
];

function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}
