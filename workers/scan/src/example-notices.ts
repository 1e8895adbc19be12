import { join } from 'node:path';
import { parseTedNotice } from '@asf-match/sources';
import type { Store } from '@asf-match/store';
import { filesUnder } from './files.ts';
import { ingestFiles } from './ingest.ts';

/** Made-up notices are stored under a source of their own, so that they are never taken for public ones. */
export const EXAMPLE_SOURCE = 'exempel';

/** Stores the made-up notices that ship, so that a first run has something to show. They go with the example register only. */
export async function ingestExampleNotices(store: Store, data: string): Promise<void> {
  await ingestFiles(await filesUnder([join(data, 'example', 'notices')], ['.xml']), {
    store,
    source: EXAMPLE_SOURCE,
    read: async (bytes, origin) => {
      const { notice, remarks } = parseTedNotice(bytes, origin);
      return { notices: [{ ...notice, source: EXAMPLE_SOURCE }], remarks };
    },
  });
}
