export * from './replay-server.ts';
export * from './ted-site.ts';
export { type TestFetcher, testFetcher } from './test-fetcher.ts';
