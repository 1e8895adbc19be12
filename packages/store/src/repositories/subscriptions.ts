import { type Subscription, subscriptionSchema } from '@asf-match/domain';
import type { Kysely, Transaction } from 'kysely';
import { canonicalJson } from '../canonical-json.ts';
import { nextNumber } from '../next-number.ts';
import { readBody } from '../read-body.ts';
import type { Tables } from '../tables.ts';
import { type AuditKind, appendAudit } from './audit.ts';
import { moveAlerts } from './outbox-move.ts';
import type { DeliverySlot } from './outbox-rows.ts';

export interface SubscriptionRepository {
  /** Stores a new one. @throws Error when it does not fit its schema or the id is taken. */
  add(subscription: Subscription): Promise<void>;
  get(id: string): Promise<Subscription | undefined>;
  ofFeed(feed: string): Promise<Subscription | undefined>;
  ofRecipient(recipient: string): Promise<Subscription[]>;
  /** By id. */
  list(status?: Subscription['status']): Promise<Subscription[]>;
  /** Pending becomes confirmed, once. @returns false when it was not pending. */
  confirm(id: string, at: string): Promise<boolean>;
  /** @returns false when it had stopped already. */
  stop(id: string, at: string): Promise<boolean>;
  /** Replaces what it asks for. What waits to be told moves to `slot`, so that a new rhythm tells each item once. */
  change(subscription: Subscription, slot: DeliverySlot, at: string): Promise<void>;
}

/** The table's columns of a subscription. */
const rowOf = (s: Subscription) => ({ id: s.id, recipient: s.recipient, status: s.status, feed: s.feed, body: canonicalJson(subscriptionSchema.parse(s)) });

/** What the log keeps of a subscription: no address, no words of its own. */
const logged = ({ id, role, organisation, fields, area, what, rhythm, threshold }: Subscription) => ({
  ...{ subscription: id, role, fields, area, what, rhythm, threshold },
  ...(organisation && { organisation }),
});

export function subscriptionRepository(db: Kysely<Tables>): SubscriptionRepository {
  const read = (row: { id: string; body: string }): Subscription => readBody(subscriptionSchema, `subscription ${row.id}`, row.body) as Subscription;
  const select = () => db.selectFrom('subscription').select(['id', 'body']);

  const move = (id: string, from: readonly Subscription['status'][], make: (s: Subscription) => Subscription, kind: AuditKind, at: string): Promise<boolean> =>
    db.transaction().execute(async (trx) => {
      const row = await trx.selectFrom('subscription').select(['id', 'body']).where('id', '=', id).where('status', 'in', from).executeTakeFirst();
      if (!row) return false;
      await update(trx, make(read(row)));
      await appendAudit(trx, kind, { subscription: id }, at);
      return true;
    });

  return {
    add: (subscription) =>
      db.transaction().execute(async (trx) => {
        await trx
          .insertInto('subscription')
          .values({ ...rowOf(subscription), number: await nextNumber(trx, 'subscription', 'number') })
          .execute();
        await appendAudit(trx, 'subscribed', logged(subscription), subscription.created);
      }),
    async get(id) {
      const row = await select().where('id', '=', id).executeTakeFirst();
      return row && read(row);
    },
    async ofFeed(feed) {
      const row = await select().where('feed', '=', feed).executeTakeFirst();
      return row && read(row);
    },
    async ofRecipient(recipient) {
      return (await select().where('recipient', '=', recipient).orderBy('id').execute()).map(read);
    },
    async list(status) {
      const all = select().orderBy('id');
      return (await (status ? all.where('status', '=', status) : all).execute()).map(read);
    },
    confirm: (id, at) => move(id, ['pending'], (s) => ({ ...s, status: 'confirmed', confirmed: at }), 'confirmed', at),
    stop: (id, at) => move(id, ['pending', 'confirmed'], (s) => ({ ...s, status: 'stopped', stopped: at }), 'stopped', at),
    change: (subscription, slot, at) =>
      db.transaction().execute(async (trx) => {
        await update(trx, subscription);
        await moveAlerts(trx, subscription, slot);
        await appendAudit(trx, 'changed', logged(subscription), at);
      }),
  };
}

const update = (trx: Transaction<Tables>, subscription: Subscription) =>
  trx.updateTable('subscription').set(rowOf(subscription)).where('id', '=', subscription.id).execute();
