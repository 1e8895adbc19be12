import { dayDeadline, dayMoment, minuteMoment, type Notice, noticeSchema, STOCKHOLM, sumOfWeights } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { samePurchase } from './same-purchase.ts';
import { traitsOf } from './traits.ts';

const notice = (part: Partial<Notice>): Notice =>
  noticeSchema.parse({
    ...{ source: 'ted', id: 'a', version: '01', procedureId: 'p-a', format: 'f', formType: 'competition', language: 'sv', languages: ['sv'] },
    ...{ buyers: [{ name: 'Exempelköpings kommun', orgNumber: '212000-0142' }], title: 'Lokalvård av förskolor i norra Exempelköping', cpv: '90919300' },
    ...{ cpvAdditional: [], places: [], reservedParticipation: [], reservedExecution: false, socialObjectives: [], innovationObjectives: [] },
    ...{ awardCriteria: [], lots: [], results: [], published: dayMoment('2026-11-02', STOCKHOLM) },
    deadline: { for: 'tenders', at: minuteMoment('2026-12-01', '23:59', STOCKHOLM) },
    ...part,
  }) as Notice;
const original = notice({});
const isSame = (part: Partial<Notice>): boolean =>
  samePurchase(original, notice({ source: 'kommers', id: 'b', procedureId: 'p-b', ...part })).probability >= 0.5;

describe('samePurchase', () => {
  it('knows one purchase at two sources by its title, last day and code, even when the buyer has no number there', () => {
    expect(isSame({ buyers: [{ name: 'Exempelköpings kommun' }], deadline: { for: 'tenders', at: dayDeadline('2026-12-01', STOCKHOLM) } })).toBe(true);
  });

  it('knows it by the buyer’s own reference, however it is written and whatever the title', () => {
    const ours = notice({ reference: 'KA 2528' });
    const theirs = notice({ id: 'b', procedureId: 'p-b', reference: 'ka-2528', title: 'Städ', cpv: '90910000' });
    expect(samePurchase(ours, theirs).probability).toBeGreaterThan(0.9);
    expect(samePurchase(ours, { ...theirs, buyers: [{ name: 'Annan', orgNumber: '212000-1488' }] }).probability).toBeLessThan(0.5);
  });

  it('keeps a plan, its competition and its result together, and a double publication', () => {
    const plan = notice({ id: 'b', formType: 'planning', title: 'Lokalvård förskolor' });
    const { deadline: _, ...without } = plan;
    expect(samePurchase(original, without).probability).toBeGreaterThan(0.9);
    expect(isSame({ source: 'ted', published: dayMoment('2026-11-02', STOCKHOLM) })).toBe(true);
  });

  it('does not believe a sender’s wrong link', () => {
    const wrong = { title: 'Asfaltering av gator', cpv: '45233222', buyers: [{ name: 'Annan', orgNumber: '212000-1488' }] };
    expect(isSame({ ...wrong, procedureId: 'p-a' })).toBe(false);
    const previous = notice({ id: 'b', procedureId: 'p-b', previous: 'a', ...wrong });
    expect(samePurchase(original, previous).probability).toBeLessThan(0.5);
  });

  it('tells the next purchase of the same thing, and another buyer’s like one, apart', () => {
    const later = { published: dayMoment('2029-11-02', STOCKHOLM), deadline: { for: 'tenders' as const, at: dayDeadline('2029-12-01', STOCKHOLM) } };
    expect(isSame(later)).toBe(false);
    expect(isSame({ buyers: [{ name: 'Annan', orgNumber: '212000-1488' }], title: 'Lokalvård av förskolor' })).toBe(false);
    expect(
      isSame({ title: 'Lokalvård av förskolor i norra Exempelköping, område 2', deadline: { for: 'tenders', at: dayDeadline('2026-12-02', STOCKHOLM) } }),
    ).toBe(false);
    const [first, second] = [notice({ title: 'Lokalvård, område 1' }), notice({ id: 'b', procedureId: 'p-b', title: 'Lokalvård, område 2' })];
    expect(samePurchase(first, second).probability).toBeLessThan(0.5);
    expect(isSame({ buyers: [{ name: 'Annanstads kommun' }], title: 'Lokalvård av förskolor', cpv: '90910000' })).toBe(false);
    expect(isSame({ title: 'Måltider till äldreboenden', cpv: '55521100' })).toBe(false);
  });

  it('is symmetric, and its reasons are all of its probability', () => {
    const other = notice({ id: 'b', title: 'Lokalvård', cpv: '90910000' });
    const [there, back] = [samePurchase(original, other), samePurchase(other, original)];
    expect(there).toEqual(back);
    expect(1 / (1 + Math.exp(-sumOfWeights(there.reasons as never)))).toBeCloseTo(there.probability, 12);
  });
});

describe('traitsOf', () => {
  it('shares a trait whenever two notices may be one purchase', () => {
    const shares = (a: Notice, b: Notice): boolean => traitsOf(a).some((t) => traitsOf(b).includes(t));
    expect(shares(original, notice({ id: 'b', procedureId: 'x', title: 'Lokalvård av förskolor', buyers: [] }))).toBe(true);
    const [one, two] = [notice({ title: 'Lokalvård' }), notice({ id: 'b', procedureId: 'x', title: 'Lokalvården' })];
    expect(traitsOf(one).filter((t) => traitsOf(two).includes(t)).length).toBeGreaterThan(1);
    expect(shares(notice({ reference: 'KA 1' }), notice({ procedureId: 'x', reference: 'ka-1', title: 'Annat' }))).toBe(true);
    expect(shares(original, notice({ procedureId: 'x', title: 'Asfaltering' }))).toBe(false);
  });
});
