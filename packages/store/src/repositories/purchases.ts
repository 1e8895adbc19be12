import { type Kysely, sql } from 'kysely';
import { canonicalJson } from '../canonical-json.ts';
import type { Tables } from '../tables.ts';

/** That a notice is part of a purchase, and the evidence for it. `reasons` are kept as they are given. */
export interface PurchaseNotice {
  readonly key: string;
  /** The key of the purchase’s first known notice. */
  readonly purchase: string;
  readonly probability: number;
  readonly reasons: readonly unknown[];
}

export interface PurchaseRepository {
  /**
   * Keys of other notices that share two of these traits, or one that is not of a day (`day:…`): many are due on the same day. Those
   * that share the most come first, then by key; at most so many.
   */
  candidates(key: string, traits: readonly string[], most: number): Promise<string[]>;
  /** Puts these traits and this membership in place of earlier ones of the notice, together. */
  place(notice: PurchaseNotice, traits: readonly string[]): Promise<void>;
  /** The purchase a notice was placed in. */
  of(key: string): Promise<PurchaseNotice | undefined>;
  /** Keys of the notices of a purchase, by key. */
  notices(purchase: string): Promise<string[]>;
  /** Purchases by the key of their notices. */
  all(): Promise<Map<string, string>>;
}

/** One for a trait of a day, two for any other. */
const shared = sql<number>`sum(case when trait like 'day:%' then 1 else 2 end)`;

export function purchaseRepository(db: Kysely<Tables>): PurchaseRepository {
  return {
    async candidates(key, traits, most) {
      if (traits.length === 0) return [];
      const rows = await db
        .selectFrom('notice_trait')
        .select(['key', shared.as('shared')])
        .where('trait', 'in', [...traits])
        .where('key', '!=', key)
        .groupBy('key')
        .having(shared, '>=', 2)
        .orderBy('shared', 'desc')
        .orderBy('key')
        .limit(most)
        .execute();
      return rows.map((row) => row.key);
    },
    place: ({ key, purchase, probability, reasons }, traits) =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('notice_trait').where('key', '=', key).execute();
        for (const trait of new Set(traits)) await trx.insertInto('notice_trait').values({ key, trait }).execute();
        const values = { purchase, probability, body: canonicalJson(reasons) };
        await trx
          .insertInto('purchase_notice')
          .values({ key, ...values })
          .onConflict((c) => c.column('key').doUpdateSet(values))
          .execute();
      }),
    async of(key) {
      const row = await db.selectFrom('purchase_notice').selectAll().where('key', '=', key).executeTakeFirst();
      return row && { key, purchase: row.purchase, probability: row.probability, reasons: JSON.parse(row.body) as unknown[] };
    },
    async notices(purchase) {
      return (await db.selectFrom('purchase_notice').select('key').where('purchase', '=', purchase).orderBy('key').execute()).map((row) => row.key);
    },
    async all() {
      const rows = await db.selectFrom('purchase_notice').select(['key', 'purchase']).execute();
      return new Map(rows.map(({ key, purchase }) => [key, purchase]));
    },
  };
}
