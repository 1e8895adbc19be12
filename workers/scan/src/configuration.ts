import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@asf-match/domain';
import type { AnySource } from '@asf-match/sources';
import { z } from 'zod';
import { isCron } from './schedule/cron.ts';

const cronSchema = z.string().refine(isCron, 'is no cron expression of five fields');

const sourceSchema = z
  .object({
    enabled: z.boolean().optional(),
    /** Read in Europe/Stockholm. */
    cron: cronSchema.optional(),
    /** How many days before the last good answer are asked for again. */
    lookBackDays: z.number().int().min(0).max(366).optional(),
    settings: z.unknown().optional(),
  })
  .strict();

const configurationSchema = z
  .object({
    /** An address or page that a source’s operator can turn to; sent with every request. The worker does not start without it. */
    contact: z.string().min(3).max(200).nullable().default(null),
    /** How often the worker looks whether something is due. */
    tick: cronSchema.default('* * * * *'),
    /** How long a scan is held without a sign of life before another worker may take it over. */
    leaseSeconds: z.number().int().min(5).max(3600).default(120),
    /** By id; what stands under `*` holds for those that say nothing else. */
    sources: z.record(z.string(), sourceSchema).default({}),
    network: z
      .object({
        /** Places on a private network that may be asked, by name: nothing else on one is reached, wherever a URL leads. */
        permitted: z.array(z.object({ origin: z.url({ protocol: /^https?$/ }), intervalMs: z.number().int().min(0).optional() }).strict()).default([]),
      })
      .strict()
      .prefault({}),
    health: z
      .object({ port: z.number().int().min(1).max(65_535).nullable().default(null) })
      .strict()
      .prefault({}),
  })
  .strict();

export type Configuration = Readonly<z.infer<typeof configurationSchema>>;

/** A source as it is to be scanned. */
export interface ScheduledSource {
  readonly source: AnySource;
  readonly enabled: boolean;
  readonly cron: string;
  readonly lookBackDays: number;
  /** Checked by the source’s own schema. */
  readonly settings: never;
}

/** What is to be scanned and how. */
export interface WorkPlan {
  readonly configuration: Configuration;
  readonly sources: readonly ScheduledSource[];
}

export const configurationFile = (data: string, file: string | undefined): string => file ?? join(data, 'worker.json');

/**
 * Reads and checks the configuration, and joins it with the sources that there are.
 * @throws InputError naming the file and the place in it.
 */
export async function loadWorkPlan(file: string, sources: readonly AnySource[]): Promise<WorkPlan> {
  const refuse = (place: string | undefined, message: string): InputError =>
    new InputError({ key: 'configuration', file, ...(place && { place }), message, remedy: 'Mend it, or take the file that ships with asf-match.' });
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw refuse(undefined, `The configuration cannot be read (${error.code}).`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw refuse(undefined, `The configuration is not JSON: ${(error as Error).message}.`);
  }
  const read = configurationSchema.safeParse(json);
  if (!read.success) throw refuse(read.error.issues[0]?.path.join('.'), `${read.error.issues[0]?.message}.`);
  const configuration = read.data;
  const unknown = Object.keys(configuration.sources).find((id) => id !== '*' && !sources.some((s) => s.id === id));
  if (unknown) throw refuse(`sources.${unknown}`, `There is no such source; there are ${sources.map((s) => s.id).join(', ')}.`);
  const scheduled = sources.map((source): ScheduledSource => {
    const own = { ...configuration.sources['*'], ...configuration.sources[source.id] };
    const settings = source.settings.safeParse(own.settings ?? {});
    if (!settings.success)
      throw refuse(['sources', source.id, 'settings', ...(settings.error.issues[0]?.path ?? [])].join('.'), `${settings.error.issues[0]?.message}.`);
    return {
      source,
      enabled: own.enabled ?? source.offBecause === undefined,
      cron: own.cron ?? source.schedule.cron,
      lookBackDays: own.lookBackDays ?? source.schedule.lookBackDays,
      settings: settings.data as never,
    };
  });
  return { configuration, sources: scheduled };
}
