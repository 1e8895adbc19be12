import type { RawDocument } from '@asf-match/domain';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { type StoredNotice, type UpsertOutcome, upsertNotice } from './notices.ts';
import { meetSource } from './source-states.ts';

/** One look at a source, by whoever holds it. */
export interface Scan {
  readonly source: string;
  /** The due time it is for, ISO instant. */
  readonly dueAt: string;
  /** Oldest day asked for, `YYYY-MM-DD`. */
  readonly since: string;
  readonly owner: string;
  /** Where to go on, when it was broken off. */
  readonly cursor?: string;
}

/** A document of a scan that is archived. */
export interface ScanDocument {
  readonly position: number;
  readonly sha256: string;
  readonly origin: string;
  readonly mediaType: string;
}

export interface ScanCounts {
  /** Items read, whether known or not. */
  readonly items: number;
  readonly fresh: number;
  readonly changed: number;
  /** Documents that were refused as a whole. */
  readonly refused: number;
  /** What the source itself said. */
  readonly total?: number;
}

export interface FinishedScan extends ScanCounts {
  readonly source: string;
  readonly dueAt: string;
  readonly state: 'done' | 'failed';
  readonly finished: string;
  readonly failure?: string;
  readonly message: string;
}

interface ClaimRequest {
  readonly source: string;
  readonly owner: string;
  readonly leaseUntil: string;
  /** A scan that is due, and from which day on it asks; without it only broken-off scans are taken up. */
  readonly due?: { readonly at: string; readonly since: string };
  /** Whether the process that holds a scan is known to be gone, so that its lease need not run out. */
  readonly isGone: (owner: string) => boolean;
}

/** Somebody else has taken the scan over: its lease had run out. Nothing was stored. */
export class LostScan extends Error {
  override readonly name = 'LostScan';
}

export interface ScanRepository {
  /** Takes up the broken-off scan of a source, else the one that is due; nothing when another worker has it, or had it. */
  claim(request: ClaimRequest): Promise<Scan | undefined>;
  /** Notes an archived document and where to go on, together. @throws LostScan */
  keep(
    scan: Scan,
    document: RawDocument,
    step: { readonly cursor?: string; readonly leaseUntil: string; readonly validators?: PageValidators },
  ): Promise<number>;
  /** Holds the scan for longer. @throws LostScan */
  extend(scan: Scan, leaseUntil: string): Promise<void>;
  /** Notes what the source says its total is. @throws LostScan */
  noteTotal(scan: Scan, total: number): Promise<void>;
  /** Documents of the scan that have not been read, in order. */
  unread(scan: Scan): Promise<ScanDocument[]>;
  /** Stores what was read out of a document, and that it was read, together. New and changed notices wait to be matched. @throws LostScan */
  storeRead(
    scan: Scan,
    position: number,
    read: { readonly notices: readonly StoredNotice[]; readonly refused: boolean; readonly day: string },
  ): Promise<UpsertOutcome[]>;
  /** Counts items that are stored elsewhere than among notices. @throws LostScan */
  count(scan: Scan, counts: Pick<ScanCounts, 'items' | 'fresh' | 'changed'>, day: string): Promise<void>;
  /** Gives the scan to whoever comes next. */
  handBack(scan: Scan): Promise<void>;
  /** Ends the scan and notes how the source stands. @throws LostScan */
  finish(scan: Scan, outcome: { readonly ok: boolean; readonly failure?: string; readonly message: string }): Promise<FinishedScan>;
  counts(scan: Scan): Promise<ScanCounts>;
  /** Newest first. */
  finished(source: string, most: number): Promise<FinishedScan[]>;
  validators(source: string): Promise<Map<string, PageValidators>>;
}

export interface PageValidators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** How many finished scans of a source are kept. */
const KEPT = 100;

export function scanRepository(db: Kysely<Tables>, clock: () => string): ScanRepository {
  const held = async (trx: Transaction<Tables>, { source, dueAt, owner }: Scan): Promise<Selectable<Tables['scan']>> => {
    const row = await trx.selectFrom('scan').selectAll().where('source', '=', source).where('due_at', '=', dueAt).executeTakeFirst();
    if (row?.owner !== owner || row.state !== 'running') throw new LostScan(`the scan of ${source} due ${dueAt} was taken over`);
    return row;
  };
  const update = (trx: Transaction<Tables>, { source, dueAt }: Scan, values: Partial<Tables['scan']>) =>
    trx.updateTable('scan').set(values).where('source', '=', source).where('due_at', '=', dueAt).execute();
  const add = async (trx: Transaction<Tables>, scan: Scan, row: ScanCounts, more: Omit<ScanCounts, 'total'>, day: string): Promise<void> => {
    const { items, fresh, changed, refused } = row;
    await update(trx, scan, { items: items + more.items, fresh: fresh + more.fresh, changed: changed + more.changed, refused: refused + more.refused });
    if (more.fresh === 0) return;
    await trx
      .insertInto('source_day')
      .values({ source: scan.source, day, fresh: more.fresh })
      .onConflict((c) => c.columns(['source', 'day']).doUpdateSet((e) => ({ fresh: e('source_day.fresh', '+', more.fresh) })))
      .execute();
  };

  return {
    claim: ({ source, owner, leaseUntil, due, isGone }) =>
      db.transaction().execute(async (trx) => {
        const now = clock();
        const open = await trx.selectFrom('scan').selectAll().where('source', '=', source).where('state', 'in', ['running', 'waiting']).executeTakeFirst();
        if (open) {
          if (open.state === 'running' && open.lease_until > now && open.owner !== owner && !isGone(open.owner)) return undefined;
          const scan: Scan = { source, dueAt: open.due_at, since: open.since, owner, ...(open.cursor !== null && { cursor: open.cursor }) };
          await update(trx, scan, { state: 'running', owner, lease_until: leaseUntil });
          return scan;
        }
        if (!due) return undefined;
        await meetSource(trx, source, now);
        const { last_due } = await trx.selectFrom('source_state').select('last_due').where('source', '=', source).executeTakeFirstOrThrow();
        if (last_due !== null && last_due >= due.at) return undefined;
        await trx.updateTable('source_state').set({ last_due: due.at }).where('source', '=', source).execute();
        await trx
          .insertInto('scan')
          .values({
            ...{ source, due_at: due.at, since: due.since, state: 'running', owner, lease_until: leaseUntil, started: now },
            ...{ cursor: null, finished: null, items: 0, fresh: 0, changed: 0, refused: 0, total: null, failure: null, message: null },
          })
          .execute();
        return { source, dueAt: due.at, since: due.since, owner };
      }),

    keep: (scan, { sha256, source, origin, mediaType, bytes }, { cursor, leaseUntil, validators }) =>
      db.transaction().execute(async (trx) => {
        await held(trx, scan);
        await trx
          .insertInto('document')
          .values({ sha256, source, origin, media_type: mediaType, bytes })
          .onConflict((c) => c.doNothing())
          .execute();
        const last = await trx
          .selectFrom('scan_document')
          .select((e) => e.fn.max('position').as('position'))
          .where('source', '=', scan.source)
          .where('due_at', '=', scan.dueAt)
          .executeTakeFirst();
        const position = (last?.position ?? 0) + 1;
        await trx
          .insertInto('scan_document')
          .values({ source: scan.source, due_at: scan.dueAt, position, sha256, origin, media_type: mediaType, is_read: 0 })
          .execute();
        if (validators) {
          const values = { etag: validators.etag ?? null, last_modified: validators.lastModified ?? null };
          await trx
            .insertInto('page_validator')
            .values({ source: scan.source, url: origin, ...values })
            .onConflict((c) => c.columns(['source', 'url']).doUpdateSet(values))
            .execute();
        }
        await update(trx, scan, { lease_until: leaseUntil, ...(cursor !== undefined && { cursor }) });
        return position;
      }),

    extend: (scan, leaseUntil) =>
      db.transaction().execute(async (trx) => {
        await held(trx, scan);
        await update(trx, scan, { lease_until: leaseUntil });
      }),

    noteTotal: (scan, total) =>
      db.transaction().execute(async (trx) => {
        await held(trx, scan);
        await update(trx, scan, { total });
      }),

    async unread({ source, dueAt }) {
      const rows = db.selectFrom('scan_document').selectAll().where('source', '=', source).where('due_at', '=', dueAt).where('is_read', '=', 0);
      return (await rows.orderBy('position').execute()).map(({ position, sha256, origin, media_type }) => ({
        position,
        sha256,
        origin,
        mediaType: media_type,
      }));
    },

    storeRead: (scan, position, { notices, refused, day }) =>
      db.transaction().execute(async (trx) => {
        const row = await held(trx, scan);
        const outcomes: UpsertOutcome[] = [];
        for (const stored of notices) outcomes.push(await upsertNotice(trx, stored, clock()));
        await trx
          .updateTable('scan_document')
          .set({ is_read: 1 })
          .where('source', '=', scan.source)
          .where('due_at', '=', scan.dueAt)
          .where('position', '=', position)
          .execute();
        const of = (outcome: UpsertOutcome): number => outcomes.filter((o) => o === outcome).length;
        await add(trx, scan, counted(row), { items: notices.length, fresh: of('new'), changed: of('version'), refused: refused ? 1 : 0 }, day);
        return outcomes;
      }),

    count: (scan, { items, fresh, changed }, day) =>
      db.transaction().execute(async (trx) => add(trx, scan, counted(await held(trx, scan)), { items, fresh, changed, refused: 0 }, day)),

    async handBack({ source, dueAt, owner }) {
      await db
        .updateTable('scan')
        .set({ state: 'waiting' })
        .where('source', '=', source)
        .where('due_at', '=', dueAt)
        .where('owner', '=', owner)
        .where('state', '=', 'running')
        .execute();
    },

    finish: (scan, { ok, failure, message }) =>
      db.transaction().execute(async (trx) => {
        const row = await held(trx, scan);
        const finished = clock();
        await update(trx, scan, { state: ok ? 'done' : 'failed', finished, failure: failure ?? null, message, cursor: null });
        await trx.deleteFrom('scan_document').where('source', '=', scan.source).where('due_at', '=', scan.dueAt).execute();
        await trx
          .updateTable('source_state')
          .set((e) => ({
            last_attempt: finished,
            message,
            failure: failure ?? null,
            errors_in_row: ok ? 0 : e('errors_in_row', '+', 1),
            ...(ok && { last_success: finished }),
          }))
          .where('source', '=', scan.source)
          .execute();
        const kept = trx.selectFrom('scan').select('due_at').where('source', '=', scan.source).orderBy('due_at', 'desc').limit(KEPT);
        await trx.deleteFrom('scan').where('source', '=', scan.source).where('due_at', 'not in', kept).execute();
        return read({ ...row, state: ok ? 'done' : 'failed', finished, failure: failure ?? null, message });
      }),

    async counts({ source, dueAt }) {
      return counted(await db.selectFrom('scan').selectAll().where('source', '=', source).where('due_at', '=', dueAt).executeTakeFirstOrThrow());
    },

    async finished(source, most) {
      const rows = db.selectFrom('scan').selectAll().where('source', '=', source).where('finished', 'is not', null);
      return (await rows.orderBy('due_at', 'desc').limit(most).execute()).map(read);
    },

    async validators(source) {
      const rows = await db.selectFrom('page_validator').selectAll().where('source', '=', source).execute();
      return new Map(rows.map(({ url, etag, last_modified }) => [url, { ...(etag && { etag }), ...(last_modified && { lastModified: last_modified }) }]));
    },
  };
}

const counted = ({ items, fresh, changed, refused, total }: Selectable<Tables['scan']>): ScanCounts => ({
  ...{ items, fresh, changed, refused },
  ...(total !== null && { total }),
});

const read = (row: Selectable<Tables['scan']>): FinishedScan => ({
  ...counted(row),
  source: row.source,
  dueAt: row.due_at,
  state: row.state === 'done' ? 'done' : 'failed',
  finished: row.finished ?? '',
  ...(row.failure && { failure: row.failure }),
  message: row.message ?? '',
});
