/** What the worker notes for itself. It says nothing of the world, and is left out of the export. */
export interface ScanningTables {
  /** One look at a source. The pair of source and due time exists once, whoever runs it. */
  scan: {
    source: string;
    due_at: string;
    since: string;
    /** running, waiting (handed back), done, failed */
    state: string;
    owner: string;
    lease_until: string;
    cursor: string | null;
    started: string;
    finished: string | null;
    items: number;
    fresh: number;
    changed: number;
    refused: number;
    /** How many items the source said there are. */
    total: number | null;
    failure: string | null;
    message: string | null;
  };
  /** Documents of an unfinished scan, and which of them have been read. */
  scan_document: { source: string; due_at: string; position: number; sha256: string; origin: string; media_type: string; is_read: number };
  source_state: {
    source: string;
    known_since: string;
    last_due: string | null;
    last_attempt: string | null;
    last_success: string | null;
    errors_in_row: number;
    failure: string | null;
    message: string;
  };
  /** What pages were recognised by the last time. */
  page_validator: { source: string; url: string; etag: string | null; last_modified: string | null };
  /** New items by source and day in Stockholm. */
  source_day: { source: string; day: string; fresh: number };
  /** Notices that are new or changed and have not been matched since. */
  unmatched: { key: string };
  /** Notices that were asked for whole, and why they were not had. */
  detail_try: { key: string; at: string; failure: string | null };
  health_state: { source: string; state: string; since: string; message: string };
  health_event: { source: string; at: string; before: string | null; after: string; message: string };
}

/** What is known of purchases beyond single notices. */
export interface PurchaseTables {
  /** What a notice can be recognised by at another source. */
  notice_trait: { key: string; trait: string };
  /** Which purchase a notice is part of, and why. */
  purchase_notice: { key: string; purchase: string; probability: number; body: string };
  /** Notices that were taken away and must not come back. */
  tombstone: { key: string; at: string; reason: string };
}
