import type { Subscription } from '@asf-match/domain';
import type { Transaction } from 'kysely';
import { randomId } from '../random-id.ts';
import type { Tables } from '../tables.ts';

/** When a recipient is written to next. `mailDomain` is the right side of the Message-ID (RFC 5322, 3.6.4). */
export interface DeliverySlot {
  readonly recipient: string;
  readonly due: string;
  readonly mailDomain: string;
}

/** A delivery as it is queued. */
export function newDelivery(slot: DeliverySlot, kind: 'digest' | 'confirmation', subscription?: string): Tables['delivery'] {
  const id = randomId();
  return {
    ...{ id, kind, recipient: slot.recipient, subscription: subscription ?? null, due: slot.due, message_id: `<${id}@${slot.mailDomain}>` },
    ...{ state: 'pending', attempts: 0, failures: 0, next_attempt: slot.due, lease_until: null, last_error: null, sent: null },
  };
}

/** The digests that nobody has begun to send: only these may still get more alerts. */
export const openDigests = (trx: Transaction<Tables>) =>
  trx.selectFrom('delivery').select(['id', 'recipient', 'due']).where('kind', '=', 'digest').where('state', '=', 'pending').where('attempts', '=', 0);

/** Moves what waits for one subscription into the digest of another moment; digests left empty are taken away. */
export async function moveAlerts(trx: Transaction<Tables>, { id, recipient }: Subscription, slot: DeliverySlot): Promise<void> {
  const open = await openDigests(trx).where('recipient', '=', recipient).execute();
  const others = open.filter((d) => d.due !== slot.due).map((d) => d.id);
  if (others.length === 0) return;
  const waiting = await trx.selectFrom('alert').select('news').where('subscription', '=', id).where('delivery', 'in', others).limit(1).execute();
  if (waiting.length === 0) return;
  let target = open.find((d) => d.due === slot.due)?.id;
  if (!target) {
    const made = newDelivery(slot, 'digest');
    await trx.insertInto('delivery').values(made).execute();
    target = made.id;
  }
  await trx.updateTable('alert').set({ delivery: target }).where('subscription', '=', id).where('delivery', 'in', others).execute();
  const filled = await trx.selectFrom('alert').select('delivery').distinct().where('delivery', 'in', others).execute();
  const empty = others.filter((other) => !filled.some((f) => f.delivery === other));
  if (empty.length > 0) await trx.deleteFrom('delivery').where('id', 'in', empty).execute();
}
