import type { Match, SubjectRef } from '@asf-match/domain';
import type { Transaction } from 'kysely';
import { sha256 } from '../canonical-json.ts';
import { nextNumber } from '../next-number.ts';
import type { Tables } from '../tables.ts';
import { appendAudit } from './audit.ts';
import { replaceMatches } from './matches.ts';
import { newsRow } from './news.ts';
import type { NewsForSubscriptions, QueueCounts } from './outbox.ts';
import { chunks, type DeliverySlot, newDelivery, openDigests } from './outbox-rows.ts';

const ALERTS_AT_ONCE = 1000;

/** See OutboxRepository.queue. */
export async function queue(
  trx: Transaction<Tables>,
  batch: readonly NewsForSubscriptions[],
  slots: ReadonlyMap<string, DeliverySlot>,
  matches: ReadonlyMap<SubjectRef, readonly Match[]>,
  at: string,
): Promise<QueueCounts> {
  for (const [subject, list] of matches) await replaceMatches(trx, subject, list);
  const fresh = await insertNews(trx, batch);
  if (fresh.length === 0) return { news: 0, alerts: 0, deliveries: 0 };
  const told = bySubscription(fresh);
  const { deliveryOf, made } = await findDeliveries(trx, told.keys(), slots);
  const alerts = await insertAlerts(trx, told, deliveryOf);
  const counts = { news: fresh.length, alerts, deliveries: made };
  // Who got each item is told by a hash of the sorted ids; the list itself is in the alerts.
  const items = fresh.map(({ news, to }) => ({ about: news.about, kind: news.kind, to: to.size, hash: hashOfAll(to.keys()) }));
  await appendAudit(trx, 'queued', { ...counts, items }, at);
  return counts;
}

const hashOfAll = (ids: Iterable<string>): string => sha256([...ids].sort().join('\n'));

interface FreshNews extends NewsForSubscriptions {
  readonly id: number;
}

/** @returns what was not known before. */
async function insertNews(trx: Transaction<Tables>, batch: readonly NewsForSubscriptions[]): Promise<FreshNews[]> {
  let id = await nextNumber(trx, 'news', 'id');
  const fresh: FreshNews[] = [];
  for (const some of chunks(batch)) {
    const items = new Map(some.map((item) => [id++, item]));
    const added = await trx
      .insertInto('news')
      .values([...items].map(([number, { news }]) => newsRow(number, news)))
      .onConflict((c) => c.columns(['about', 'kind', 'detail']).doNothing())
      .returning('id')
      .execute();
    for (const row of added) fresh.push({ id: row.id, ...(items.get(row.id) as NewsForSubscriptions) });
  }
  return fresh;
}

async function findDeliveries(trx: Transaction<Tables>, subscriptions: Iterable<string>, slots: ReadonlyMap<string, DeliverySlot>) {
  const key = (d: { recipient: string; due: string }): string => `${d.recipient} ${d.due}`;
  const open = new Map((await openDigests(trx).execute()).map((d) => [key(d), d.id]));
  let next = await nextNumber(trx, 'delivery', 'id');
  const deliveryOf = new Map<string, number>();
  const made: Tables['delivery'][] = [];
  for (const subscription of subscriptions) {
    const slot = slots.get(subscription);
    if (!slot) throw new Error(`there is no moment at which subscription ${subscription} is to be told`);
    let id = open.get(key(slot));
    if (id === undefined) {
      id = next++;
      made.push(newDelivery(id, slot, 'digest'));
      open.set(key(slot), id);
    }
    deliveryOf.set(subscription, id);
  }
  for (const some of chunks(made)) await trx.insertInto('delivery').values(some).execute();
  return { deliveryOf, made: made.length };
}

/** What a subscription is told, in two lists: an object for each alert would cost more than its row. */
interface Told {
  readonly news: number[];
  readonly probabilities: number[];
}

function bySubscription(fresh: readonly FreshNews[]): ReadonlyMap<string, Told> {
  const found = new Map<string, Told>();
  for (const { id, to } of fresh) {
    for (const [subscription, probability] of to) {
      const told = found.get(subscription) ?? { news: [], probabilities: [] };
      if (told.news.length === 0) found.set(subscription, told);
      told.news.push(id);
      told.probabilities.push(probability);
    }
  }
  return found;
}

/**
 * Hundreds of thousands at times: in the order of the table's key, so that its tree grows in one place, and with a
 * statement that is made once, of which only the values change.
 */
async function insertAlerts(trx: Transaction<Tables>, alerts: ReadonlyMap<string, Told>, deliveryOf: ReadonlyMap<string, number>): Promise<number> {
  const numbers = new Map<string, number>();
  for (const some of chunks([...alerts.keys()])) {
    for (const { id, number } of await trx.selectFrom('subscription').select(['id', 'number']).where('id', 'in', some).execute()) numbers.set(id, number);
  }
  const statement = (length: number) =>
    trx
      .insertInto('alert')
      .values((e) => Array.from({ length }, () => ({ subscription: 0, news: 0, probability: 0, delivery: 0, shown: e.lit(0) })))
      .compile();
  const whole = statement(ALERTS_AT_ONCE);
  let [parameters, count]: [unknown[], number] = [[], 0];
  for (const [subscription, number] of [...numbers].sort(([, a], [, b]) => a - b)) {
    const { news, probabilities } = alerts.get(subscription) as Told;
    const delivery = deliveryOf.get(subscription);
    for (const [i, id] of news.entries()) {
      parameters.push(number, id, probabilities[i], delivery);
      if (++count % ALERTS_AT_ONCE > 0) continue;
      await trx.executeQuery({ ...whole, parameters });
      parameters = [];
    }
  }
  if (parameters.length > 0) await trx.executeQuery({ ...statement(count % ALERTS_AT_ONCE), parameters });
  return count;
}
