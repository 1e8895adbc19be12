export * from './replay-server.ts';
export { shortSteps } from './short-steps.ts';
export { stepsOf } from './steps-of.ts';
export * from './ted-site.ts';
export { type TestFetcher, testFetcher } from './test-fetcher.ts';
