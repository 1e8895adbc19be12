import type { Kysely } from 'kysely';
import { canonicalJson } from './canonical-json.ts';
import type { Tables } from './tables.ts';
import type { ScanningTables } from './tables-scanning.ts';

/** What is known of the world; what the worker notes for itself is not exported. */
type Exported = Exclude<keyof Tables, keyof ScanningTables>;

/** Primary keys by table, in the order of the export. */
const ORDER = {
  document: ['sha256', 'source', 'origin'],
  notice_version: ['key', 'content_hash'],
  notice_document: ['key', 'content_hash', 'sha256'],
  need: ['id'],
  organisation: ['id'],
  match: ['subject_kind', 'subject_id', 'organisation'],
  cpv_label: ['code'],
  nuts_label: ['code'],
  notice_trait: ['key', 'trait'],
  purchase_notice: ['key'],
  tombstone: ['key'],
  statistics_import: ['source', 'year', 'export'],
  past_purchase: ['source', 'year', 'row'],
  past_purchase_field: ['source', 'year', 'row', 'field'],
  past_purchase_stem: ['source', 'year', 'row', 'stem'],
  contracted_tender: ['source', 'year', 'row'],
  lot_tenders: ['source', 'year', 'row'],
  contracted_value: ['source', 'year', 'row'],
  register_snapshot: ['taken', 'organisation'],
  recipient: ['id'],
  subscription: ['id'],
  news: ['id'],
  alert: ['subscription', 'news'],
  delivery: ['id'],
  response: ['subscription', 'about', 'step'],
  field_weight: ['field'],
  audit: ['seq'],
  call_version: ['key', 'content_hash'],
  call_document: ['key', 'content_hash', 'sha256'],
} as const satisfies { [T in Exported]: readonly (keyof Tables[T])[] };

/** Every row as a line of JSON, bodies as objects, in an order that follows from the contents alone. */
export async function* exportAll(db: Kysely<Tables>): AsyncIterable<string> {
  for (const table of Object.keys(ORDER) as Exported[]) {
    let query = db.selectFrom(table).selectAll();
    for (const column of ORDER[table]) query = query.orderBy(column as never);
    for (const row of await query.execute()) {
      const { body, ...columns } = row as Record<string, unknown>;
      yield canonicalJson({ table, ...columns, ...(typeof body === 'string' && { body: JSON.parse(body) }) });
    }
  }
}
