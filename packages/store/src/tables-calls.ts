/** Calls for funding. Nothing is taken away when a call closes: the archive stays. */
export interface CallTables {
  /** One row per real change of a call. The current one is what its source said last. */
  call_version: { key: string; content_hash: string; source: string; is_current: number; first_seen: string; last_seen: string; body: string };
  /** Which documents say so. */
  call_document: { key: string; content_hash: string; sha256: string };
}
