import { type Notice, noticeKey, noticeSchema } from '@asf-match/domain';
import type { Kysely, Transaction } from 'kysely';
import { canonicalJson, sha256 } from '../canonical-json.ts';
import { readBody } from '../read-body.ts';
import type { Tables } from '../tables.ts';

export type UpsertOutcome = 'new' | 'version' | 'unchanged' | 'taken-away';

/** A notice with the SHA-256 of the archived document that says so. */
export interface StoredNotice {
  readonly notice: Notice;
  readonly document?: string;
}

export interface NoticeFilter {
  readonly formTypes?: readonly Notice['formType'][];
  readonly country?: string;
  /** ISO instant; notices without a date are left out when it is given. */
  readonly publishedSince?: string;
}

export interface NoticeRepository {
  /** All or none, in one transaction; resolves after it is committed, with one outcome per notice. */
  upsertMany(batch: readonly StoredNotice[]): Promise<UpsertOutcome[]>;
  /** What storing the notice would be, without storing it. */
  outcomeOf(notice: Notice): Promise<UpsertOutcome>;
  /** The current version. */
  get(key: string): Promise<Notice | undefined>;
  /** Current versions, newest first, then by key. */
  list(filter?: NoticeFilter): Promise<Notice[]>;
  /** Every version, the current one first. */
  versions(key: string): Promise<Notice[]>;
  /** Current versions of all notices of a procedure, oldest first. */
  ofProcedure(procedureId: string): Promise<Notice[]>;
  count(): Promise<number>;
  /** Keys of notices that are new or changed since they were last matched, by key; at most so many. */
  unmatched(most: number): Promise<string[]>;
  /** Takes notices off that queue. */
  settle(keys: readonly string[]): Promise<void>;
  /** Takes a notice away with all its versions and matches, for good: it does not come back. False when there is none. */
  takeAway(key: string, reason: string): Promise<boolean>;
}

export function noticeRepository(db: Kysely<Tables>, clock: () => string): NoticeRepository {
  const current = () => db.selectFrom('notice_version').where('is_current', '=', 1);
  const read = (row: { key: string; body: string }): Notice => readBody(noticeSchema, `notice ${row.key}`, row.body) as Notice;
  return {
    upsertMany: (batch) =>
      db.transaction().execute(async (trx) => {
        const outcomes: UpsertOutcome[] = [];
        for (const stored of batch) outcomes.push(await upsertNotice(trx, stored, clock()));
        return outcomes;
      }),
    async outcomeOf(notice) {
      const key = noticeKey(notice);
      if (await db.selectFrom('tombstone').select('key').where('key', '=', key).executeTakeFirst()) return 'taken-away';
      const hashes = (await db.selectFrom('notice_version').select('content_hash').where('key', '=', key).execute()).map((row) => row.content_hash);
      return hashes.length === 0 ? 'new' : hashes.includes(sha256(canonicalJson(notice))) ? 'unchanged' : 'version';
    },
    async get(key) {
      const row = await current().select(['key', 'body']).where('key', '=', key).executeTakeFirst();
      return row && read(row);
    },
    async list({ formTypes, country, publishedSince } = {}) {
      let query = current().select(['key', 'body']);
      if (formTypes) query = query.where('form_type', 'in', [...formTypes]);
      if (country) query = query.where('country', '=', country);
      if (publishedSince) query = query.where('published', '>=', publishedSince);
      return (await query.orderBy('published', 'desc').orderBy('key').execute()).map(read);
    },
    async versions(key) {
      const rows = await db
        .selectFrom('notice_version')
        .select(['key', 'body', 'version_number', 'is_partial', 'published', 'content_hash'])
        .where('key', '=', key)
        .execute();
      return rows.sort(newestFirst).map(read);
    },
    async ofProcedure(procedureId) {
      return (await current().select(['key', 'body']).where('procedure_id', '=', procedureId).orderBy('published').orderBy('key').execute()).map(read);
    },
    async count() {
      const row = await current()
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    async unmatched(most) {
      return (await db.selectFrom('unmatched').select('key').orderBy('key').limit(most).execute()).map((row) => row.key);
    },
    async settle(keys) {
      if (keys.length > 0)
        await db
          .deleteFrom('unmatched')
          .where('key', 'in', [...keys])
          .execute();
    },
    takeAway: (key, reason) =>
      db.transaction().execute(async (trx) => {
        const known = await trx.selectFrom('notice_version').select('key').where('key', '=', key).executeTakeFirst();
        if (!known) return false;
        await trx.deleteFrom('notice_document').where('key', '=', key).execute();
        for (const table of ['notice_version', 'unmatched', 'notice_trait', 'purchase_notice'] as const)
          await trx.deleteFrom(table).where('key', '=', key).execute();
        await trx.deleteFrom('match').where('subject_kind', '=', 'notice').where('subject_id', '=', key).execute();
        await trx.insertInto('tombstone').values({ key, at: clock(), reason }).execute();
        return true;
      }),
  };
}

interface VersionRank {
  readonly version_number: number;
  readonly is_partial: number;
  readonly published: string | null;
  readonly content_hash: string;
}

/** Which version counts: the notice's own number, the whole before what a search says of it, its date, its hash; every order of arrival ends alike. */
const newestFirst = (a: VersionRank, b: VersionRank): number =>
  b.version_number - a.version_number ||
  a.is_partial - b.is_partial ||
  compare(b.published ?? '', a.published ?? '') ||
  compare(b.content_hash, a.content_hash);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Stores one notice within a transaction. What is new or changed waits to be matched.
 * `taken-away` means that a person took it away earlier: it is left out.
 */
export async function upsertNotice(trx: Transaction<Tables>, { notice, document }: StoredNotice, now: string): Promise<UpsertOutcome> {
  const key = noticeKey(notice);
  if (await trx.selectFrom('tombstone').select('key').where('key', '=', key).executeTakeFirst()) return 'taken-away';
  const body = canonicalJson(notice);
  const content_hash = sha256(body);
  const known = await trx.selectFrom('notice_version').select(['version_number', 'is_partial', 'published', 'content_hash']).where('key', '=', key).execute();
  const isKnown = known.some((row) => row.content_hash === content_hash);
  if (!isKnown) {
    const version_number = Number.parseInt(notice.version, 10) || 0;
    const row = { version_number, is_partial: notice.partial ? 1 : 0, published: notice.published?.instant ?? null, content_hash };
    const [newest] = [...known, row].sort(newestFirst);
    const isCurrent = newest === row;
    if (isCurrent && known.length) await trx.updateTable('notice_version').set({ is_current: 0 }).where('key', '=', key).execute();
    await trx
      .insertInto('notice_version')
      .values({
        key,
        ...row,
        procedure_id: notice.procedureId,
        form_type: notice.formType,
        country: notice.country ?? null,
        is_current: isCurrent ? 1 : 0,
        first_seen: now,
        body,
      })
      .execute();
    await trx
      .insertInto('unmatched')
      .values({ key })
      .onConflict((c) => c.doNothing())
      .execute();
  }
  if (document) {
    await trx
      .insertInto('notice_document')
      .values({ key, content_hash, sha256: document })
      .onConflict((c) => c.doNothing())
      .execute();
  }
  return isKnown ? 'unchanged' : known.length ? 'version' : 'new';
}
