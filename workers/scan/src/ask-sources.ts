import type { NoticeSource } from '@asf-match/sources';
import type { Store } from '@asf-match/store';
import { type IngestCounts, startIngest } from './ingest.ts';

/** How one source answered this time. `sentence` is one English line. */
export interface SourceAnswer {
  readonly id: string;
  readonly label: string;
  readonly ok: boolean;
  readonly sentence: string;
  readonly counts?: IngestCounts;
}

/** Asks every source for what is new since a day, stores it, and notes how it went. A source that fails never stops another. */
export async function askSources(sources: readonly NoticeSource[], store: Store, since: string, contact: string | undefined): Promise<SourceAnswer[]> {
  const answers: SourceAnswer[] = [];
  for (const source of sources) {
    const answer = await askSource(source, store, since, contact);
    await store.sourceReads.record({ source: source.id, ok: answer.ok, message: answer.sentence });
    answers.push(answer);
  }
  return answers;
}

async function askSource(source: NoticeSource, store: Store, since: string, contact: string | undefined): Promise<SourceAnswer> {
  const { id, label } = source;
  const outcome = await source.fetch({ since, ...(contact && { contact }) });
  if (!outcome.ok) return { id, label, ok: false, sentence: `${outcome.sentence} The job goes on with what is stored and shipped.` };
  const ingest = startIngest({ store, source: id, read: async (bytes, origin) => source.parse(bytes, origin) });
  for (const document of outcome.documents) await ingest.add(document.origin, async () => document.bytes);
  const counts = await ingest.finish();
  const { notices } = counts;
  const refused = counts.refused ? ` ${counts.refused} of ${counts.files} documents were refused: ${counts.problems[0]?.message}` : '';
  return {
    id,
    label,
    ok: counts.refused === 0,
    sentence: `${outcome.sentence} ${notices.new} new notices, ${notices.version + notices.unchanged} known.${refused}`,
    counts,
  };
}
