import type { FetchStep } from '../source.ts';

/** A step that says what was wrong with an answer. `key` is stable. */
export const failedStep = (key: string, swedish: string, english: string): FetchStep => ({ kind: 'failed', failure: { key, swedish, english } });
