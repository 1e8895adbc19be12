export { shortSteps, stepsOf } from './collect.ts';
export * from './replay-server.ts';
export { retriedStepsOf } from './retried-steps-of.ts';
export * from './ted-site.ts';
export { type TestFetcher, testFetcher } from './test-fetcher.ts';
