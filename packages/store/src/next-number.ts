import type { Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** The number after the highest one in a column. Two writers at once would take the same, and the second is refused by the table's key. */
export async function nextNumber<T extends 'subscription' | 'news' | 'delivery'>(
  trx: Transaction<Tables>,
  table: T,
  column: T extends 'subscription' ? 'number' : 'id',
): Promise<number> {
  const row = await trx
    .selectFrom(table as 'news')
    .select((e) => e.fn.max(column as 'id').as('last'))
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}
