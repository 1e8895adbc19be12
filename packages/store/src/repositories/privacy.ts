import { randomBytes } from 'node:crypto';
import { addressSchema, type Recipient, type Subscription, subscriptionSchema } from '@asf-match/domain';
import type { Kysely, Transaction } from 'kysely';
import { canonicalJson } from '../canonical-json.ts';
import { readBody } from '../read-body.ts';
import type { Tables } from '../tables.ts';
import { appendAudit } from './audit.ts';

/** Everything that is stored about the owner of an address. */
interface PersonalData {
  readonly recipient: Tables['recipient'];
  readonly subscriptions: readonly Subscription[];
  readonly told: readonly { readonly subscription: string; readonly about: string; readonly kind: string; readonly at: string }[];
  readonly mails: readonly { readonly kind: string; readonly due: string; readonly state: string; readonly sent: string | null }[];
  readonly answers: readonly Tables['response'][];
}

export interface PrivacyRepository {
  /** GDPR article 15 and 20. Nothing when the address is not known. */
  export(address: string): Promise<PersonalData | undefined>;
  /**
   * GDPR article 17: takes the address and what its owner wrote away, stops what it asked for, and withdraws what waits.
   * What was told to which subscription stays, for it says nothing of a person any more. @returns false when the address is not known
   */
  erase(address: string, at: string): Promise<boolean>;
  /** Erases addresses with nothing but subscriptions that stopped, or were never confirmed, before `before`; and what was written in answers before it. */
  clean(before: string, at: string): Promise<{ readonly addresses: number; readonly notes: number }>;
}

export function privacyRepository(db: Kysely<Tables>): PrivacyRepository {
  const find = (address: string) => db.selectFrom('recipient').selectAll().where('address', '=', addressSchema.parse(address)).executeTakeFirst();
  return {
    async export(address) {
      const recipient = await find(address);
      if (!recipient) return undefined;
      const mine = db.selectFrom('subscription').select('id').where('recipient', '=', recipient.id);
      const subscriptions = await subscriptionsOf(db, recipient.id);
      const told = await db
        .selectFrom('subscription')
        .innerJoin('alert', 'alert.subscription', 'subscription.number')
        .innerJoin('news', 'news.id', 'alert.news')
        .select(['subscription.id as subscription', 'news.about', 'news.kind', 'news.at'])
        .where('subscription.recipient', '=', recipient.id)
        .orderBy('news.id')
        .execute();
      const mails = await db.selectFrom('delivery').select(['kind', 'due', 'state', 'sent']).where('recipient', '=', recipient.id).orderBy('id').execute();
      const answers = await db.selectFrom('response').selectAll().where('subscription', 'in', mine).orderBy('at').execute();
      return { recipient, subscriptions, told, mails, answers };
    },
    async erase(address, at) {
      const recipient = await find(address);
      if (!recipient) return false;
      await db.transaction().execute((trx) => erase(trx, recipient.id, at));
      return true;
    },
    clean: (before, at) =>
      db.transaction().execute(async (trx) => {
        let addresses = 0;
        for (const { id } of await trx.selectFrom('recipient').select('id').execute()) {
          const all = await subscriptionsOf(trx, id);
          const isOver = (s: Subscription) => s.status !== 'confirmed' && (s.stopped ?? s.created) < before;
          if (!all.every(isOver)) continue;
          await erase(trx, id, at);
          addresses++;
        }
        const { numUpdatedRows } = await trx
          .updateTable('response')
          .set({ note: null })
          .where('note', 'is not', null)
          .where('at', '<', before)
          .executeTakeFirst();
        return { addresses, notes: Number(numUpdatedRows) };
      }),
  };
}

async function subscriptionsOf(db: Kysely<Tables>, recipient: Recipient['id']): Promise<Subscription[]> {
  const rows = await db.selectFrom('subscription').select(['id', 'body']).where('recipient', '=', recipient).orderBy('id').execute();
  return rows.map((row) => readBody(subscriptionSchema, `subscription ${row.id}`, row.body) as Subscription);
}

async function erase(trx: Transaction<Tables>, recipient: string, at: string): Promise<void> {
  for (const subscription of await subscriptionsOf(trx, recipient)) {
    const feed = randomBytes(32).toString('base64url');
    const stopped: Subscription = { ...subscription, feed, status: 'stopped', stopped: subscription.stopped ?? at };
    await trx
      .updateTable('subscription')
      .set({ feed, status: 'stopped', body: canonicalJson(stopped) })
      .where('id', '=', subscription.id)
      .execute();
    await trx.updateTable('response').set({ note: null }).where('subscription', '=', subscription.id).execute();
  }
  await trx
    .updateTable('delivery')
    .set({ state: 'withdrawn', lease_until: null })
    .where('recipient', '=', recipient)
    .where('state', 'in', ['pending', 'sending', 'dead'])
    .execute();
  await trx.updateTable('delivery').set({ last_error: null }).where('recipient', '=', recipient).execute();
  await trx.deleteFrom('recipient').where('id', '=', recipient).execute();
  await appendAudit(trx, 'erased', { recipient }, at);
}
