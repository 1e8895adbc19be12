import type { Migration } from 'kysely/migration';
import { first } from './0001-first.ts';
import { scanning } from './0002-scanning.ts';
import { statistics } from './0003-statistics.ts';
import { calls } from './0004-calls.ts';
import { alerts } from './0005-alerts.ts';
import { nutsLabels } from './0010-nuts-labels.ts';

/** All migrations by name, applied in the order of their names. A released one is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-scanning': scanning,
  '0003-statistics': statistics,
  '0004-calls': calls,
  '0005-alerts': alerts,
  '0010-nuts-labels': nutsLabels,
};
