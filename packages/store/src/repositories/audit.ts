import type { Kysely, Transaction } from 'kysely';
import { canonicalJson, sha256 } from '../canonical-json.ts';
import type { Tables } from '../tables.ts';

/** What is worth proving later: who asked for what, what was queued for whom, and who was told what when. Never an address. */
export type AuditKind = 'subscribed' | 'confirmed' | 'changed' | 'stopped' | 'queued' | 'told' | 'given-up' | 'address' | 'response' | 'erased';

export interface AuditEntry {
  readonly seq: number;
  readonly at: string;
  readonly kind: AuditKind;
  readonly body: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

/** `head` is the last hash: noted elsewhere, it proves later that no row was taken from the end. */
export type AuditProof =
  | { readonly unbroken: true; readonly entries: number; readonly head: string }
  | { readonly unbroken: false; readonly seq: number; readonly problem: string };

export interface AuditRepository {
  append(kind: AuditKind, body: AuditEntry['body'], at: string): Promise<void>;
  /** Oldest first. */
  list(): AsyncIterable<AuditEntry>;
  /** Recomputes every hash. @param head a hash noted earlier, which must still be in the chain. */
  verify(head?: string): Promise<AuditProof>;
}

/** What the first row follows. */
const BEGINNING = '0'.repeat(64);
const PAGE = 1000;

const hashOf = (row: { seq: number; at: string; kind: string; body: string; previous: string }): string =>
  sha256(canonicalJson([row.seq, row.at, row.kind, row.body, row.previous]));

/** Adds a row within a transaction, so that it is there if and only if what it tells of is. */
export async function appendAudit(trx: Transaction<Tables>, kind: AuditKind, body: AuditEntry['body'], at: string): Promise<void> {
  const last = await trx.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const row = { seq: (last?.seq ?? 0) + 1, at, kind, body: canonicalJson(body), previous: last?.hash ?? BEGINNING };
  await trx
    .insertInto('audit')
    .values({ ...row, hash: hashOf(row) })
    .execute();
}

export function auditRepository(db: Kysely<Tables>): AuditRepository {
  async function* rows() {
    for (let after = 0; ; ) {
      const page = await db.selectFrom('audit').selectAll().where('seq', '>', after).orderBy('seq').limit(PAGE).execute();
      yield* page;
      if (page.length < PAGE) return;
      after = page.at(-1)?.seq ?? after;
    }
  }
  return {
    append: (kind, body, at) => db.transaction().execute((trx) => appendAudit(trx, kind, body, at)),
    async *list() {
      for await (const { seq, at, kind, body, hash } of rows()) yield { seq, at, kind: kind as AuditKind, body: JSON.parse(body), hash };
    },
    async verify(head) {
      let [seq, previous, headSeen] = [0, BEGINNING, head === undefined || head === BEGINNING];
      for await (const row of rows()) {
        seq++;
        if (row.seq !== seq) return { unbroken: false, seq, problem: `row ${seq} is missing` };
        if (row.previous !== previous) return { unbroken: false, seq, problem: `row ${seq} does not follow the row before it` };
        if (row.hash !== hashOf(row)) return { unbroken: false, seq, problem: `row ${seq} was changed` };
        previous = row.hash;
        headSeen ||= row.hash === head;
      }
      return headSeen ? { unbroken: true, entries: seq, head: previous } : { unbroken: false, seq, problem: 'the hash noted earlier is no longer in the log' };
    },
  };
}
