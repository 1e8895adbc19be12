import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Subject, Taxonomy } from '@asf-match/domain';
import { createClassifier, type Reading, readPurchase } from '@asf-match/matching';

/** What the thread is started with. */
export interface ReadingTask {
  readonly taxonomy: Taxonomy;
  readonly subjects: readonly Subject[];
}

const READING_THREAD = new URL('./reading-thread.ts', import.meta.url);

/**
 * Reads purchases in a thread of its own, which begins at once and goes on while this one does other work. Should the thread
 * fail, a warning is given; what it has not read is read here.
 * @returns the readings in the order of the purchases, the same as `readPurchase` gives
 */
export function readAhead(task: ReadingTask, script = READING_THREAD): AsyncGenerator<Reading> {
  const thread = new Worker(script, { workerData: task });
  const posted = on(thread, 'message', { close: ['exit'] }) as AsyncIterable<[readonly Reading[]]>;
  return (async function* () {
    let count = 0;
    try {
      for await (const [readings] of posted) {
        yield* readings;
        count += readings.length;
      }
    } catch (error) {
      process.emitWarning(`the thread that reads purchases has failed: ${error}`);
    } finally {
      await thread.terminate();
    }
    const left = task.subjects.slice(count);
    const classifier = left.length > 0 ? createClassifier(task.taxonomy) : undefined;
    if (classifier) for (const subject of left) yield readPurchase(subject, classifier);
  })();
}
