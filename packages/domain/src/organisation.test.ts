import { expect, it } from 'vitest';
import { isStale } from './organisation.ts';

it('calls a row old after twelve months, counting an imprecise date to its end', () => {
  expect(isStale('2025-11-22', '2026-11-23')).toBe(true);
  expect(isStale('2025-11-23', '2026-11-23')).toBe(false);
  expect(isStale('2025-11', '2026-11-23')).toBe(false);
  expect(isStale('2025', '2026-11-23')).toBe(false);
  expect(isStale('2024', '2026-11-23')).toBe(true);
});
