import { type Delivery, deliverySchema, type Recipient } from '@asf-match/domain';
import type { Transaction } from 'kysely';
import { readBody } from '../read-body.ts';
import type { Tables } from '../tables.ts';
import { appendAudit } from './audit.ts';
import { chunks, selectAlerts } from './outbox-rows.ts';

/** A delivery that this process may try to hand over until `leaseUntil`. */
export interface ClaimedDelivery extends Delivery {
  readonly address: string;
  readonly leaseUntil: string;
}

/** How an attempt ended. The news in `shown` stood in the mail in full; `bounced` stops the address too. */
export type Settlement =
  | { readonly outcome: 'sent'; readonly shown: readonly number[] }
  | { readonly outcome: 'retry'; readonly nextAttempt: string; readonly error: string }
  | { readonly outcome: 'dead'; readonly error: string; readonly bounced: boolean }
  | { readonly outcome: 'withdrawn' };

/** See OutboxRepository.claim. */
export async function claim(trx: Transaction<Tables>, now: string, leaseUntil: string, limit: number): Promise<ClaimedDelivery[]> {
  const rows = await trx
    .selectFrom('delivery')
    .innerJoin('recipient', 'recipient.id', 'delivery.recipient')
    .selectAll('delivery')
    .select('recipient.address')
    .where((e) => e.or([e('delivery.state', '=', 'pending'), e.and([e('delivery.state', '=', 'sending'), e('delivery.lease_until', '<=', now)])]))
    .where('delivery.next_attempt', '<=', now)
    .where('recipient.state', '=', 'ok' satisfies Recipient['state'])
    .where((e) => e.or([e('recipient.paused_until', 'is', null), e('recipient.paused_until', '<=', now)]))
    .orderBy('delivery.next_attempt')
    .orderBy('delivery.id')
    .limit(limit)
    .execute();
  if (rows.length > 0) {
    await trx
      .updateTable('delivery')
      .set((e) => ({ state: 'sending', attempts: e('attempts', '+', 1), lease_until: leaseUntil }))
      .where(
        'id',
        'in',
        rows.map((r) => r.id),
      )
      .execute();
  }
  return rows.map(({ address, ...row }) => ({ ...readDelivery({ ...row, state: 'sending', attempts: row.attempts + 1 }), address, leaseUntil }));
}

/** See OutboxRepository.settle. */
export async function settle(trx: Transaction<Tables>, delivery: ClaimedDelivery, settlement: Settlement, at: string): Promise<boolean> {
  const { id, attempts, recipient } = delivery;
  // The number of the attempt is the fence: whoever has claimed it since has a higher one.
  const mine = trx.updateTable('delivery').where('id', '=', id).where('state', '=', 'sending').where('attempts', '=', attempts);
  const { numUpdatedRows } = await mine.set({ ...changeOf(settlement, delivery.failures + 1, at), lease_until: null }).executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  if (settlement.outcome === 'sent') {
    await markShown(trx, delivery, settlement.shown);
    await appendAudit(trx, 'told', { delivery: id, recipient, kind: delivery.kind, items: await itemsOf(trx, delivery) }, at);
  }
  if (settlement.outcome === 'dead') {
    await appendAudit(trx, 'given-up', { delivery: id, recipient, bounced: settlement.bounced }, at);
    if (settlement.bounced) {
      await trx.updateTable('recipient').set({ state: 'bounced', state_note: settlement.error }).where('id', '=', recipient).execute();
      await appendAudit(trx, 'address', { recipient, state: 'bounced' }, at);
    }
  }
  return true;
}

function changeOf(settlement: Settlement, failures: number, at: string): Partial<Tables['delivery']> {
  switch (settlement.outcome) {
    case 'sent':
      return { state: 'sent', sent: at, last_error: null };
    case 'withdrawn':
      return { state: 'withdrawn', last_error: null };
    case 'retry':
      return { state: 'pending', failures, next_attempt: settlement.nextAttempt, last_error: settlement.error };
    case 'dead':
      return { state: 'dead', failures, last_error: settlement.error };
  }
}

async function markShown(trx: Transaction<Tables>, { id, recipient }: Delivery, shown: readonly number[]): Promise<void> {
  const subscriptions = trx.selectFrom('subscription').select('number').where('recipient', '=', recipient);
  for (const some of chunks(shown)) {
    await trx.updateTable('alert').set({ shown: 1 }).where('subscription', 'in', subscriptions).where('delivery', '=', id).where('news', 'in', some).execute();
  }
}

async function itemsOf(trx: Transaction<Tables>, { id, recipient }: Delivery) {
  const rows = selectAlerts(trx).where('subscription.recipient', '=', recipient).where('alert.delivery', '=', id);
  return (await rows.orderBy('subscription.id').orderBy('news.id').execute()).map(({ subscription, about, kind }) => ({ subscription, about, kind }));
}

export function readDelivery(row: Tables['delivery']): Delivery {
  const { message_id: messageId, next_attempt: nextAttempt, last_error: lastError, lease_until: _, sent, subscription, ...rest } = row;
  const optional = { ...(subscription && { subscription }), ...(lastError && { lastError }), ...(sent && { sent }) };
  return readBody(deliverySchema, `delivery ${row.id}`, JSON.stringify({ ...rest, messageId, nextAttempt, ...optional }));
}
