import { dayDeadline, dayMoment, type Notice, STOCKHOLM } from '@asf-match/domain';
import { expect, it } from 'vitest';
import { isOpen } from './open-notices.ts';

const NOW = '2026-11-23T12:00:00Z';
const deadline = (day: string) => ({ for: 'tenders' as const, at: dayDeadline(day, STOCKHOLM) });
const notice = (part: Partial<Notice>): Notice => ({ formType: 'competition', lots: [], ...part }) as Notice;

it('is open until its deadline has passed, to the last second', () => {
  expect(isOpen(notice({ deadline: deadline('2026-11-23') }), NOW)).toBe(true);
  expect(isOpen(notice({ deadline: deadline('2026-11-22') }), NOW)).toBe(false);
});

it('stays open while one lot is', () => {
  const lots = [{ deadline: deadline('2026-12-24') }] as Notice['lots'];
  expect(isOpen(notice({ deadline: deadline('2026-11-01'), lots }), NOW)).toBe(true);
});

it('never counts results, modifications and corrigenda', () => {
  for (const formType of ['result', 'cont-modif', 'change', 'completion'] as const)
    expect(isOpen(notice({ formType, deadline: deadline('2027-01-01') }), NOW)).toBe(false);
});

it('without a deadline counts half a year from publication, and nothing without a date', () => {
  expect(isOpen(notice({ formType: 'planning', published: dayMoment('2026-06-01', STOCKHOLM) }), NOW)).toBe(true);
  expect(isOpen(notice({ formType: 'planning', published: dayMoment('2026-05-01', STOCKHOLM) }), NOW)).toBe(false);
  expect(isOpen(notice({ formType: 'planning' }), NOW)).toBe(false);
});
