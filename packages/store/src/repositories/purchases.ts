import type { Kysely } from 'kysely';
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
  /** Keys of other notices that share these traits, those that share the most first, then by key; at most so many. */
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

export function purchaseRepository(db: Kysely<Tables>): PurchaseRepository {
  return {
    async candidates(key, traits, most) {
      if (traits.length === 0) return [];
      const rows = db
        .selectFrom('notice_trait')
        .select('key')
        .distinct()
        .where('trait', 'in', [...traits])
        .where('key', '!=', key);
      return (await rows.orderBy('key').limit(most).execute()).map((row) => row.key);
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
