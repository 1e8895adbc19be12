import type { Match, SubjectRef } from '@asf-match/domain';
import type { Transaction } from 'kysely';
import { sha256 } from '../canonical-json.ts';
import { nextNumber } from '../next-number.ts';
import type { Tables } from '../tables.ts';
import { appendAudit } from './audit.ts';
import { replaceMatches } from './matches.ts';
import { newsRow } from './news.ts';
import type { NewsForSubscriptions, QueueCounts } from './outbox.ts';
import { chunks, newDelivery, openDigests, type SubscriptionSlot } from './outbox-rows.ts';

const ALERTS_AT_ONCE = 1000;

/** See OutboxRepository.queue. */
export async function queue(
  trx: Transaction<Tables>,
  batch: readonly NewsForSubscriptions[],
  slots: readonly SubscriptionSlot[],
  matches: ReadonlyMap<SubjectRef, readonly Match[]>,
  at: string,
): Promise<QueueCounts> {
  for (const [subject, list] of matches) await replaceMatches(trx, subject, list);
  const fresh = await insertNews(trx, batch);
  if (fresh.length === 0) return { news: 0, alerts: 0, deliveries: 0 };
  const told = toldBySubscription(fresh, slots);
  const made = await findDeliveries(trx, told);
  const alerts = await insertAlerts(trx, told);
  const counts = { news: fresh.length, alerts, deliveries: made };
  // Who got each item is told by a hash of the sorted ids; the list itself is in the alerts.
  const items = fresh.map(({ news, to }) => ({ about: news.about, kind: news.kind, to: to.places.length, hash: hashOfAll(to.places, slots) }));
  await appendAudit(trx, 'queued', { ...counts, items }, at);
  return counts;
}

const hashOfAll = (places: readonly number[], slots: readonly SubscriptionSlot[]): string =>
  sha256(
    places
      .map((place) => slots[place]?.subscription)
      .sort()
      .join('\n'),
  );

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

/** What one subscription is told, in two lists: an object for each alert would cost more than its row. */
interface ToldNews {
  readonly slot: SubscriptionSlot;
  readonly news: number[];
  readonly probabilities: number[];
  delivery: number;
}

function toldBySubscription(fresh: readonly FreshNews[], slots: readonly SubscriptionSlot[]): ToldNews[] {
  const found = slots.map((slot): ToldNews => ({ slot, news: [], probabilities: [], delivery: 0 }));
  for (const { id, to } of fresh) {
    for (let i = 0; i < to.places.length; i++) {
      const told = found[to.places[i] as number];
      if (!told) throw new Error(`there is no moment at which subscription ${to.places[i]} of ${slots.length} is to be told`);
      told.news.push(id);
      told.probabilities.push(to.probabilities[i] as number);
    }
  }
  return found.filter((told) => told.news.length > 0);
}

/** Finds the delivery of each, or makes it. @returns how many were made */
async function findDeliveries(trx: Transaction<Tables>, all: readonly ToldNews[]): Promise<number> {
  const key = (d: { recipient: string; due: string }): string => `${d.recipient} ${d.due}`;
  const open = new Map((await openDigests(trx).execute()).map((d) => [key(d), d.id]));
  let next = await nextNumber(trx, 'delivery', 'id');
  const made: Tables['delivery'][] = [];
  for (const told of all) {
    let id = open.get(key(told.slot));
    if (id === undefined) {
      id = next++;
      made.push(newDelivery(id, told.slot, 'digest'));
      open.set(key(told.slot), id);
    }
    told.delivery = id;
  }
  for (const some of chunks(made)) await trx.insertInto('delivery').values(some).execute();
  return made.length;
}

/**
 * Hundreds of thousands at times: in the order of the table's key, so that its tree grows in one place, and with a
 * statement that is made once, of which only the values change.
 */
async function insertAlerts(trx: Transaction<Tables>, all: readonly ToldNews[]): Promise<number> {
  const numbers = new Map<string, number>();
  for (const some of chunks(all.map((t) => t.slot.subscription))) {
    for (const { id, number } of await trx.selectFrom('subscription').select(['id', 'number']).where('id', 'in', some).execute()) numbers.set(id, number);
  }
  // One that was erased meanwhile has none.
  const numbered = all.flatMap((told) => {
    const number = numbers.get(told.slot.subscription);
    return number === undefined ? [] : [{ ...told, number }];
  });
  const statement = (length: number) =>
    trx
      .insertInto('alert')
      .values((e) => Array.from({ length }, () => ({ subscription: 0, news: 0, probability: 0, delivery: 0, shown: e.lit(0) })))
      .compile();
  const whole = statement(ALERTS_AT_ONCE);
  let [parameters, count]: [unknown[], number] = [[], 0];
  for (const { number, news, probabilities, delivery } of numbered.sort((a, b) => a.number - b.number)) {
    for (let i = 0; i < news.length; i++) {
      parameters.push(number, news[i], probabilities[i], delivery);
      if (++count % ALERTS_AT_ONCE > 0) continue;
      await trx.executeQuery({ ...whole, parameters });
      parameters = [];
    }
  }
  if (parameters.length > 0) await trx.executeQuery({ ...statement(count % ALERTS_AT_ONCE), parameters });
  return count;
}
