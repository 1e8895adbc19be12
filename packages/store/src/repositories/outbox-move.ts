import type { Subscription } from '@asf-match/domain';
import type { Transaction } from 'kysely';
import { nextNumber } from '../next-number.ts';
import type { Tables } from '../tables.ts';
import { type DeliverySlot, newDelivery, openDigests } from './outbox-rows.ts';

/** Moves what waits for one subscription into the digest of another moment; digests left empty are taken away. */
export async function moveAlerts(trx: Transaction<Tables>, { id, recipient }: Subscription, slot: DeliverySlot): Promise<void> {
  const open = await openDigests(trx).where('recipient', '=', recipient).execute();
  const others = open.filter((d) => d.due !== slot.due).map((d) => d.id);
  if (others.length === 0) return;
  const numbers = (ids: 'mine' | 'all') => {
    const query = trx.selectFrom('subscription').select('number');
    return ids === 'mine' ? query.where('id', '=', id) : query.where('recipient', '=', recipient);
  };
  const waiting = await trx.selectFrom('alert').select('news').where('subscription', 'in', numbers('mine')).where('delivery', 'in', others).limit(1).execute();
  if (waiting.length === 0) return;
  let target = open.find((d) => d.due === slot.due)?.id;
  if (target === undefined) {
    target = await nextNumber(trx, 'delivery', 'id');
    await trx
      .insertInto('delivery')
      .values(newDelivery(target, slot, 'digest'))
      .execute();
  }
  await trx.updateTable('alert').set({ delivery: target }).where('subscription', 'in', numbers('mine')).where('delivery', 'in', others).execute();
  const filled = await trx
    .selectFrom('alert')
    .select('delivery')
    .distinct()
    .where('subscription', 'in', numbers('all'))
    .where('delivery', 'in', others)
    .execute();
  const empty = others.filter((other) => !filled.some((f) => f.delivery === other));
  if (empty.length > 0) await trx.deleteFrom('delivery').where('id', 'in', empty).execute();
}
