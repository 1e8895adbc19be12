/** True when a caller may go on. */
export type RateLimit = (caller: string, nowMs: number) => boolean;

/** Callers remembered; the one that has been quiet longest is forgotten first. */
const REMEMBERED = 10_000;

/**
 * A token bucket for each caller: at most `burst` requests at once, then `perSecond`.
 * The number of callers remembered is bounded, so that a flood of addresses takes no memory.
 */
export function createRateLimit(burst: number, perSecond: number): RateLimit {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (caller, nowMs) => {
    const known = buckets.get(caller);
    buckets.delete(caller);
    const tokens = known ? Math.min(burst, known.tokens + ((nowMs - known.at) / 1000) * perSecond) : burst;
    buckets.set(caller, { tokens: Math.max(0, tokens - 1), at: nowMs });
    if (buckets.size > REMEMBERED) buckets.delete(buckets.keys().next().value as string);
    return tokens >= 1;
  };
}
