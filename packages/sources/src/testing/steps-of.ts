import type { FetchStep, Source } from '../source.ts';
import { testFetcher } from './test-fetcher.ts';

/** All steps of one fetch from servers on loopback. */
export async function stepsOf<S>(
  source: Source<S>,
  origins: readonly string[],
  settings: unknown,
  more: { since?: string; cursor?: string; validators?: ReadonlyMap<string, object> } = {},
): Promise<FetchStep[]> {
  const steps: FetchStep[] = [];
  const request = {
    fetcher: testFetcher(origins, { attempts: 1 }),
    since: more.since ?? '2026-11-20',
    settings: source.settings.parse(settings),
    validators: more.validators ?? new Map(),
    signal: new AbortController().signal,
    ...(more.cursor !== undefined && { cursor: more.cursor }),
  };
  for await (const step of source.fetch(request)) steps.push(step);
  return steps;
}

/** The kinds of the steps in short: "document 0:2", "failed fetch.not-found", "total 3". */
export const shortSteps = (steps: readonly FetchStep[]): string[] =>
  steps.map((step) => {
    if (step.kind === 'document') return `document${step.cursor === undefined ? '' : ` ${step.cursor}`}`;
    if (step.kind === 'failed') return `failed ${step.failure.key}`;
    return step.kind === 'total' ? `total ${step.items}` : `unchanged ${step.url}`;
  });
