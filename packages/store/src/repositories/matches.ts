import { type Match, matchSchema, type SubjectRef } from '@asf-match/domain';
import type { Kysely, Transaction } from 'kysely';
import { canonicalJson } from '../canonical-json.ts';
import { readBody } from '../read-body.ts';
import type { Tables } from '../tables.ts';

export interface MatchRepository {
  /** Puts these in place of all earlier matches of the purchase, in one transaction. */
  replaceFor(subject: SubjectRef, matches: readonly Match[]): Promise<void>;
  /** How many organisations have at least this probability, by purchase; those without any are left out. */
  counts(kind: SubjectRef['kind'], least: number): Promise<Map<string, number>>;
  /** Best first, then by organisation. */
  listForSubject(subject: SubjectRef): Promise<Match[]>;
  /** Best first, then by purchase. */
  listForOrganisation(organisation: string): Promise<Match[]>;
}

export function matchRepository(db: Kysely<Tables>): MatchRepository {
  const read = (row: { body: string }): Match => readBody(matchSchema, 'match', row.body) as Match;
  return {
    replaceFor: (subject, matches) => db.transaction().execute((trx) => replaceMatches(trx, subject, matches)),
    async counts(kind, least) {
      const rows = await db
        .selectFrom('match')
        .select(['subject_id', (e) => e.fn.countAll<number>().as('n')])
        .where('subject_kind', '=', kind)
        .where('probability', '>=', least)
        .groupBy('subject_id')
        .execute();
      return new Map(rows.map(({ subject_id, n }) => [subject_id, Number(n)]));
    },
    async listForSubject({ kind, id }) {
      const rows = db.selectFrom('match').select('body').where('subject_kind', '=', kind).where('subject_id', '=', id);
      return (await rows.orderBy('probability', 'desc').orderBy('organisation').execute()).map(read);
    },
    async listForOrganisation(organisation) {
      const rows = db.selectFrom('match').select('body').where('organisation', '=', organisation);
      return (await rows.orderBy('probability', 'desc').orderBy('subject_kind').orderBy('subject_id').execute()).map(read);
    },
  };
}

/** The same within a transaction that holds more. */
export async function replaceMatches(trx: Transaction<Tables>, subject: SubjectRef, matches: readonly Match[]): Promise<void> {
  await trx.deleteFrom('match').where('subject_kind', '=', subject.kind).where('subject_id', '=', subject.id).execute();
  for (const match of matches) {
    await trx
      .insertInto('match')
      .values({
        subject_kind: subject.kind,
        subject_id: subject.id,
        organisation: match.organisation,
        probability: match.probability,
        body: canonicalJson(match),
      })
      .execute();
  }
}
