export type { AuditEntry, AuditKind, AuditProof } from './repositories/audit.ts';
export type { NoticeFilter, StoredNotice, UpsertOutcome } from './repositories/notices.ts';
export type { ClaimedDelivery, NewsForSubscriptions, QueueCounts, Settlement, WaitingAlert } from './repositories/outbox.ts';
export type { DeliverySlot } from './repositories/outbox-slots.ts';
export type { Funnel, NotRelevantReason, Response, ResponseStep } from './repositories/responses.ts';
export type { SourceRead } from './repositories/source-reads.ts';
export { openStore, type Store, type StoreOptions } from './store.ts';
