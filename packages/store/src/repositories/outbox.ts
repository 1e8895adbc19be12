import { type Delivery, deliverySchema, type Match, type News, type Recipient, type SubjectRef, type Subscription } from '@asf-match/domain';
import type { Kysely, Transaction } from 'kysely';
import { sha256 } from '../canonical-json.ts';
import { readBody } from '../read-body.ts';
import type { Tables } from '../tables.ts';
import { appendAudit } from './audit.ts';
import { replaceMatches } from './matches.ts';
import { newsId, newsRow, readNews } from './news.ts';
import { type DeliverySlot, newDelivery, openDigests } from './outbox-slots.ts';

/** News with everyone who is to be told of it. */
export interface NewsForSubscriptions {
  readonly news: News;
  readonly to: readonly { readonly subscription: string; readonly probability: number }[];
}

export interface QueueCounts {
  readonly news: number;
  readonly alerts: number;
  readonly deliveries: number;
}

/** A delivery that this process may try to hand over until `leaseUntil`. */
export interface ClaimedDelivery extends Delivery {
  readonly address: string;
  /** Of a confirmation. */
  readonly subscription?: string;
  readonly leaseUntil: string;
}

export interface WaitingAlert {
  readonly newsId: string;
  readonly news: News;
  readonly subscription: string;
  readonly probability: number;
}

/** How an attempt ended. Sent in full are the news in `shown`; `bounced` stops the address too. */
export type Settlement =
  | { readonly outcome: 'sent'; readonly shown: readonly string[] }
  | { readonly outcome: 'retry'; readonly nextAttempt: string; readonly error: string }
  | { readonly outcome: 'dead'; readonly error: string; readonly bounced: boolean }
  | { readonly outcome: 'withdrawn' };

export interface OutboxRepository {
  /**
   * In one transaction: news that was never told before, its alerts, the pending deliveries that hold them, the matches
   * given, and the log's entry. News told earlier is left out whole, so a run may be repeated and a new subscription is
   * not told what was there before it.
   * @param slots when each subscription's recipient is written to next
   */
  queue(
    batch: readonly NewsForSubscriptions[],
    slots: ReadonlyMap<string, DeliverySlot>,
    matches: ReadonlyMap<SubjectRef, readonly Match[]>,
    at: string,
  ): Promise<QueueCounts>;
  /** Queues the mail that asks for confirmation. */
  queueConfirmation(subscription: Subscription, slot: DeliverySlot): Promise<void>;
  /** Takes deliveries that are due, oldest first, so that no other process takes them before `leaseUntil`. Recipients that bounced, complained or pause are passed over. */
  claim(now: string, leaseUntil: string, limit: number): Promise<ClaimedDelivery[]>;
  /** What a delivery has to say, oldest news first; only for subscriptions that still want it. */
  contents(delivery: string): Promise<WaitingAlert[]>;
  /** Notes how an attempt ended. @returns false when the lease was lost and another process has taken over. */
  settle(delivery: ClaimedDelivery, settlement: Settlement, at: string): Promise<boolean>;
  /** Gives unused claims back. */
  release(deliveries: readonly ClaimedDelivery[]): Promise<void>;
  /** By state, oldest due first. */
  list(state?: Delivery['state']): Promise<Delivery[]>;
  counts(): Promise<ReadonlyMap<Delivery['state'], number>>;
  /** Dead letters become pending again. @returns how many. */
  retryDead(at: string): Promise<number>;
  /** What one subscription has been told, newest first. */
  toldTo(subscription: string, limit: number): Promise<WaitingAlert[]>;
}

/** Rows an insert holds at most; with five values each it stays far below the parameters that either database takes. */
const CHUNK = 1000;

export function outboxRepository(db: Kysely<Tables>): OutboxRepository {
  return {
    queue: (batch, slots, matches, at) =>
      db.transaction().execute(async (trx) => {
        for (const [subject, list] of matches) await replaceMatches(trx, subject, list);
        const fresh = await insertNews(trx, batch);
        if (fresh.length === 0) return { news: 0, alerts: 0, deliveries: 0 };
        const told = new Set(fresh.flatMap(({ to }) => to.map((t) => t.subscription)));
        const { deliveryOf, made } = await findDeliveries(trx, told, slots);
        const alerts = await insertAlerts(trx, fresh, deliveryOf);
        const counts = { news: fresh.length, alerts, deliveries: made };
        // Who got each item is told by a hash of the sorted ids; the list itself is in the alerts.
        const items = fresh.map(({ news, to }) => ({ about: news.about, kind: news.kind, to: to.length, hash: hashOfAll(to.map((t) => t.subscription)) }));
        await appendAudit(trx, 'queued', { ...counts, items }, at);
        return counts;
      }),
    async queueConfirmation(subscription, slot) {
      await db
        .insertInto('delivery')
        .values(newDelivery(slot, 'confirmation', subscription.id))
        .execute();
    },
    claim: (now, leaseUntil, limit) => db.transaction().execute((trx) => claim(trx, now, leaseUntil, limit)),
    async contents(delivery) {
      const rows = db
        .selectFrom('alert')
        .innerJoin('news', 'news.id', 'alert.news')
        .innerJoin('subscription', 'subscription.id', 'alert.subscription')
        .select(['news.id', 'news.body', 'alert.subscription', 'alert.probability'])
        .where('alert.delivery', '=', delivery)
        .where('subscription.status', '=', 'confirmed');
      return (await rows.orderBy('news.at').orderBy('news.id').orderBy('alert.subscription').execute()).map(waiting);
    },
    settle: (delivery, settlement, at) => db.transaction().execute((trx) => settle(trx, delivery, settlement, at)),
    async release(deliveries) {
      for (const { id, attempts } of deliveries) {
        await db
          .updateTable('delivery')
          .set({ state: 'pending', lease_until: null })
          .where('id', '=', id)
          .where('state', '=', 'sending')
          .where('attempts', '=', attempts)
          .execute();
      }
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
      const rows = db
        .selectFrom('alert')
        .innerJoin('news', 'news.id', 'alert.news')
        .select(['news.id', 'news.body', 'alert.subscription', 'alert.probability'])
        .where('alert.subscription', '=', subscription);
      return (await rows.orderBy('news.at', 'desc').orderBy('news.id').limit(limit).execute()).map(waiting);
    },
  };
}

const waiting = (row: { id: string; body: string; subscription: string; probability: number }): WaitingAlert => ({
  newsId: row.id,
  news: readNews(row),
  subscription: row.subscription,
  probability: row.probability,
});

const hashOfAll = (ids: readonly string[]): string => sha256([...ids].sort().join('\n'));

function* chunks<T>(items: readonly T[]): Iterable<T[]> {
  for (let i = 0; i < items.length; i += CHUNK) yield items.slice(i, i + CHUNK);
}

/** @returns what was not known before. */
async function insertNews(trx: Transaction<Tables>, batch: readonly NewsForSubscriptions[]): Promise<NewsForSubscriptions[]> {
  const rows = [...new Map(batch.map((item) => [newsId(item.news), item])).values()];
  const fresh: NewsForSubscriptions[] = [];
  for (const some of chunks(rows)) {
    const added = await trx
      .insertInto('news')
      .values(some.map(({ news }) => newsRow(news)))
      .onConflict((c) => c.column('id').doNothing())
      .returning('id')
      .execute();
    const ids = new Set(added.map((r) => r.id));
    fresh.push(...some.filter(({ news }) => ids.has(newsId(news))));
  }
  return fresh;
}

async function findDeliveries(trx: Transaction<Tables>, subscriptions: ReadonlySet<string>, slots: ReadonlyMap<string, DeliverySlot>) {
  const key = (d: { recipient: string; due: string }): string => `${d.recipient} ${d.due}`;
  const open = new Map((await openDigests(trx).execute()).map((d) => [key(d), d.id]));
  const deliveryOf = new Map<string, string>();
  const made: Tables['delivery'][] = [];
  for (const subscription of subscriptions) {
    const slot = slots.get(subscription);
    if (!slot) throw new Error(`there is no moment at which subscription ${subscription} is to be told`);
    let id = open.get(key(slot));
    if (!id) {
      const row = newDelivery(slot, 'digest');
      made.push(row);
      id = row.id;
      open.set(key(slot), id);
    }
    deliveryOf.set(subscription, id);
  }
  for (const some of chunks(made)) await trx.insertInto('delivery').values(some).execute();
  return { deliveryOf, made: made.length };
}

async function insertAlerts(trx: Transaction<Tables>, fresh: readonly NewsForSubscriptions[], deliveryOf: ReadonlyMap<string, string>): Promise<number> {
  let count = 0;
  let rows: Tables['alert'][] = [];
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await trx.insertInto('alert').values(rows).execute();
    count += rows.length;
    rows = [];
  };
  for (const { news, to } of fresh) {
    const id = newsId(news);
    for (const { subscription, probability } of to) {
      rows.push({ news: id, subscription, probability, delivery: deliveryOf.get(subscription) as string, shown: 0 });
      if (rows.length === CHUNK) await flush();
    }
  }
  await flush();
  return count;
}

async function claim(trx: Transaction<Tables>, now: string, leaseUntil: string, limit: number): Promise<ClaimedDelivery[]> {
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
  return rows.map(({ address, ...row }) => ({
    ...readDelivery({ ...row, state: 'sending', attempts: row.attempts + 1 }),
    ...(row.subscription && { subscription: row.subscription }),
    address,
    leaseUntil,
  }));
}

async function settle(trx: Transaction<Tables>, delivery: ClaimedDelivery, settlement: Settlement, at: string): Promise<boolean> {
  const { id, attempts, recipient } = delivery;
  const failures = delivery.failures + 1;
  const changes = {
    sent: () => ({ state: 'sent', sent: at, last_error: null }),
    withdrawn: () => ({ state: 'withdrawn', last_error: null }),
    retry: (s: Settlement & { outcome: 'retry' }) => ({ state: 'pending', failures, next_attempt: s.nextAttempt, last_error: s.error }),
    dead: (s: Settlement & { outcome: 'dead' }) => ({ state: 'dead', failures, last_error: s.error }),
  };
  // The number of the attempt is the fence: whoever has claimed it since has a higher one.
  const mine = trx.updateTable('delivery').where('id', '=', id).where('state', '=', 'sending').where('attempts', '=', attempts);
  const { numUpdatedRows } = await mine.set({ ...changes[settlement.outcome](settlement as never), lease_until: null }).executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  if (settlement.outcome === 'sent') {
    for (const some of chunks(settlement.shown))
      await trx.updateTable('alert').set({ shown: 1 }).where('delivery', '=', id).where('news', 'in', some).execute();
    await appendAudit(trx, 'told', { delivery: id, recipient, kind: delivery.kind, items: await itemsOf(trx, id) }, at);
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

const itemsOf = (trx: Transaction<Tables>, delivery: string) =>
  trx
    .selectFrom('alert')
    .innerJoin('news', 'news.id', 'alert.news')
    .select(['alert.subscription', 'news.about', 'news.kind'])
    .where('alert.delivery', '=', delivery)
    .orderBy('alert.subscription')
    .orderBy('news.id')
    .execute();

function readDelivery(row: Tables['delivery']): Delivery {
  const { message_id: messageId, next_attempt: nextAttempt, last_error: lastError, sent, id, kind, recipient, due, state, attempts, failures } = row;
  const fields = { id, kind, recipient, due, state, attempts, failures, messageId, nextAttempt, ...(lastError && { lastError }), ...(sent && { sent }) };
  return readBody(deliverySchema, `delivery ${id}`, JSON.stringify(fields));
}
