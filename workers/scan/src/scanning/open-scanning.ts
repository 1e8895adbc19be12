import { createFetcher, type Fetcher, type FetcherOptions } from '@asf-match/sources';
import { configurationFile, loadWorkPlan, type WorkPlan } from '../configuration.ts';
import type { GlobalOptions } from '../settings.ts';
import { sources } from '../sources.ts';
import { VERSION } from '../version.ts';

export interface ScanningOptions extends GlobalOptions {
  readonly config?: string;
}

/** The plan of the configuration that the options name. @throws InputError */
export const planOf = (options: ScanningOptions): Promise<WorkPlan> => loadWorkPlan(configurationFile(options.data, options.config), sources);

/** A fetcher as the configuration wants it. `ASF_CONTACT` stands in for a contact that is not configured. */
export function fetcherOf({ configuration }: WorkPlan, more: Partial<FetcherOptions> = {}): Fetcher {
  const contact = configuration.contact ?? process.env.ASF_CONTACT;
  const permitted = configuration.network.permitted.map(({ origin, intervalMs }) => ({
    origin: new URL(origin).origin,
    ...(intervalMs !== undefined && { intervalMs }),
  }));
  return createFetcher({ version: VERSION, permitted, ...(contact && { contact }), ...more });
}
