import type { Parsed } from '@asf-match/sources';
import type { CallOutcome, Scan, Store } from '@asf-match/store';
import { indexedRows, type PurchaseIndex } from '../statistics-rows.ts';

/** A document of a scan and the day it is read on. */
export interface ReadDocument {
  readonly position: number;
  readonly sha256: string;
  /** Where it is from: a URL. */
  readonly origin: string;
  /** `YYYY-MM-DD` in Stockholm. */
  readonly day: string;
}

/** What documents are stored with. */
export interface StoreContext {
  readonly store: Store;
  /** Asked for when statistics have come. */
  readonly purchaseIndex: () => Promise<PurchaseIndex>;
}

/** Stores what was read out of a document, each kind where it belongs; last of all the notices, with which the document counts as read. */
export async function storeParsed(context: StoreContext, scan: Scan, { position, sha256, origin, day }: ReadDocument, parsed: Parsed): Promise<void> {
  const { store } = context;
  const { cpvLabels = [], nutsLabels = [] } = parsed;
  if (cpvLabels.length > 0) await store.codelists.importCpv(cpvLabels);
  if (nutsLabels.length > 0) await store.codelists.importNuts(nutsLabels);
  const imports = parsed.statistics ? await store.statistics.replace(indexedRows(parsed.statistics, await context.purchaseIndex()), origin) : [];
  const items = cpvLabels.length + nutsLabels.length + imports.reduce((sum, { rows }) => sum + rows, 0);
  if (items > 0) await store.scans.count(scan, { items, fresh: 0, changed: 0 }, day);
  if (parsed.calls) {
    const outcomes = await store.calls.upsertMany(parsed.calls.map((call) => ({ call, document: sha256 })));
    const of = (outcome: CallOutcome): number => outcomes.filter((o) => o === outcome).length;
    await store.scans.count(scan, { items: outcomes.length, fresh: of('new'), changed: of('version') }, day);
  }
  const notices = (parsed.notices ?? []).map((notice) => ({ notice, document: sha256 }));
  await store.scans.storeRead(scan, position, { notices, refused: false, day });
}
