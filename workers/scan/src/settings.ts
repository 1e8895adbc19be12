import { join, resolve } from 'node:path';

/** Where things are. Every path is absolute. */
export interface Settings {
  readonly database: string;
  readonly archive: string;
  readonly data: string;
}

export interface GlobalOptions {
  readonly store: string;
  readonly data: string;
}

/** The data folder that ships with the product. */
export const SHIPPED_DATA = resolve(import.meta.dirname, '../../../data');

export function settingsOf(options: GlobalOptions): Settings {
  const store = resolve(options.store);
  return { database: join(store, 'asf-match.sqlite'), archive: join(store, 'archive'), data: resolve(options.data) };
}
