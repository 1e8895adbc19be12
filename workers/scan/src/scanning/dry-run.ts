import { InputError, type Notice, noticeKey, type Problem } from '@asf-match/domain';
import type { Fetcher } from '@asf-match/sources';
import type { Store } from '@asf-match/store';
import type { ScheduledSource } from '../configuration.ts';
import { sinceDay } from '../schedule/due.ts';

/** What a scan would change. */
export interface DryRun {
  readonly source: string;
  readonly documents: number;
  readonly unchangedPages: number;
  readonly fresh: readonly string[];
  readonly changed: readonly string[];
  readonly known: number;
  /** Items of other kinds than notices. */
  readonly others: number;
  readonly total?: number;
  readonly problems: readonly Problem[];
  readonly failures: readonly string[];
}

/** Asks a source and compares what it gives with what is stored; nothing is stored or archived. @param at ISO instant */
export async function dryRun({ source, settings, lookBackDays }: ScheduledSource, store: Store, fetcher: Fetcher, at: string): Promise<DryRun> {
  const state = (await store.sourceStates.get(source.id)) ?? {};
  const counts = { documents: 0, unchangedPages: 0, known: 0, others: 0 };
  const [fresh, changed, failures]: [string[], string[], string[]] = [[], [], []];
  const problems: Problem[] = [];
  let total: number | undefined;
  const request = {
    fetcher,
    since: sinceDay(state, lookBackDays, at),
    settings,
    signal: new AbortController().signal,
    validators: await store.scans.validators(source.id),
  };
  for await (const step of source.fetch(request)) {
    if (step.kind === 'failed') failures.push(step.failure.english);
    else if (step.kind === 'total') total = step.items;
    else if (step.kind === 'unchanged') counts.unchangedPages += 1;
    else {
      counts.documents += 1;
      try {
        const parsed = await source.parse(step.document.bytes, step.document.origin);
        problems.push(...parsed.remarks);
        counts.others += (parsed.cpvLabels?.length ?? 0) + (parsed.nutsLabels?.length ?? 0) + (parsed.calls?.length ?? 0);
        for await (const _ of parsed.statistics?.rows ?? []) counts.others += 1;
        problems.push(...(parsed.statistics?.problems ?? []));
        for (const notice of parsed.notices ?? []) await compare(notice);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        problems.push({ file: step.document.origin, ...error.problem });
      }
    }
  }
  return { source: source.id, ...counts, fresh, changed, problems, failures, ...(total !== undefined && { total }) };

  async function compare(notice: Notice): Promise<void> {
    const outcome = await store.notices.outcomeOf(notice);
    if (outcome === 'new') fresh.push(`${noticeKey(notice)} ${notice.title}`);
    else if (outcome === 'version') changed.push(`${noticeKey(notice)} ${notice.title}`);
    else counts.known += 1;
  }
}
