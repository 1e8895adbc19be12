import type { Alert, Delivery, Match, News, SubjectRef, Subscription } from '@asf-match/domain';
import type { Kysely } from 'kysely';
import { nextNumber } from '../next-number.ts';
import type { Tables } from '../tables.ts';
import { type ClaimedDelivery, claim, readDelivery, type Settlement, settle } from './outbox-claim.ts';
import { queue } from './outbox-queue.ts';
import { type DeliverySlot, newDelivery, readAlert, type SubscriptionSlot, selectAlerts } from './outbox-rows.ts';

/** Subscriptions by their places in a list, and the probability that each goes by: hundreds of thousands a day, hence numbers. */
export interface Told {
  readonly places: readonly number[];
  readonly probabilities: readonly number[];
}

/** News with everyone who is to be told of it. */
export interface NewsForSubscriptions {
  readonly news: News;
  readonly to: Told;
}

export interface QueueCounts {
  readonly news: number;
  readonly alerts: number;
  readonly deliveries: number;
}

export interface OutboxRepository {
  /**
   * In one transaction: news that was never told before, its alerts, the pending deliveries that hold them, the matches
   * given, and the log's entry. News told earlier is left out whole, so a run may be repeated and a new subscription is
   * not told what was there before it.
   * @param slots when each subscription's recipient is written to next; the list that places are of
   */
  queue(
    batch: readonly NewsForSubscriptions[],
    slots: readonly SubscriptionSlot[],
    matches: ReadonlyMap<SubjectRef, readonly Match[]>,
    at: string,
  ): Promise<QueueCounts>;
  /** Queues the mail that asks for confirmation. */
  queueConfirmation(subscription: Subscription, slot: DeliverySlot): Promise<void>;
  /** Takes deliveries that are due, oldest first, so that no other process takes them before `leaseUntil`. Recipients that bounced, complained or pause are passed over. */
  claim(now: string, leaseUntil: string, limit: number): Promise<ClaimedDelivery[]>;
  /** What a delivery has to say, oldest news first; only for subscriptions that still want it. */
  contents(delivery: Pick<Delivery, 'id' | 'recipient'>): Promise<Alert[]>;
  /** Notes how an attempt ended. @returns false when the lease was lost and another process has taken over. */
  settle(delivery: ClaimedDelivery, settlement: Settlement, at: string): Promise<boolean>;
  /** Gives an unused claim back. */
  release(delivery: ClaimedDelivery): Promise<void>;
  /** By state, oldest due first. */
  list(state?: Delivery['state']): Promise<Delivery[]>;
  counts(): Promise<ReadonlyMap<Delivery['state'], number>>;
  /** Dead letters become pending again. @returns how many. */
  retryDead(at: string): Promise<number>;
  /** What one subscription has been told, newest first. */
  toldTo(subscription: string, limit: number): Promise<Alert[]>;
}

export function outboxRepository(db: Kysely<Tables>): OutboxRepository {
  return {
    queue: (batch, slots, matches, at) => db.transaction().execute((trx) => queue(trx, batch, slots, matches, at)),
    queueConfirmation: (subscription, slot) =>
      db.transaction().execute(async (trx) => {
        const id = await nextNumber(trx, 'delivery', 'id');
        await trx
          .insertInto('delivery')
          .values(newDelivery(id, slot, 'confirmation', subscription.id))
          .execute();
      }),
    claim: (now, leaseUntil, limit) => db.transaction().execute((trx) => claim(trx, now, leaseUntil, limit)),
    async contents({ id, recipient }) {
      const rows = selectAlerts(db)
        .where('subscription.recipient', '=', recipient)
        .where('subscription.status', '=', 'confirmed')
        .where('alert.delivery', '=', id);
      return (await rows.orderBy('news.id').orderBy('subscription.id').execute()).map(readAlert);
    },
    settle: (delivery, settlement, at) => db.transaction().execute((trx) => settle(trx, delivery, settlement, at)),
    async release({ id, attempts }) {
      const mine = db.updateTable('delivery').where('id', '=', id).where('state', '=', 'sending').where('attempts', '=', attempts);
      await mine.set({ state: 'pending', lease_until: null }).execute();
    },
    async list(state) {
      const all = db.selectFrom('delivery').selectAll().orderBy('due').orderBy('id');
      return (await (state ? all.where('state', '=', state) : all).execute()).map(readDelivery);
    },
    async counts() {
      const rows = await db
        .selectFrom('delivery')
        .select((e) => ['state', e.fn.countAll<number>().as('n')])
        .groupBy('state')
        .execute();
      return new Map(rows.map((r) => [r.state as Delivery['state'], Number(r.n)]));
    },
    async retryDead(at) {
      const set = { state: 'pending', failures: 0, next_attempt: at, lease_until: null };
      const { numUpdatedRows } = await db.updateTable('delivery').set(set).where('state', '=', 'dead').executeTakeFirst();
      return Number(numUpdatedRows);
    },
    async toldTo(subscription, limit) {
      return (await selectAlerts(db).where('subscription.id', '=', subscription).orderBy('news.id', 'desc').limit(limit).execute()).map(readAlert);
    },
  };
}
