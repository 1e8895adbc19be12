import { type News, newsSchema } from '@asf-match/domain';
import type { Kysely } from 'kysely';
import { canonicalJson, sha256 } from '../canonical-json.ts';
import { readBody } from '../read-body.ts';
import type { Tables } from '../tables.ts';

export interface NewsRepository {
  /** All news about one thing, in the order it was told. */
  about(about: string): Promise<News[]>;
  /** Which subscriptions have been told anything about it. */
  toldOf(about: string): Promise<string[]>;
}

/** The same news has the same id, whoever finds it. */
export const newsId = ({ about, kind, detail }: Pick<News, 'about' | 'kind' | 'detail'>): string =>
  Buffer.from(sha256(canonicalJson([about, kind, detail])), 'hex')
    .toString('base64url')
    .slice(0, 22);

export const newsRow = (news: News): Tables['news'] => ({
  ...{ id: newsId(news), about: news.about, kind: news.kind, subject_kind: news.subject.kind, subject_id: news.subject.id, at: news.at },
  body: canonicalJson(news),
});

export const readNews = (row: { id: string; body: string }): News => readBody(newsSchema, `news ${row.id}`, row.body) as News;

export function newsRepository(db: Kysely<Tables>): NewsRepository {
  return {
    async about(about) {
      return (await db.selectFrom('news').select(['id', 'body']).where('about', '=', about).orderBy('at').orderBy('id').execute()).map(readNews);
    },
    async toldOf(about) {
      const rows = db.selectFrom('alert').innerJoin('news', 'news.id', 'alert.news').select('alert.subscription').distinct().where('news.about', '=', about);
      return (await rows.orderBy('alert.subscription').execute()).map((r) => r.subscription);
    },
  };
}
