import { type News, newsSchema } from '@asf-match/domain';
import type { Kysely } from 'kysely';
import { canonicalJson } from '../canonical-json.ts';
import { readBody } from '../read-body.ts';
import type { Tables } from '../tables.ts';

export interface NewsRepository {
  get(id: number): Promise<News | undefined>;
  /** All news about one thing, in the order it was told. */
  about(about: string): Promise<News[]>;
  /** The confirmed subscriptions that have been told anything about it. */
  toldOf(about: string): Promise<string[]>;
}

export const newsRow = (id: number, news: News): Tables['news'] => ({
  ...{ id, about: news.about, kind: news.kind, detail: news.detail, at: news.at, body: canonicalJson(news) },
});

export const readNews = (row: { id: number; body: string }): News => readBody(newsSchema, `news ${row.id}`, row.body) as News;

export function newsRepository(db: Kysely<Tables>): NewsRepository {
  return {
    async get(id) {
      const row = await db.selectFrom('news').select(['id', 'body']).where('id', '=', id).executeTakeFirst();
      return row && readNews(row);
    },
    async about(about) {
      return (await db.selectFrom('news').select(['id', 'body']).where('about', '=', about).orderBy('id').execute()).map(readNews);
    },
    async toldOf(about) {
      // From the subscriptions to their alerts, which is how these are sorted.
      const rows = db
        .selectFrom('subscription')
        .innerJoin('alert', 'alert.subscription', 'subscription.number')
        .select('subscription.id')
        .distinct()
        .where('subscription.status', '=', 'confirmed')
        .where('alert.news', 'in', db.selectFrom('news').select('id').where('about', '=', about));
      return (await rows.orderBy('subscription.id').execute()).map((r) => r.id);
    },
  };
}
