import { describe, expect, it } from 'vitest';
import { dayMoment, minuteMoment, STOCKHOLM } from './moment.ts';
import { aboutNotice, type News, newsOfCall, newsOfNotice } from './news.ts';
import type { Deadline, Notice } from './notice.ts';

const AT = '2026-11-25T08:00:00Z';
const deadline = (day: string): Deadline => ({ for: 'tenders', at: minuteMoment(day, '23:59', STOCKHOLM) });
const notice = (part: Partial<Notice> = {}): Notice => ({
  ...{
    source: 'ted',
    id: 'n1',
    version: '01',
    procedureId: 'p1',
    format: 'f',
    formType: 'competition',
    language: 'sv',
    languages: ['sv'],
    title: 'Städ',
    buyers: [],
  },
  ...{ cpvAdditional: [], places: [], reservedParticipation: [], reservedExecution: false, socialObjectives: [], innovationObjectives: [] },
  ...{ awardCriteria: [], lots: [], results: [], deadline: deadline('2026-12-01'), ...part },
});
/** Tells notices one after the other, as runs do. */
function tell(...notices: readonly Notice[]): News[] {
  const told: News[] = [];
  for (const [n, one] of notices.entries()) told.push(...[newsOfNotice(one, told, `2026-11-25T08:00:0${n}Z`)].flatMap((x) => x ?? []));
  return told;
}
const kinds = (...notices: readonly Notice[]) => tell(...notices).map((n) => n.kind);

describe('news of notices', () => {
  it('tells a purchase once, from whichever source it comes', () => {
    const uuid = 'AB12cd34-0000-4000-8000-000000000000';
    expect(kinds(notice(), notice(), notice({ id: 'n2' }))).toEqual(['published']);
    expect(aboutNotice({ source: 'ted', procedureId: uuid })).toBe(aboutNotice({ source: 'other', procedureId: uuid.toLowerCase() }));
    expect(aboutNotice(notice())).not.toBe(aboutNotice(notice({ source: 'other' })));
  });

  it('tells a plan, then the purchase', () => {
    expect(kinds(notice({ formType: 'planning' }), notice({ formType: 'consultation' }), notice())).toEqual(['planned', 'published']);
  });

  it('tells a new last day with the old one, also when it moves back again', () => {
    const moved = tell(
      notice(),
      notice({ deadline: deadline('2026-12-08') }),
      notice({ deadline: deadline('2026-12-01') }),
      notice({ deadline: deadline('2026-12-08') }),
    );
    expect(moved.map((n) => n.kind)).toEqual(['published', 'deadline', 'deadline', 'deadline']);
    expect(new Set(moved.map((n) => n.detail)).size).toBe(4);
    expect(moved[1]).toMatchObject({ before: [deadline('2026-12-01')], deadlines: [deadline('2026-12-08')] });
  });

  it('tells what is so now when notice and change arrive together, and nothing when a change holds no last day', () => {
    expect(tell(notice({ deadline: deadline('2026-12-08') }))[0]).toMatchObject({ kind: 'published', deadlines: [deadline('2026-12-08')] });
    const { deadline: _, ...open } = notice();
    expect(kinds(notice(), open)).toEqual(['published']);
  });

  it('sees a last day that only one lot moves', () => {
    const lot = (day: string) => [{ ...notice(), id: 'LOT-1', deadline: deadline(day) }];
    expect(kinds(notice({ lots: lot('2026-12-01') }), notice({ lots: lot('2026-12-03') }))).toEqual(['published', 'deadline']);
  });

  it('tells a cancellation and a result once, and nothing after', () => {
    const cancelled = notice({ change: { reason: 'cancel', description: 'Behovet har upphört.' } });
    expect(tell(notice(), cancelled, cancelled, notice({ deadline: deadline('2027-01-01') })).map((n) => [n.kind, n.note])).toEqual([
      ['published', undefined],
      ['cancelled', 'Behovet har upphört.'],
    ]);
    expect(kinds(notice(), notice({ formType: 'result', results: [{ status: 'clos-nw', winners: [] }] }))).toEqual(['published', 'cancelled']);
    expect(kinds(notice(), notice({ formType: 'result', results: [{ status: 'selec-w', winners: [] }] }), notice({ formType: 'result' }))).toEqual([
      'published',
      'result',
    ]);
  });

  it('tells nobody that something was cancelled that nobody was told of', () => {
    expect(kinds(notice({ change: { reason: 'cancel-intent' } }), notice({ formType: 'result', results: [{ status: 'clos-nw', winners: [] }] }))).toEqual([]);
  });

  it('tells a correction of an old form to those who can know what it corrects', () => {
    const correction = notice({ id: 'n9', formType: 'change', change: { description: 'IV.2.2: 2026-12-01 → 2026-12-08' } });
    expect(kinds(correction)).toEqual([]);
    expect(tell(notice(), correction, correction).map((n) => n.detail)).toEqual(['', 'n9', 'n9']);
  });

  it('says nothing of completions and modifications', () => {
    expect(kinds(notice({ formType: 'cont-modif' }), notice({ formType: 'completion' }))).toEqual([]);
  });
});

it('tells a call once, and again when its closing dates change', () => {
  const call = (day: string) => ({
    ...{ source: 'v', id: '1', references: [], funder: 'V', title: 'U', text: '', language: 'sv' as const, status: 'open' as const, readPage: false },
    rounds: [{ closes: [dayMoment(day, STOCKHOLM)] }],
  });
  const first = newsOfCall(call('2027-01-10'), [], AT);
  expect(first).toMatchObject({ kind: 'call', about: 'call:v:1' });
  expect(newsOfCall(call('2027-01-10'), [first as News], AT)).toBeUndefined();
  expect(newsOfCall(call('2027-02-10'), [first as News], AT)).toMatchObject({ kind: 'deadline', before: first?.deadlines });
});
