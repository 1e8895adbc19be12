import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder with real notices, official lists and judged cases, which is not part of the project. */
const SHARED = resolve(process.env.ASF_SHARED ?? '../shared');

/** A file or folder of it; undefined when it is not on this machine. */
export function shared(path: string): string | undefined {
  const full = resolve(SHARED, path);
  return existsSync(full) ? full : undefined;
}

/** The suite's title, which says why it was skipped when its data is not here. */
export const named = (title: string, found: string | undefined): string => (found ? title : `${title} (skipped: set ASF_SHARED to the folder that holds it)`);
