import type { Alert } from '@asf-match/domain';
import type { Kysely, Transaction } from 'kysely';
import { randomId } from '../random-id.ts';
import type { Tables } from '../tables.ts';
import { readNews } from './news.ts';

/** When a recipient is written to next. `mailDomain` is the right side of the Message-ID (RFC 5322, 3.6.4). */
export interface DeliverySlot {
  readonly recipient: string;
  readonly due: string;
  readonly mailDomain: string;
}

/** When a subscription's recipient is written to next. */
export interface SubscriptionSlot extends DeliverySlot {
  readonly subscription: string;
}

/** A delivery as it is queued. */
export function newDelivery(id: number, slot: DeliverySlot, kind: 'digest' | 'confirmation', subscription?: string): Tables['delivery'] {
  return {
    ...{ id, kind, recipient: slot.recipient, subscription: subscription ?? null, due: slot.due, message_id: `<${randomId()}@${slot.mailDomain}>` },
    ...{ state: 'pending', attempts: 0, failures: 0, next_attempt: slot.due, lease_until: null, last_error: null, sent: null },
  };
}

/** The digests that nobody has begun to send: only these may still get more alerts. */
export const openDigests = (trx: Transaction<Tables>) =>
  trx.selectFrom('delivery').select(['id', 'recipient', 'due']).where('kind', '=', 'digest').where('state', '=', 'pending').where('attempts', '=', 0);

/** From the subscription to its alerts, which is how these are sorted. */
export const selectAlerts = (db: Kysely<Tables>) =>
  db
    .selectFrom('subscription')
    .innerJoin('alert', 'alert.subscription', 'subscription.number')
    .innerJoin('news', 'news.id', 'alert.news')
    .select(['news.id', 'news.body', 'news.about', 'news.kind', 'subscription.id as subscription', 'alert.probability']);

export const readAlert = (row: { id: number; body: string; subscription: string; probability: number }): Alert => ({
  news: readNews(row),
  newsId: row.id,
  subscription: row.subscription,
  probability: row.probability,
});

/** Rows or values a statement holds at most, far below the parameters that either database takes. */
const CHUNK = 1000;

export function* chunks<T>(items: readonly T[]): Iterable<T[]> {
  for (let i = 0; i < items.length; i += CHUNK) yield items.slice(i, i + CHUNK);
}
