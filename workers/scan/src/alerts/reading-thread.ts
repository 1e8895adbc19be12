import { parentPort, workerData } from 'node:worker_threads';
import { createClassifier, readPurchase } from '@asf-match/matching';
import type { ReadingTask } from './read-ahead.ts';

/** The thread of `readAhead`: posts the readings of its purchases in their order, a few at a time. */
const AT_ONCE = 50;

const { taxonomy, subjects } = workerData as ReadingTask;
const classifier = createClassifier(taxonomy);
for (let i = 0; i < subjects.length; i += AT_ONCE) parentPort?.postMessage(subjects.slice(i, i + AT_ONCE).map((subject) => readPurchase(subject, classifier)));
