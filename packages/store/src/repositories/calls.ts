import { type Call, callKey, callSchema } from '@asf-match/domain';
import type { Kysely, Transaction } from 'kysely';
import { canonicalJson, sha256 } from '../canonical-json.ts';
import { readBody } from '../read-body.ts';
import type { Tables } from '../tables.ts';

/** A call as it stands, and when its source was first and last heard to say so, ISO instants. */
export interface KnownCall {
  readonly call: Call;
  readonly firstSeen: string;
  readonly lastSeen: string;
}

interface StoredCall {
  readonly call: Call;
  /** SHA-256 of the archived document that says so. */
  readonly document?: string;
}

export type CallOutcome = 'new' | 'version' | 'unchanged';

export interface CallRepository {
  /** All or none, in one transaction; one outcome per call. What is said last is current, also when it was said before. */
  upsertMany(batch: readonly StoredCall[]): Promise<CallOutcome[]>;
  /** The current version of every call, closed ones too, by key. */
  list(): Promise<KnownCall[]>;
  /** Every version, the latest heard first. */
  versions(key: string): Promise<KnownCall[]>;
}

export function callRepository(db: Kysely<Tables>, clock: () => string): CallRepository {
  const known = ({ key, body, first_seen, last_seen }: { key: string; body: string; first_seen: string; last_seen: string }): KnownCall => ({
    call: readBody(callSchema, `call ${key}`, body) as Call,
    firstSeen: first_seen,
    lastSeen: last_seen,
  });
  return {
    upsertMany: (batch) =>
      db.transaction().execute(async (trx) => {
        const outcomes: CallOutcome[] = [];
        for (const stored of batch) outcomes.push(await upsert(trx, stored, clock()));
        return outcomes;
      }),
    async list() {
      return (await db.selectFrom('call_version').selectAll().where('is_current', '=', 1).orderBy('key').execute()).map(known);
    },
    async versions(key) {
      const rows = await db.selectFrom('call_version').selectAll().where('key', '=', key).execute();
      return rows.sort((a, b) => b.is_current - a.is_current || (a.last_seen < b.last_seen ? 1 : -1)).map(known);
    },
  };
}

async function upsert(trx: Transaction<Tables>, { call, document }: StoredCall, now: string): Promise<CallOutcome> {
  const key = callKey(call);
  const body = canonicalJson(call);
  const content_hash = sha256(body);
  const versions = await trx.selectFrom('call_version').select(['content_hash', 'is_current']).where('key', '=', key).execute();
  const current = versions.find((v) => v.is_current === 1);
  if (current?.content_hash !== content_hash) {
    await trx.updateTable('call_version').set({ is_current: 0 }).where('key', '=', key).execute();
    await trx
      .insertInto('call_version')
      .values({ key, content_hash, source: call.source, is_current: 1, first_seen: now, last_seen: now, body })
      .onConflict((c) => c.columns(['key', 'content_hash']).doUpdateSet({ is_current: 1, last_seen: now }))
      .execute();
  } else await trx.updateTable('call_version').set({ last_seen: now }).where('key', '=', key).where('content_hash', '=', content_hash).execute();
  if (document) {
    await trx
      .insertInto('call_document')
      .values({ key, content_hash, sha256: document })
      .onConflict((c) => c.doNothing())
      .execute();
  }
  return !current ? 'new' : current.content_hash === content_hash ? 'unchanged' : 'version';
}
