import { z } from 'zod';
import type { Fetcher } from '../fetcher/fetcher.ts';
import type { FetchStep, SourceRequest } from '../source.ts';
import type { UhmSettings } from './settings.ts';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]).transform((value) => (value === null ? '' : String(value)));
const pageSchema = z.object({ resultCount: z.number().int().nonnegative(), results: z.array(z.record(z.string(), cell)) });
type Page = z.infer<typeof pageSchema>;

const PAGE_SIZE = 500;

const SENTENCES = {
  shape: ['Statistiken svarade med något annat än en sida rader', 'The statistics answered with something else than a page of rows'],
  year: ['Statistiken har ingen kolumn för år', 'The statistics have no column for the year'],
  short: ['Statistiken gav ett annat antal rader än den sade sig ha', 'The statistics gave another number of rows than they said they had'],
} as const;

const failed = (kind: keyof typeof SENTENCES, detail: string): FetchStep => {
  const [swedish, english] = SENTENCES[kind];
  return { kind: 'failed', failure: { key: `uhm.${kind}`, swedish: `${swedish}: ${detail}.`, english: `${english}: ${detail}.` } };
};

/**
 * Asks Upphandlingsmyndigheten’s RowStore for each dataset and each year, page by page, and hands on one table a dataset
 * and year: a year is put in place of the earlier one as a whole, so a part of it is of no use. The table is written as
 * CSV, as in the agency’s own files, since its JSON repeats every column’s name in every row. The cursor is the last
 * dataset and year that was had. About 900 requests for 2021–2025, a quarter of an hour at one a second.
 *
 * Licence CC0; documentation https://www.upphandlingsmyndigheten.se/om-oss/var-oppna-data/. The envelope, the column names
 * and the filter by a regular expression for each column are as a public client used them in 2026; that a request without
 * a filter gives any row is as RowStore’s own documentation says; nothing was asked for from where this was written. Quirk
 * met: the first column, the year, may have a byte order mark in its name, so the name is learnt from a row. The agency’s
 * CSV files are an alternative, but only one of their addresses is known, and it has 115 MB.
 */
export async function* fetchUhm({ fetcher, since, cursor, settings, signal }: SourceRequest<UhmSettings>): AsyncGenerator<FetchStep> {
  const lastYear = Number(since.slice(0, 4)) + 1;
  const years = Array.from({ length: Math.max(0, lastYear - settings.firstYear + 1) }, (_, i) => settings.firstYear + i);
  const all = settings.datasets.flatMap((dataset) => years.map((year) => ({ dataset, year, mark: `${dataset} ${year}` })));
  const yearColumns = new Map<string, string>();
  for (const { dataset, year, mark } of all.slice(all.findIndex((one) => one.mark === cursor) + 1)) {
    const url = new URL(`${dataset}/json`, settings.url);
    let column = yearColumns.get(dataset);
    if (column === undefined) {
      const first = await pageOf(fetcher, url, { _limit: '1' }, signal);
      if ('kind' in first) return yield first;
      column = Object.keys(first.results[0] ?? {}).find((name) => name.replace(/^\uFEFF/, '').toLowerCase() === 'år');
      if (column === undefined) return yield failed('year', dataset);
      yearColumns.set(dataset, column);
    }
    const rows: Page['results'] = [];
    let count = 0;
    do {
      const page = await pageOf(fetcher, url, { [column]: String(year), _limit: String(PAGE_SIZE), _offset: String(rows.length) }, signal);
      if ('kind' in page) return yield page;
      count = page.resultCount;
      rows.push(...page.results);
      if (page.results.length === 0) break;
    } while (rows.length < count);
    if (rows.length !== count) return yield failed('short', `${mark}: ${rows.length} ≠ ${count}`);
    if (rows.length === 0) continue;
    const bytes = new TextEncoder().encode(csvOf(rows));
    yield { kind: 'document', document: { bytes, origin: `${url.href}?år=${year}`, mediaType: 'text/csv' }, cursor: mark };
  }
}

async function pageOf(fetcher: Fetcher, url: URL, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Page | FetchStep> {
  const fetched = await fetcher.fetch({ url: `${url.href}?${new URLSearchParams(query)}`, accept: ['application/json'] }, signal);
  if (!fetched.ok) return { kind: 'failed', failure: fetched.failure };
  if (fetched.unchanged) return failed('shape', '304');
  try {
    return pageSchema.parse(JSON.parse(new TextDecoder().decode(fetched.bytes)));
  } catch {
    return failed('shape', url.pathname);
  }
}

/** Semicolons and quotes, as the agency writes its files. A column that only some rows have is empty in the others. */
function csvOf(rows: Page['results']): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly string[]): string => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(';');
  return [line(columns.map((name) => name.replace(/^\uFEFF/, ''))), ...rows.map((row) => line(columns.map((name) => row[name] ?? '')))].join('\n');
}
