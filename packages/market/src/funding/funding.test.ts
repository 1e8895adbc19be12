import { type Call, type CallReading, callSchema, dayDeadline, minuteMoment, STOCKHOLM } from '@asf-match/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callTimes } from './call-state.ts';
import { cofinancingOf } from './cofinancing.ts';
import { fundingDigest } from './funding-digest.ts';
import { fundingList, type JudgedCall } from './funding-list.ts';

const NOW = '2026-11-25T12:00:00Z';
const at = (day: string, time = '14:00') => minuteMoment(day, time, STOCKHOLM);
const callWith = (more: Partial<Call> = {}): Call =>
  callSchema.parse({ source: 'vinnova', id: '1', funder: 'Vinnova', title: 'Utlysning', text: '', language: 'sv', rounds: [], ...more }) as Call;
const said = <T>(value: T) => ({ value, quotes: [{ part: 'text', text: 'x', start: 0, end: 1 }] });
const readingWith = (more: Partial<CallReading> = {}): CallReading => ({
  language: 'sv',
  role: { ...said('projektägare' as const), check: [] },
  unread: [],
  ...more,
});
const judged = (call: Partial<Call> = {}, reading: Partial<CallReading> = {}, more: Partial<JudgedCall> = {}): JudgedCall => ({
  ...{ call: callWith(call), reading: readingWith(reading), firstSeen: NOW, lastSeen: NOW, sourceLabel: 'Vinnova' },
  ...{ relevance: { probability: 0.9, reasons: [] }, fields: [] },
  ...more,
});
const list = (calls: readonly JudgedCall[], now = NOW) => fundingList(calls, now, [], '0');

describe('where a call stands', () => {
  const state = (call: Partial<Call>, reading: Partial<CallReading> = {}, now = NOW) => callTimes(callWith(call), readingWith(reading), now).state;

  it.each([
    ['open to its own minute', { rounds: [{ closes: [at('2026-11-25', '13:00')] }] }, {}, 'open'],
    ['closed a minute later', { rounds: [{ closes: [at('2026-11-25', '12:59')] }] }, {}, 'closed'],
    ['closed although the source says open', { status: 'open', rounds: [{ closes: [at('2026-03-24')] }] }, {}, 'closed'],
    ['open until the last of its cut-offs', { rounds: [{ closes: [at('2026-03-24'), at('2027-03-24')] }] }, {}, 'open'],
    ['closed in words although its date is to come', { rounds: [{ closes: [at('2027-03-24')] }] }, { closedInWords: said(true as const) }, 'closed'],
    ['forthcoming until it opens', { rounds: [{ opens: at('2026-12-01'), closes: [at('2027-01-01')] }] }, {}, 'forthcoming'],
    ['forthcoming when only about is known', { rounds: [{ closes: [], about: 'mars 2027' }] }, {}, 'forthcoming'],
    ['open when it is running', {}, { rolling: said(true as const) }, 'open'],
    ['undated when nothing is known', {}, {}, 'undated'],
    ['by the text when the source has no dates', {}, { closes: said([dayDeadline('2026-11-25', STOCKHOLM)]) }, 'open'],
    ['by the source when both have', { rounds: [{ closes: [at('2026-11-01')] }] }, { closes: said([at('2027-01-01')]) }, 'closed'],
  ] as const)('%s', (_, call, reading, expected) => expect(state(call as Partial<Call>, reading as Partial<CallReading>)).toBe(expected));

  it('is never open after its last deadline', () => {
    const days = fc.array(fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(days, days, ([now = new Date()], dates) => {
        const closes = dates.map((d) => at(d.toISOString().slice(0, 10)));
        const instant = `${now.toISOString().slice(0, 19)}Z`;
        const times = callTimes(callWith({ status: 'open', rounds: [{ closes }] }), readingWith(), instant);
        expect(times.state === 'open').toBe(closes.some((c) => c.instant >= instant));
        expect(times.closes === undefined || times.closes.instant >= instant).toBe(true);
      }),
    );
  });
});

describe('co-financing of a typical project', () => {
  const kronor = (amount: number) => said({ amount, currency: 'SEK' });
  it('is the share stated, of the middle of the call’s span', () => {
    const reading = readingWith({ cofinancingPercent: said(46), fundingPercent: said(54), min: kronor(4_000_000), max: kronor(15_000_000) });
    expect(cofinancingOf(callWith(), reading)).toEqual({
      ...{ percent: 46, from: 'stated', project: { amount: 9_500_000, currency: 'SEK' }, projectFrom: 'middle' },
      amount: { amount: 4_370_000, currency: 'SEK' },
    });
  });

  it('is what the funder leaves, of an assumed project when the call gives no kronor, and nothing without a share', () => {
    const euro = said({ amount: 1_000_000, currency: 'EUR' });
    expect(cofinancingOf(callWith(), readingWith({ fundingPercent: said(80), max: euro }))).toMatchObject({
      percent: 20,
      from: 'remaining',
      projectFrom: 'assumed',
      amount: { amount: 800_000 },
    });
    expect(cofinancingOf(callWith(), readingWith({ max: kronor(1_000_000) }))).toBeUndefined();
  });
});

describe('the list', () => {
  it('has the soonest deadline first, running and undated calls last', () => {
    const ids = list([
      judged({ id: 'running' }, { rolling: said(true as const) }),
      judged({ id: 'late', rounds: [{ closes: [at('2027-03-01')] }] }),
      judged({ id: 'coming', rounds: [{ opens: at('2027-01-01'), closes: [] }] }),
      judged({ id: 'soon', rounds: [{ closes: [at('2026-12-01')] }] }),
    ]).calls.map((c) => c.key);
    expect(ids).toEqual(['vinnova:soon', 'vinnova:late', 'vinnova:coming', 'vinnova:running']);
  });

  it('keeps apart what the city cannot join, what must be read, what is about other things, and what is closed', () => {
    const open = { rounds: [{ closes: [at('2027-03-01')] }] };
    const found = list([
      judged({ id: 'a', ...open }),
      judged({ id: 'b', ...open }, { role: { ...said('kan inte delta' as const), check: [] } }),
      judged({ id: 'c', readPage: true }),
      judged({ id: 'p', source: 'watched-pages' }),
      judged({ id: 'd', ...open }, {}, { relevance: { probability: 0.2, reasons: [] } }),
      judged({ id: 'e', rounds: [{ closes: [at('2026-01-01')] }] }),
    ]);
    const keys = (entries: typeof found.calls) => entries.map((e) => e.key);
    expect([keys(found.calls), keys(found.closedToCity), keys(found.toRead), found.others]).toEqual([
      ['vinnova:a'],
      ['vinnova:b'],
      ['vinnova:c', 'watched-pages:p'],
      { irrelevant: 1, closed: 1 },
    ]);
  });

  it('says what a person has to find out', () => {
    const [entry] = list([
      judged(
        { rounds: [{ closes: [dayDeadline('2027-03-01', STOCKHOLM)] }] },
        { role: { ...said('oklart' as const), check: ['Fråga.'] }, unread: ['”3/4”: oklart.'] },
      ),
    ]).calls;
    expect(entry?.missing).toEqual([
      'Fråga.',
      'Klockslaget framgår inte. Räkna inte med hela sista dagen.',
      'Stödnivå och medfinansiering framgår inte.',
      'Datum att tolka själv: ”3/4”: oklart.',
    ]);
  });
});

describe('the digest', () => {
  it('tells a call once when it is new, and once when its deadline comes near', () => {
    const entry = (id: string, firstSeen: string, closes: string) => judged({ id, rounds: [{ closes: [at(closes)] }] }, {}, { firstSeen });
    const calls = [
      entry('new', '2026-11-24T00:00:00Z', '2026-12-01'),
      entry('near', '2026-10-01T00:00:00Z', '2026-12-08'),
      entry('far', '2026-10-01T00:00:00Z', '2027-03-01'),
      entry('told', '2026-10-01T00:00:00Z', '2026-11-27'),
    ];
    const { fresh, soon } = fundingDigest(list(calls), '2026-11-18T12:00:00Z');
    expect([fresh.map((c) => c.key), soon.map((c) => c.key)]).toEqual([['vinnova:new'], ['vinnova:near']]);
  });
});
