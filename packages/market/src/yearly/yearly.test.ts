import { type Need, type Notice, type Organisation, type RegisterRow, STOCKHOLM } from '@asf-match/domain';
import { expect, it } from 'vitest';
import { reportOnYear } from './report-on-year.ts';
import type { YearInput } from './year-input.ts';

const row = (id: string, more: Partial<Organisation> = {}, fields = ['mat.cafe']): RegisterRow => ({
  organisation: {
    ...{ id, name: id, orgNumberMasked: false, municipalities: ['Solna'], nuts: [], offers: '', capabilities: [] },
    ...{ status: 'verified', source: 'Listan', seen: '2026-05', origin: 'x' },
    ...more,
  },
  fields,
});
const need = (id: string, cpv: string[] = []): Need => ({ id, title: id, description: '', cpv, places: [], origin: 'x', example: false });
const notice = (id: string) => ({ source: 'ted', id, published: { instant: '2026-05-01T00:00:00Z', zone: STOCKHOLM, precision: 'day' } }) as unknown as Notice;

const input: YearInput = {
  ...{ year: 2026, today: '2027-01-15', version: '1', sources: [] },
  earlier: { taken: '2025-12-01T00:00:00Z', rows: [row('a'), row('b')] },
  register: {
    taken: '2026-12-01T00:00:00Z',
    rows: [
      row('a', { offers: 'nytt', seen: '2025-01' }),
      row('b', { status: 'closed' }),
      row('c', { orgNumber: '556086-8225', source: 'Annan', municipalities: ['Nacka', 'Solna'] }, []),
    ],
  },
  needs: [need('one'), need('two', ['90910000']), need('three')],
  matchesOfNeed: (id) => ({ one: { organisations: 2, fields: 2 }, two: { organisations: 1, fields: 1 } })[id] ?? { organisations: 0, fields: 0 },
  notices: [notice('n1'), notice('n2')],
  matchesOfNotice: (key) => (key === 'ted:n1' ? 3 : 0),
  callsFirstSeen: ['2025-12-31T23:00:00Z', '2026-03-01T00:00:00Z'],
  subscriptions: 4,
  told: { sent: 9, shown: 7, interested: 3, notRelevant: 2, bid: 1, won: 0 },
  statistics: [{ year: 2021, purchases: 100 }],
  followUp: {
    ...{ kind: 'uppfoljning', madeOn: '2027-01-15', version: '1', gaps: [], rule: { buyers: [], fields: [], words: [] } },
    purchases: [
      { id: '1', year: 2026, title: 't', buyer: 'b', reserved: true, winners: [], gaps: ['vinnare'], because: 'x', source: 's' },
      { id: '2', year: 2021, title: 't', buyer: 'b', reserved: false, winners: [], gaps: [], because: 'x', source: 's' },
    ],
  },
};
const valuesOf = (of: YearInput) =>
  Object.fromEntries(reportOnYear(of).activities.flatMap((a) => a.figures.map((f) => [f.id, f.of === undefined ? f.value : `${f.value}/${f.of}`])));

it('reportOnYear counts what is stored, activity by activity', () => {
  expect(valuesOf(input)).toEqual({
    ...{
      'register.open': 2,
      'register.fields': 1,
      'register.municipalities': 2,
      'register.new': 1,
      'register.changed': 1,
      'register.closed': 1,
      'register.old': '1/2',
    },
    ...{
      'needs.all': 3,
      'needs.matched': '2/3',
      'statistics.purchases': 100,
      'needs.uncoded': '2/3',
      'needs.uncoded-matched': '1/2',
      'needs.divisible': '1/3',
    },
    ...{ 'follow-up.all': 2, 'follow-up.year': '1/2', 'follow-up.winners': '1/2', 'follow-up.tenders': '2/2', 'follow-up.reserved': '1/2' },
    ...{
      'rows.all': 3,
      'rows.verified': '2/3',
      'rows.numbered': '1/3',
      'rows.sources': 2,
      'notices.all': 2,
      'notices.matched': '1/2',
      ...{ 'told.sent': 9, 'told.shown': '7/9', 'told.interested': 3, 'told.not-relevant': 2, 'told.bid': 1, 'told.won': 0 },
      ...{ subscriptions: 4, 'calls.all': 2, 'calls.new': '1/2' },
    },
  });
});

it('reportOnYear says that a figure is missing, not that it is nought, and has something for every activity', () => {
  const { register: _, earlier: __, ...none } = input;
  expect(valuesOf(none)).toMatchObject({ 'register.open': null, 'register.new': null, 'rows.all': null, 'needs.all': 3 });
  expect(reportOnYear(none).example).toBe(true);
  expect(valuesOf({ ...input, earlier: input.register })).toMatchObject({ 'register.open': 2, 'register.new': null });
  const { activities } = reportOnYear(input);
  expect(activities).toHaveLength(11);
  expect(activities.filter((a) => a.figures.length + a.fillIn.length === 0)).toEqual([]);
});
