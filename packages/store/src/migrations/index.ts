import type { Migration } from 'kysely/migration';
import { first } from './0001-first.ts';
import { alerts } from './0005-alerts.ts';

/** All migrations by name, applied in the order of their names. A released one is never changed. */
export const migrations: Readonly<Record<string, Migration>> = { '0001-first': first, '0005-alerts': alerts };
