export { shortSteps, stepsOf } from './collect.ts';
export * from './replay-server.ts';
export { type TestFetcher, testFetcher } from './test-fetcher.ts';
