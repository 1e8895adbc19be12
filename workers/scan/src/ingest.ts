import { basename, extname } from 'node:path';
import { InputError, type Notice, noticeKey, type Problem } from '@asf-match/domain';
import type { Store, UpsertOutcome } from '@asf-match/store';
import { readInput } from './files.ts';

/** What came of reading notices: every file is in exactly one of `read` and `refused`. */
export interface IngestCounts {
  files: number;
  read: number;
  refused: number;
  bytes: number;
  notices: Record<UpsertOutcome, number>;
  /** Why files were refused, and what in read files was set aside. */
  problems: Problem[];
}

export type ReadNotices = (bytes: Uint8Array, origin: string) => Promise<{ readonly notices: readonly Notice[]; readonly remarks: readonly Problem[] }>;

export interface IngestOptions {
  readonly store: Store;
  readonly read: ReadNotices;
  /** Which source the documents came from, for the archive's list. */
  readonly source: string;
  /** Called with a notice's key after the transaction that holds it has been committed. */
  readonly onStored?: (key: string, outcome: UpsertOutcome) => void;
  readonly onFile?: (done: number, file: string) => void;
}

/** Notices a transaction holds at most, and bytes of documents; both bound what a killed process must read again. */
const BATCH_NOTICES = 50;

/** Archives, parses and stores documents; a document that is refused never stops the others, and nothing is reported before it is committed. */
export async function ingestFiles(files: readonly string[], options: IngestOptions): Promise<IngestCounts> {
  const ingest = startIngest(options);
  for (const [index, file] of files.entries()) {
    options.onFile?.(index, file);
    await ingest.add(file, () => readInput(file));
  }
  return ingest.finish();
}

/** The same for documents that come one at a time. */
function startIngest({ store, read, source, onStored }: IngestOptions) {
  const counts: IngestCounts = { files: 0, read: 0, refused: 0, bytes: 0, notices: { new: 0, version: 0, unchanged: 0, 'taken-away': 0 }, problems: [] };
  let batch: { notice: Notice; document: string }[] = [];

  const flush = async (): Promise<void> => {
    const outcomes = await store.notices.upsertMany(batch);
    for (const [i, outcome] of outcomes.entries()) {
      counts.notices[outcome] += 1;
      const stored = batch[i];
      if (stored) onStored?.(noticeKey(stored.notice), outcome);
    }
    batch = [];
  };

  return {
    async add(origin: string, load: () => Promise<Uint8Array>): Promise<void> {
      counts.files += 1;
      try {
        const bytes = await load();
        counts.bytes += bytes.byteLength;
        const { notices, remarks } = await read(bytes, origin);
        const document = await store.archive.put(bytes);
        await store.documents.record({ sha256: document, source, origin: basename(origin), mediaType: mediaTypeOf(origin), bytes: bytes.byteLength });
        counts.problems.push(...remarks);
        batch.push(...notices.map((notice) => ({ notice, document })));
        counts.read += 1;
        if (batch.length >= BATCH_NOTICES) await flush();
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        counts.refused += 1;
        counts.problems.push({ file: origin, ...error.problem });
      }
    },
    async finish(): Promise<IngestCounts> {
      if (batch.length) await flush();
      return counts;
    },
  };
}

const mediaTypeOf = (origin: string): string => MEDIA_TYPES[extname(origin).toLowerCase()] ?? 'application/json';
const MEDIA_TYPES: Readonly<Record<string, string>> = { '.xml': 'application/xml', '.html': 'text/html', '.htm': 'text/html' };
