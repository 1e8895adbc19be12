import type { FetchStep, Source, SourceRequest } from '../source.ts';
import { testFetcher } from './test-fetcher.ts';

/** All steps of a scan of a site on loopback, with the source’s own settings checked as configuration would be. */
export async function stepsOf<S>(source: Source<S>, origin: string, settings: unknown, request: Partial<SourceRequest<S>> = {}): Promise<FetchStep[]> {
  const whole: SourceRequest<S> = {
    fetcher: testFetcher([origin]),
    since: '2026-11-16',
    validators: new Map(),
    settings: source.settings.parse(settings),
    signal: new AbortController().signal,
    ...request,
  };
  const steps: FetchStep[] = [];
  for await (const step of source.fetch(whole)) steps.push(step);
  return steps;
}
