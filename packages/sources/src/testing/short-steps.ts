import type { FetchStep } from '../source.ts';

/** The kinds of the steps in short: "document 0:2", "failed fetch.not-found", "total 3". */
export const shortSteps = (steps: readonly FetchStep[]): string[] =>
  steps.map((step) => {
    if (step.kind === 'document') return `document${step.cursor === undefined ? '' : ` ${step.cursor}`}`;
    if (step.kind === 'failed') return `failed ${step.failure.key}`;
    return step.kind === 'total' ? `total ${step.items}` : `unchanged ${step.url}`;
  });
