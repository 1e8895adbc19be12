import PQueue from 'p-queue';

export interface Timing {
  readonly clock: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** How one host is asked: one request at a time, an interval apart, and not before it said that it may be asked again. */
export class Host {
  readonly #queue = new PQueue({ concurrency: 1 });
  readonly #timing: Timing;
  #intervalMs: number;
  #last = Number.NEGATIVE_INFINITY;
  #restsUntil = Number.NEGATIVE_INFINITY;

  constructor(intervalMs: number, timing: Timing) {
    this.#intervalMs = intervalMs;
    this.#timing = timing;
  }

  /** Until when the host wants to be left alone, milliseconds since 1970. */
  get restsUntil(): number {
    return this.#restsUntil;
  }

  restUntil(instant: number): void {
    this.#restsUntil = Math.max(this.#restsUntil, instant);
  }

  /** From now on at least so far apart. */
  slowDownTo(intervalMs: number): void {
    this.#intervalMs = Math.max(this.#intervalMs, intervalMs);
  }

  /** Sends a request when it is its turn. The interval is counted from start to start. */
  ask<T>(send: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const { clock, sleep } = this.#timing;
    return this.#queue.add(
      async () => {
        const wait = Math.max(this.#last + this.#intervalMs, this.#restsUntil) - clock();
        if (wait > 0) await sleep(wait, signal);
        this.#last = clock();
        return send();
      },
      signal ? { signal } : {},
    );
  }
}
