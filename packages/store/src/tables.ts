import type { AlertTables } from './tables-alerts.ts';
import type { CallTables } from './tables-calls.ts';
import type { PurchaseTables, ScanningTables } from './tables-scanning.ts';
import type { SnapshotTables, StatisticsTables } from './tables-statistics.ts';

/** The tables, in types that both SQLite and PostgreSQL have: text, integer, double precision. JSON and instants are text. */
export interface Tables extends ScanningTables, PurchaseTables, StatisticsTables, SnapshotTables, CallTables, AlertTables {
  /** What a source returned; the bytes are in the archive under `sha256`. */
  document: { sha256: string; source: string; origin: string; media_type: string; bytes: number };
  /** One row per real change of a notice. `is_current` follows from version, date and hash, never from the order of arrival. */
  notice_version: {
    key: string;
    content_hash: string;
    version_number: number;
    procedure_id: string;
    form_type: string;
    country: string | null;
    published: string | null;
    is_current: number;
    /** 1 when a search told of it in part. */
    is_partial: number;
    first_seen: string;
    body: string;
  };
  /** Which documents say so. */
  notice_document: { key: string; content_hash: string; sha256: string };
  need: { id: string; content_hash: string; body: string };
  organisation: { id: string; content_hash: string; body: string };
  match: { subject_kind: string; subject_id: string; organisation: string; probability: number; body: string };
  cpv_label: { code: string; sv: string; en: string | null };
  nuts_label: { code: string; sv: string; en: string | null };
}
