import type { Parsed } from '@asf-match/sources';
import type { CallOutcome, Scan, Store } from '@asf-match/store';

/** A document of a scan and the day it is read on. */
export interface ReadDocument {
  readonly position: number;
  readonly sha256: string;
  /** `YYYY-MM-DD` in Stockholm. */
  readonly day: string;
}

/** Stores what was read out of a document, each kind where it belongs; last of all the notices, with which the document counts as read. */
export async function storeParsed(store: Store, scan: Scan, { position, sha256, day }: ReadDocument, parsed: Parsed): Promise<void> {
  const { cpvLabels = [], nutsLabels = [] } = parsed;
  if (cpvLabels.length > 0) await store.codelists.importCpv(cpvLabels);
  if (nutsLabels.length > 0) await store.codelists.importNuts(nutsLabels);
  const labels = cpvLabels.length + nutsLabels.length;
  if (labels > 0) await store.scans.count(scan, { items: labels, fresh: 0, changed: 0 }, day);
  if (parsed.calls) {
    const outcomes = await store.calls.upsertMany(parsed.calls.map((call) => ({ call, document: sha256 })));
    const of = (outcome: CallOutcome): number => outcomes.filter((o) => o === outcome).length;
    await store.scans.count(scan, { items: outcomes.length, fresh: of('new'), changed: of('version') }, day);
  }
  const notices = (parsed.notices ?? []).map((notice) => ({ notice, document: sha256 }));
  await store.scans.storeRead(scan, position, { notices, refused: false, day });
}
