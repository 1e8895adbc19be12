import { dayMoment, type IsHoliday, minuteMoment, type Notice, nextSending, STOCKHOLM } from '@asf-match/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enqueueAlerts } from '../../../workers/scan/src/alerts/enqueue-alerts.ts';
import { loadHolidays } from '../../../workers/scan/src/alerts/holidays.ts';
import { weeklyEstimate } from '../../../workers/scan/src/alerts/weekly-estimate.ts';
import { alertStore, cleaner, cleaningNotice, NOW, reference, subscribe, tell } from './alert-store.ts';

let at: Awaited<ReturnType<typeof alertStore>>;
beforeEach(async () => {
  at = await alertStore();
});
afterEach(() => at.close());

const toldTo = async (id: string) => (await at.store.outbox.toldTo(id, 100)).map((a) => `${a.news.kind} ${a.news.about.replace('ted:p-', '')}`).reverse();
const later = '2026-11-26T08:00:00Z';
const asphalt = (id: string) => cleaningNotice(id, { title: 'Asfaltering av väg', description: 'Ny beläggning.', cpv: '45233120', nature: 'works' });

describe('whom news concerns', () => {
  it('equal treatment: everyone in the field is told in the same run, and the log proves it', async () => {
    const organisations = Array.from({ length: 30 }, (_, n) => cleaner(`asf-${n}`));
    for (const { id } of organisations) await subscribe(at.store, id, `${id}@exempel.se`, { organisation: id });
    await tell(at.store, [cleaningNotice('1'), asphalt('2')], NOW, organisations);
    for (const { id } of organisations) expect(await toldTo(id)).toEqual(['published 1']);
    const queued = [];
    for await (const entry of at.store.audit.list()) if (entry.kind === 'queued') queued.push(entry.body);
    expect(queued).toMatchObject([
      {
        alerts: 30,
        items: [
          { about: 'ted:p-1', to: 30 },
          { about: 'ted:p-2', to: 0 },
        ],
      },
    ]);
  });

  it('does not tell a new subscription what was there before it, though every run looks at it again', async () => {
    await subscribe(at.store, 's1', 'a@exempel.se');
    await tell(at.store, [cleaningNotice('1')]);
    await subscribe(at.store, 's2', 'b@exempel.se');
    await tell(at.store, [cleaningNotice('1'), cleaningNotice('2')], later);
    expect([await toldTo('s1'), await toldTo('s2')]).toEqual([['published 1', 'published 2'], ['published 2']]);
  });

  it('tells nothing before it is confirmed, nor of what is closed, nor of made-up examples', async () => {
    const recipient = await at.store.recipients.ofAddress('c@exempel.se');
    const { confirmed: _, ...pending } = await subscribe(at.store, 's1', 'a@exempel.se');
    await at.store.subscriptions.add({ ...pending, id: 's3', recipient: recipient.id, status: 'pending', feed: 'c'.repeat(43) });
    const closed = cleaningNotice('1', { deadline: { for: 'tenders', at: dayMoment('2026-11-01', STOCKHOLM) } });
    expect(await tell(at.store, [closed, cleaningNotice('2', { source: 'exempel' })])).toEqual({ news: 1, alerts: 0, deliveries: 0 });
    await tell(at.store, [cleaningNotice('3')]);
    expect([await toldTo('s1'), await toldTo('s3')]).toEqual([['published 3'], []]);
  });

  it('tells a changed last day and a cancellation to those who watch them or were told of the purchase', async () => {
    await subscribe(at.store, 's1', 'a@exempel.se');
    await subscribe(at.store, 'no', 'b@exempel.se', { what: ['notices'] });
    await tell(at.store, [cleaningNotice('1')]);
    const moved = cleaningNotice('1', { version: '02', deadline: { for: 'tenders', at: minuteMoment('2026-12-15', '12:00', STOCKHOLM) } });
    await tell(at.store, [moved, moved], later);
    await tell(at.store, [{ ...moved, version: '03', change: { reason: 'cancel' } } as Notice], '2026-11-27T08:00:00Z');
    expect([await toldTo('s1'), await toldTo('no')]).toEqual([['published 1', 'deadline 1', 'cancelled 1'], ['published 1']]);
  });

  it('keeps to fields, area, never-again and must-have', async () => {
    const fields = { organisation: undefined, fields: ['stad.lokalvard'] } as never;
    await subscribe(at.store, 'near', 'a@exempel.se', { ...(fields as object), area: ['Solna'] });
    await subscribe(at.store, 'far', 'b@exempel.se', { ...(fields as object), area: ['Malmö'] });
    await subscribe(at.store, 'never', 'c@exempel.se', { never: ['stad.lokalvard'] });
    await subscribe(at.store, 'must', 'd@exempel.se', { organisation: 'asf-2', must: ['stad.lokalvard'], threshold: 0.95 });
    const baker = { ...cleaner('asf-2'), offers: 'Vi bakar bröd.' };
    await tell(at.store, [cleaningNotice('1')], NOW, [cleaner('asf-1'), baker]);
    expect([await toldTo('near'), await toldTo('far'), await toldTo('never'), await toldTo('must')]).toEqual([['published 1'], [], [], ['published 1']]);
  });

  it('learns from an answer at once, for that subscription only', async () => {
    await subscribe(at.store, 's1', 'a@exempel.se');
    await subscribe(at.store, 's2', 'b@exempel.se');
    await subscribe(at.store, 'must', 'c@exempel.se', { must: ['stad.lokalvard'] });
    const features = ['field:stad.lokalvard', 'word:städning'];
    for (let n = 0; n < 3; n++) {
      for (const subscription of ['s1', 'must'])
        await at.store.responses.record({ subscription, about: `x${n}`, step: 'not-relevant', reason: 'field', features, at: NOW });
    }
    await tell(at.store, [cleaningNotice('1')]);
    expect([await toldTo('s1'), await toldTo('s2'), await toldTo('must')]).toEqual([[], ['published 1'], ['published 1']]);
  });

  it('tells planned needs inside the city only, and a profile without fields everything it watches', async () => {
    const need = { id: 'AMN-1', title: 'Städning av kontor', description: '', cpv: [], places: [], origin: 'plan.csv, row 2', example: false };
    await subscribe(at.store, 'amn', 'amn@exempel.se', { organisation: undefined, role: 'amn', what: ['needs', 'notices'] } as never);
    await subscribe(at.store, 'asf', 'asf@exempel.se');
    await at.store.needs.upsertMany([need]);
    const context = { reference, organisations: [cleaner('asf-1')], isHoliday: () => false, mailDomain: 'example.se' };
    for (let run = 0; run < 2; run++) await enqueueAlerts(at.store, { notices: [asphalt('1')], needs: [need] }, context, NOW);
    expect([await toldTo('amn'), await toldTo('asf')]).toEqual([['published 1', 'need need:AMN-1'], []]);
  });

  it('counts on the archive how much there will be', async () => {
    const subscription = await subscribe(at.store, 's1', 'a@exempel.se');
    const context = { reference, organisations: [cleaner('asf-1')] };
    expect(await weeklyEstimate(at.store, subscription, context, NOW)).toBeUndefined();
    const published = (week: number) => ({ published: dayMoment(`2026-10-${String(2 + week * 7).padStart(2, '0')}`, STOCKHOLM) });
    const notices = [0, 1, 2, 3].flatMap((w) => [
      cleaningNotice(`a${w}`, published(w)),
      cleaningNotice(`b${w}`, published(w)),
      { ...asphalt(`c${w}`), ...published(w) },
    ]);
    await at.store.notices.upsertMany(notices.map((notice) => ({ notice })));
    // Eight cleaning purchases since 2 October, which is 7.8 weeks before.
    expect(await weeklyEstimate(at.store, subscription, context, NOW)).toBe(1);
  });
});

describe('when it is told', () => {
  it('gathers daily and weekly digests over holidays, the new year and daylight saving, each item once', async () => {
    const isHoliday: IsHoliday = await loadHolidays();
    await subscribe(at.store, 'daily', 'd@exempel.se', { rhythm: { kind: 'daily', hour: 7 } });
    await subscribe(at.store, 'weekly', 'w@exempel.se', { rhythm: { kind: 'weekly', weekday: 5, hour: 8 } });
    const context = { reference, organisations: [cleaner('asf-1')], isHoliday, mailDomain: 'example.se' };
    const days = ['2026-12-23', '2026-12-24', '2026-12-25', '2026-12-27', '2026-12-30', '2026-12-31', '2027-01-02', '2027-03-26', '2027-03-27'];
    const open = { deadline: { for: 'tenders' as const, at: dayMoment('2027-12-01', STOCKHOLM) } };
    for (const [n, day] of days.entries()) await enqueueAlerts(at.store, { notices: [cleaningNotice(String(n), open)] }, context, `${day}T12:00:00Z`);
    const dues = async (id: string) => {
      const subscription = await at.store.subscriptions.get(id);
      const mine = (await at.store.outbox.list('pending')).filter((d) => d.recipient === subscription?.recipient);
      return Promise.all(mine.map(async (d) => `${d.due.slice(0, 16)} ${(await at.store.outbox.contents(d)).length}`));
    };
    // Christmas Eve to Sunday the 27th are free, so is New Year’s Eve to the 1st; Good Friday to Easter Monday; summer time begins on Easter Day.
    expect(await dues('daily')).toEqual(['2026-12-28T06:00 4', '2027-01-02T06:00 2', '2027-01-04T06:00 1', '2027-03-27T06:00 1', '2027-03-30T05:00 1']);
    expect(await dues('weekly')).toEqual(['2026-12-28T07:00 4', '2027-01-02T07:00 2', '2027-01-08T07:00 1', '2027-03-27T07:00 1', '2027-04-02T06:00 1']);
  });

  it('a recipient who changes rhythm gets each item once', async () => {
    const subscription = await subscribe(at.store, 's1', 'a@exempel.se', { rhythm: { kind: 'weekly', weekday: 1, hour: 8 } });
    const changes = [{ kind: 'daily', hour: 7 }, { kind: 'at-once' }, { kind: 'weekly', weekday: 3, hour: 9 }, { kind: 'daily', hour: 12 }] as const;
    for (const [n, rhythm] of changes.entries()) {
      await tell(at.store, [cleaningNotice(String(n))]);
      const changed = { ...subscription, rhythm };
      const due = nextSending(rhythm, NOW, () => false);
      await at.store.subscriptions.change(changed, { recipient: subscription.recipient, due, mailDomain: 'example.se' }, NOW);
    }
    const waiting = await at.store.outbox.list('pending');
    expect(waiting.map((d) => d.due)).toEqual(['2026-11-25T11:00:00Z']);
    expect((await at.store.outbox.contents(waiting[0] as never)).map((a) => a.news.about).sort()).toEqual(['ted:p-0', 'ted:p-1', 'ted:p-2', 'ted:p-3']);
  });
});
