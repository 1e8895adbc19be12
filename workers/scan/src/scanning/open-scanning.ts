import { createFetcher, type Fetcher, type FetcherOptions, parseWatchedPages, watchedPages } from '@asf-match/sources';
import { configurationFile, loadWorkPlan, type ScheduledSource, type WorkPlan } from '../configuration.ts';
import { loadTable } from '../data.ts';
import type { GlobalOptions } from '../settings.ts';
import { sources } from '../sources.ts';
import { VERSION } from '../version.ts';

export interface ScanningOptions extends GlobalOptions {
  readonly config?: string;
}

/** The plan of the configuration that the options name. @throws InputError */
export async function planOf(options: ScanningOptions): Promise<WorkPlan> {
  const plan = await loadWorkPlan(configurationFile(options.data, options.config), sources);
  return { ...plan, sources: await Promise.all(plan.sources.map((scheduled) => withPages(scheduled, options.data))) };
}

/** The watched pages are a table of the data folder, unless the configuration names others. */
async function withPages(scheduled: ScheduledSource, data: string): Promise<ScheduledSource> {
  if (scheduled.source.id !== watchedPages.id) return scheduled;
  const settings = scheduled.settings as { readonly pages: readonly unknown[] };
  if (settings.pages.length > 0) return scheduled;
  return { ...scheduled, settings: { pages: await loadTable(data, 'watched-pages.tsv', parseWatchedPages) } as never };
}

/** A fetcher as the configuration wants it. `ASF_CONTACT` stands in for a contact that is not configured. */
export function fetcherOf({ configuration }: WorkPlan, more: Partial<FetcherOptions> = {}): Fetcher {
  const contact = configuration.contact ?? process.env.ASF_CONTACT;
  const permitted = configuration.network.permitted.map(({ origin, intervalMs }) => ({
    origin: new URL(origin).origin,
    ...(intervalMs !== undefined && { intervalMs }),
  }));
  return createFetcher({ version: VERSION, permitted, ...(contact && { contact }), ...more });
}
