import { openStore, type Store } from '@asf-match/store';
import type { Settings } from './settings.ts';

/** The wall clock as an ISO instant in whole seconds. */
export const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/** Opens the store, hands it over and closes it whatever happens. */
export async function withStore<T>({ database, archive }: Settings, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ database, archive, clock: now });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
