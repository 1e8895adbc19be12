import type { Migration } from 'kysely/migration';
import { first } from './0001-first.ts';
import { scanning } from './0002-scanning.ts';
import { calls } from './0004-calls.ts';

/** All migrations by name, applied in the order of their names. A released one is never changed. */
export const migrations: Readonly<Record<string, Migration>> = { '0001-first': first, '0002-scanning': scanning, '0004-calls': calls };
