import type { Client } from 'pg';
import type { Judged } from '../judged.ts';
import { alertInHindsight, type PeerAnswer, type ScoredPair } from './peer.ts';

/** Title, description and lots in falling weight; the offer's words joined by or. */
const RANKED = `
  with notice as (
    select id, setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', description), 'B') ||
      setweight(to_tsvector('swedish', lots), 'C') as document
    from json_to_recordset($1) as n(id text, title text, description text, lots text)
  ), profile as (
    select id, (select string_agg(quote_literal(lexeme), ' | ')::tsquery from unnest(to_tsvector('swedish', offers))) as query
    from json_to_recordset($2) as p(id text, offers text)
  )
  select profile.id as profile, notice.id as notice, ts_rank_cd(document, query)::float8 as score
  from notice join profile on document @@ query`;

/** PostgreSQL's own full text search in Swedish, on the server that DATABASE_URL names; undefined without one. Nothing is stored there. */
export async function postgres({ notices, organisations, qrels }: Judged): Promise<PeerAnswer | undefined> {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) return undefined;
  const { default: pg } = await import('pg');
  const client: Client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const documents = notices.map(({ id, title, description = '', lots }) => ({
      ...{ id, title, description },
      lots: lots.flatMap((lot) => [lot.title ?? '', lot.description ?? '']).join('\n'),
    }));
    const { rows } = await client.query<ScoredPair>(RANKED, [
      JSON.stringify(documents),
      JSON.stringify(organisations.map(({ id, offers }) => ({ id, offers }))),
    ]);
    return { name: 'PostgreSQL full text, swedish, ts_rank_cd', run: alertInHindsight(rows, qrels) };
  } finally {
    await client.end();
  }
}
