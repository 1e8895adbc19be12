import { defineConfig } from 'vitest/config';

const report = process.env.ASF_TEST_REPORT;

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      { test: { name: 'unit', include: ['{packages,workers}/*/src/**/*.test.ts', 'test/bench/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'system', include: ['test/system/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: 'corpus', include: ['test/corpus/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      { test: { name: 'browser', include: ['test/browser/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
    coverage: {
      provider: 'v8',
      // The command line (workers/scan) is run by the system tests as processes of its own, which cannot be counted from here.
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/contract.ts'],
      reporter: ['text-summary'],
      thresholds: { lines: 90, branches: 80 },
    },
  },
});
