export type { NoticeFilter, StoredNotice, UpsertOutcome } from './repositories/notices.ts';
export type { SourceRead } from './repositories/source-reads.ts';
export type { PurchaseQuery, StatisticsImport, StatisticsRepository, StatisticsRow } from './statistics/statistics-repository.ts';
export { openStore, type Store, type StoreOptions } from './store.ts';
