import { createFetcher, type Fetcher, type FetcherOptions } from '../fetcher/fetcher.ts';

export interface TestFetcher extends Fetcher {
  /** How long it was waited, in milliseconds, in order; no time passed really. */
  readonly waits: readonly number[];
}

/**
 * A fetcher that may ask the given origins on loopback, without pause, and whose waits pass at once: its clock jumps.
 * Without chance: every wait is the shortest one possible.
 */
export function testFetcher(origins: readonly string[], options: Partial<FetcherOptions> = {}): TestFetcher {
  const waits: number[] = [];
  let now = Date.UTC(2026, 11, 1, 6, 40);
  const fetcher = createFetcher({
    version: '0.1.0',
    contact: 'https://example.se/kontakt',
    permitted: origins.map((origin) => ({ origin, intervalMs: 0 })),
    limits: { connectMs: 4_000, idleMs: 4_000, wholeMs: 4_500 },
    clock: () => now,
    random: () => 0,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      waits.push(ms);
      now += ms;
    },
    ...options,
  });
  return { waits, fetch: fetcher.fetch };
}
