export type { CallOutcome, KnownCall } from './repositories/calls.ts';
export type { HealthEvent, HealthNote } from './repositories/health.ts';
export type { NoticeFilter, StoredNotice, UpsertOutcome } from './repositories/notices.ts';
export type { PurchaseNotice } from './repositories/purchases.ts';
export { type FinishedScan, LostScan, type PageValidators, type Scan, type ScanCounts, type ScanDocument } from './repositories/scans.ts';
export type { SourceDay, SourceState } from './repositories/source-states.ts';
export { openStore, type Store, type StoreOptions } from './store.ts';
