import { type Need, needSchema, type Organisation, organisationSchema } from '@asf-match/domain';
import { type Archive, openArchive } from './archive.ts';
import { exportAll } from './export-all.ts';
import { openSqlite } from './open-sqlite.ts';
import { type AuditRepository, auditRepository } from './repositories/audit.ts';
import { type CallRepository, callRepository } from './repositories/calls.ts';
import { type CodelistRepository, codelistRepository } from './repositories/codelists.ts';
import { type DetailRepository, detailRepository } from './repositories/details.ts';
import { type DocumentRepository, documentRepository } from './repositories/documents.ts';
import { type EntityRepository, entityRepository } from './repositories/entities.ts';
import { type HealthRepository, healthRepository } from './repositories/health.ts';
import { type MatchRepository, matchRepository } from './repositories/matches.ts';
import { type NewsRepository, newsRepository } from './repositories/news.ts';
import { type NoticeRepository, noticeRepository } from './repositories/notices.ts';
import { type OutboxRepository, outboxRepository } from './repositories/outbox.ts';
import { type PrivacyRepository, privacyRepository } from './repositories/privacy.ts';
import { type PurchaseRepository, purchaseRepository } from './repositories/purchases.ts';
import { type RecipientRepository, recipientRepository } from './repositories/recipients.ts';
import { type ResponseRepository, responseRepository } from './repositories/responses.ts';
import { type ScanRepository, scanRepository } from './repositories/scans.ts';
import { type SnapshotRepository, snapshotRepository } from './repositories/snapshots.ts';
import { type SourceStateRepository, sourceStateRepository } from './repositories/source-states.ts';
import { type SubscriptionRepository, subscriptionRepository } from './repositories/subscriptions.ts';
import { type StatisticsRepository, statisticsRepository } from './statistics/statistics-repository.ts';

export interface StoreOptions {
  /** SQLite file, or ":memory:". */
  readonly database: string;
  /** Folder of the raw archive. */
  readonly archive: string;
  /** The time now, as an ISO instant. */
  readonly clock: () => string;
}

/** What is known, behind small asynchronous repositories that say nothing of the database they stand on. */
export interface Store {
  readonly archive: Archive;
  readonly documents: DocumentRepository;
  readonly notices: NoticeRepository;
  readonly needs: EntityRepository<Need>;
  readonly organisations: EntityRepository<Organisation>;
  readonly matches: MatchRepository;
  readonly codelists: CodelistRepository;
  readonly sourceStates: SourceStateRepository;
  readonly scans: ScanRepository;
  readonly details: DetailRepository;
  readonly health: HealthRepository;
  readonly purchases: PurchaseRepository;
  readonly statistics: StatisticsRepository;
  readonly snapshots: SnapshotRepository;
  readonly recipients: RecipientRepository;
  readonly subscriptions: SubscriptionRepository;
  readonly news: NewsRepository;
  readonly outbox: OutboxRepository;
  readonly responses: ResponseRepository;
  readonly audit: AuditRepository;
  readonly calls: CallRepository;
  readonly privacy: PrivacyRepository;
  exportAll(): AsyncIterable<string>;
  close(): Promise<void>;
}

/** @throws InputError when the file is no database of ours. */
export async function openStore({ database, archive, clock }: StoreOptions): Promise<Store> {
  const db = await openSqlite(database);
  return {
    archive: openArchive(archive),
    documents: documentRepository(db),
    notices: noticeRepository(db, clock),
    needs: entityRepository<Need>(db, 'need', needSchema),
    organisations: entityRepository<Organisation>(db, 'organisation', organisationSchema),
    matches: matchRepository(db),
    codelists: codelistRepository(db),
    sourceStates: sourceStateRepository(db, clock),
    scans: scanRepository(db, clock),
    details: detailRepository(db, clock),
    health: healthRepository(db, clock),
    purchases: purchaseRepository(db),
    statistics: statisticsRepository(db, clock),
    snapshots: snapshotRepository(db, clock),
    recipients: recipientRepository(db),
    subscriptions: subscriptionRepository(db),
    news: newsRepository(db),
    outbox: outboxRepository(db),
    responses: responseRepository(db),
    audit: auditRepository(db),
    calls: callRepository(db, clock),
    privacy: privacyRepository(db),
    exportAll: () => exportAll(db),
    close: () => db.destroy(),
  };
}
