import fc from 'fast-check';
import { expect, it } from 'vitest';
import { windowsOf } from './windows.ts';

it('reads a short text whole', () => {
  expect(windowsOf('städ och tvätt', 14)).toEqual([{ start: 0, end: 14 }]);
});

it('reads the beginning, the end and samples between of a longer one, in order and within bounds, without cutting a word', () => {
  fc.assert(
    fc.property(fc.integer({ min: 400, max: 3000 }), fc.integer({ min: 0, max: 20_000 }), (most, more) => {
      const text = 'lokalvård '.repeat(most + more).slice(0, most + more + 1);
      const windows = windowsOf(text, most);
      expect(windows.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThanOrEqual(most);
      expect([windows[0]?.start, windows.at(-1)?.end]).toEqual([0, text.length]);
      for (const [n, { start, end }] of windows.entries()) {
        expect(start).toBeGreaterThanOrEqual(windows[n - 1]?.end ?? 0);
        expect(text.slice(start, end).split(/\s+/).filter(Boolean).slice(0, -1)).not.toContainEqual(expect.not.stringMatching(/^lokalvård$/));
      }
    }),
  );
});

it('has windows in a word of any length', () => {
  expect(windowsOf('å'.repeat(100_000), 1000).length).toBeGreaterThan(2);
});
