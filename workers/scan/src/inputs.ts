import { join } from 'node:path';
import type { Need, Organisation, Problem } from '@asf-match/domain';
import { type ColumnMapping, readPlan, readRegister } from '@asf-match/sources';
import type { Store } from '@asf-match/store';
import type { ReferenceData } from './data.ts';
import { readInput } from './files.ts';

/** Where rows came from: the file that was given, what was imported earlier, or the example that ships. */
type InputOrigin = 'file' | 'imported' | 'example';

export interface RegisterInput {
  readonly organisations: readonly Organisation[];
  readonly origin: InputOrigin;
  readonly problems: readonly Problem[];
}

export interface PlanInput {
  readonly needs: readonly Need[];
  readonly origin: InputOrigin;
  readonly problems: readonly Problem[];
}

/** @throws InputError when a given file cannot be read as a whole. */
export async function loadRegister(store: Store, file: string | undefined, data: string, reference: ReferenceData): Promise<RegisterInput> {
  if (!file) {
    const imported = await store.organisations.list();
    if (imported.length > 0) return { organisations: imported, origin: 'imported', problems: [] };
  }
  const path = file ?? join(data, 'register-example.csv');
  const { organisations, problems, remarks } = await readRegister(await readInput(path), path, reference);
  return { organisations, origin: file ? 'file' : 'example', problems: [...problems, ...remarks] };
}

/** @throws InputError when a given file cannot be read as a whole. */
export async function loadPlan(store: Store, file: string | undefined, data: string): Promise<PlanInput> {
  if (!file) {
    const imported = await store.needs.list();
    if (imported.length > 0) return { needs: imported, origin: 'imported', problems: [] };
  }
  const path = file ?? join(data, 'purchase-plan-example.csv');
  const { needs, problems, remarks } = await readPlan(await readInput(path), path);
  return { needs, origin: file ? 'file' : 'example', problems: [...problems, ...remarks] };
}

/** Reads "target=header" options. @throws Error naming the one that is no such pair. */
export function readMapping(pairs: readonly string[] = []): ColumnMapping {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new Error(`--map wants target=header, not ${pair}`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
