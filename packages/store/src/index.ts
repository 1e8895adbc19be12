export type { AuditEntry, AuditKind, AuditProof } from './repositories/audit.ts';
export type { NoticeFilter, StoredNotice, UpsertOutcome } from './repositories/notices.ts';
export type { NewsForSubscriptions, QueueCounts } from './repositories/outbox.ts';
export type { ClaimedDelivery, Settlement } from './repositories/outbox-claim.ts';
export type { DeliverySlot } from './repositories/outbox-rows.ts';
export type { Funnel, NotRelevantReason, Response, ResponseStep } from './repositories/responses.ts';
export type { SourceRead } from './repositories/source-reads.ts';
export { openStore, type Store, type StoreOptions } from './store.ts';
