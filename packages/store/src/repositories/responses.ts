import type { FieldId } from '@asf-match/domain';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import { appendAudit } from './audit.ts';

/** What came of something that was told. `interested` and `not-relevant` take each other's place. */
export type ResponseStep = 'interested' | 'not-relevant' | 'bid' | 'won';
/** Why something was not relevant. */
export type NotRelevantReason = 'field' | 'place' | 'size' | 'time' | 'terms' | 'other';

export interface Response {
  readonly subscription: string;
  readonly about: string;
  readonly step: ResponseStep;
  readonly reason?: NotRelevantReason;
  readonly note?: string;
  /** What had led to the item, for learning. */
  readonly features: readonly string[];
  readonly at: string;
}

/** How many items came how far. `sent` and `shown` are items in mails; `reasons` says why items were not relevant. */
export interface Funnel {
  readonly sent: number;
  readonly shown: number;
  readonly steps: Readonly<Record<ResponseStep, number>>;
  readonly reasons: Readonly<Partial<Record<NotRelevantReason, number>>>;
}

export interface ResponseRepository {
  record(response: Response): Promise<void>;
  /** Oldest first. */
  of(subscription: string): Promise<Response[]>;
  list(): Promise<Response[]>;
  /** Counts of what was sent or said from `from` up to but not including `to` (ISO instants or their beginnings). */
  funnel(from: string, to: string): Promise<Funnel>;
  /** Items that were judged relevant or not, with the field that carried them and the probability they were told with. */
  judged(): Promise<{ readonly field: FieldId; readonly probability: number; readonly relevant: boolean }[]>;
  /** What the feedback of all has taught about each field, as weights in log-odds. */
  fieldWeights(): Promise<Map<FieldId, number>>;
  /** Puts newly fitted weights in place of the earlier ones. `n` is how many answers each rests on. */
  replaceFieldWeights(weights: readonly { readonly field: FieldId; readonly weight: number; readonly n: number }[], at: string): Promise<void>;
}

const INSTEAD_OF: Readonly<Partial<Record<ResponseStep, ResponseStep>>> = { interested: 'not-relevant', 'not-relevant': 'interested' };

export function responseRepository(db: Kysely<Tables>): ResponseRepository {
  const select = () => db.selectFrom('response').selectAll().orderBy('at').orderBy('subscription').orderBy('about').orderBy('step');
  return {
    record: (response) =>
      db.transaction().execute(async (trx) => {
        const { subscription, about, step, reason, note, features, at } = response;
        const opposite = INSTEAD_OF[step];
        if (opposite)
          await trx.deleteFrom('response').where('subscription', '=', subscription).where('about', '=', about).where('step', '=', opposite).execute();
        const values = { reason: reason ?? null, note: note ?? null, features: JSON.stringify(features), at };
        await trx
          .insertInto('response')
          .values({ subscription, about, step, ...values })
          .onConflict((c) => c.columns(['subscription', 'about', 'step']).doUpdateSet(values))
          .execute();
        await appendAudit(trx, 'response', { subscription, about, step, ...(reason && { reason }) }, at);
      }),
    of: async (subscription) => (await select().where('subscription', '=', subscription).execute()).map(read),
    list: async () => (await select().execute()).map(read),
    async funnel(from, to) {
      const told = await db
        .selectFrom('alert')
        .innerJoin('delivery', 'delivery.id', 'alert.delivery')
        .select((e) => [e.fn.countAll<number>().as('sent'), e.fn.sum<number>('alert.shown').as('shown')])
        .where('delivery.state', '=', 'sent')
        .where('delivery.sent', '>=', from)
        .where('delivery.sent', '<', to)
        .executeTakeFirstOrThrow();
      const said = await db
        .selectFrom('response')
        .select((e) => ['step', 'reason', e.fn.countAll<number>().as('n')])
        .where('at', '>=', from)
        .where('at', '<', to)
        .groupBy(['step', 'reason'])
        .execute();
      const steps: Record<ResponseStep, number> = { interested: 0, 'not-relevant': 0, bid: 0, won: 0 };
      const reasons: Partial<Record<NotRelevantReason, number>> = {};
      for (const { step, reason, n } of said) {
        steps[step as ResponseStep] += Number(n);
        if (reason) reasons[reason as NotRelevantReason] = (reasons[reason as NotRelevantReason] ?? 0) + Number(n);
      }
      return { sent: Number(told.sent), shown: Number(told.shown ?? 0), steps, reasons };
    },
    async judged() {
      const rows = await db
        .selectFrom('response')
        .innerJoin('subscription', 'subscription.id', 'response.subscription')
        .innerJoin('news', 'news.about', 'response.about')
        .innerJoin('alert', (join) => join.onRef('alert.subscription', '=', 'subscription.number').onRef('alert.news', '=', 'news.id'))
        .select((e) => ['response.step', 'response.features', e.fn.min('alert.probability').as('probability')])
        .where('response.step', 'in', ['interested', 'not-relevant'])
        .groupBy(['response.subscription', 'response.about', 'response.step', 'response.features', 'response.at'])
        .orderBy('response.at')
        .orderBy('response.subscription')
        .orderBy('response.about')
        .execute();
      return rows.flatMap(({ step, features, probability }) => {
        const field = (JSON.parse(features) as string[]).find((f) => f.startsWith('field:'))?.slice('field:'.length);
        return field ? [{ field, probability: Number(probability), relevant: step === 'interested' }] : [];
      });
    },
    async fieldWeights() {
      return new Map((await db.selectFrom('field_weight').select(['field', 'weight']).orderBy('field').execute()).map((r) => [r.field, r.weight]));
    },
    replaceFieldWeights: (weights, at) =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('field_weight').execute();
        if (weights.length > 0) {
          await trx
            .insertInto('field_weight')
            .values(weights.map((w) => ({ ...w, fitted: at })))
            .execute();
        }
        await appendAudit(trx, 'changed', { fieldWeights: weights }, at);
      }),
  };
}

const read = ({ reason, note, step, features, ...row }: Tables['response']): Response => ({
  ...row,
  features: JSON.parse(features),
  step: step as ResponseStep,
  ...(reason && { reason: reason as NotRelevantReason }),
  ...(note && { note }),
});
