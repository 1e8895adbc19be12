import type { Match, News, SubjectRef, Subscription } from '@asf-match/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../repositories/audit.ts';
import type { ClaimedDelivery } from '../repositories/outbox-claim.ts';
import type { SubscriptionSlot } from '../repositories/outbox-rows.ts';
import type { Store } from '../store.ts';

const AT = '2026-11-25T08:00:00Z';
const LATER = '2026-11-25T09:00:00Z';
const DUE = '2026-11-26T06:00:00Z';

/** A short subscription for tests of stores. */
const sampleSubscription = (id: string, recipient: string, part: Partial<Subscription> = {}): Subscription => ({
  ...{ id, recipient, role: 'asf', status: 'pending', organisation: `org-${id}`, fields: [], area: [], threshold: 0.5, what: ['notices'], never: [], must: [] },
  ...{ rhythm: { kind: 'daily', hour: 7 }, feed: id.padEnd(32, '0'), created: AT, ...part },
});
const news = (about: string, part: Partial<News> = {}): News => ({
  ...{ about, kind: 'published', detail: '', subject: { kind: 'notice', id: `ted:${about}` }, at: AT, deadlines: [], ...part },
});

async function everyLine(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of store.exportAll()) lines.push(line);
  return lines;
}

/** What every store must do with subscriptions, outbox, responses and the log. */
export function alertsContract(name: string, open: () => Promise<Store>): void {
  describe(`alerts on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    /** A confirmed subscription of an address of its own. */
    async function subscribed(id: string, address = `${id}@example.org`): Promise<Subscription> {
      const recipient = await store.recipients.ofAddress(address);
      await store.subscriptions.add(sampleSubscription(id, recipient.id));
      await store.subscriptions.confirm(id, AT);
      return (await store.subscriptions.get(id)) as Subscription;
    }
    const slots = (due: string, ...of: readonly Subscription[]) =>
      of.map((s): SubscriptionSlot => ({ subscription: s.id, recipient: s.recipient, due, mailDomain: 'example.org' }));
    const to = (...places: number[]) => ({ places, probabilities: places.map(() => 0.9) });
    const tell = (due: string, item: News, ...of: readonly Subscription[]) =>
      store.outbox.queue([{ news: item, to: to(...of.keys()) }], slots(due, ...of), new Map(), AT);
    const claim = (now = DUE, limit = 10) => store.outbox.claim(now, '2026-11-26T07:00:00Z', limit);
    const entries = async () => {
      const list: AuditEntry[] = [];
      for await (const entry of store.audit.list()) list.push(entry);
      return list;
    };
    const about = async (delivery: ClaimedDelivery | undefined) => (delivery ? await store.outbox.contents(delivery) : []).map((w) => w.news.about);

    it('knows one recipient by an address, however it is written, and none by what is no address', async () => {
      const one = await store.recipients.ofAddress('Info@Exempel.se');
      expect(await store.recipients.ofAddress(' info@exempel.SE ')).toEqual(one);
      for (const bad of ['ingen', 'a@b.se\r\nBcc: c@d.se', 'a@b.se, c@d.se', '']) await expect(store.recipients.ofAddress(bad)).rejects.toThrow();
      expect(await store.recipients.list()).toHaveLength(1);
    });

    it('confirms once, and never what has stopped', async () => {
      await subscribed('a');
      expect(await store.subscriptions.confirm('a', LATER)).toBe(false);
      expect([await store.subscriptions.stop('a', LATER), await store.subscriptions.stop('a', LATER)]).toEqual([true, false]);
      expect(await store.subscriptions.confirm('a', LATER)).toBe(false);
      expect(await store.subscriptions.list('confirmed')).toEqual([]);
      expect(await store.subscriptions.ofFeed('a'.padEnd(32, '0'))).toMatchObject({ status: 'stopped', confirmed: AT, stopped: LATER });
    });

    it('refuses a subscription that would tell an ASF of what is only planned', async () => {
      await expect(store.subscriptions.add(sampleSubscription('a', 'r', { what: ['needs'] }))).rejects.toThrow('only what is published');
    });

    it('tells news once, whoever finds it again, and gathers it in one digest a recipient', async () => {
      const a = await subscribed('a');
      expect(await tell(DUE, news('p1'), a)).toEqual({ news: 1, alerts: 1, deliveries: 1 });
      expect(await tell(DUE, news('p1', { at: LATER }), a)).toEqual({ news: 0, alerts: 0, deliveries: 0 });
      expect(await tell(DUE, news('p2'), a)).toEqual({ news: 1, alerts: 1, deliveries: 0 });
      const [delivery, none] = await claim();
      expect([await about(delivery), none]).toEqual([expect.arrayContaining(['p1', 'p2']), undefined]);
    });

    it('does not tell a new subscription what was told before it, nor one that nobody was told of', async () => {
      await store.outbox.queue([{ news: news('p1'), to: to() }], [], new Map(), AT);
      const b = await subscribed('b');
      expect(await tell(DUE, news('p1'), b)).toEqual({ news: 0, alerts: 0, deliveries: 0 });
    });

    it('stores matches, news, alerts, deliveries and the log together or not at all', async () => {
      const a = await subscribed('a');
      const subject: SubjectRef = { kind: 'notice', id: 'ted:p1' };
      const match: Match = { subject, organisation: 'org-a', probability: 0.9, reasons: [{ rule: 'prior', weight: 2.2 }] };
      const before = await store.audit.verify();
      const told = (...places: number[]) => [{ news: news('p1'), to: to(...places) }];
      await expect(store.outbox.queue(told(0, 1), slots(DUE, a), new Map([[subject, [match]]]), AT)).rejects.toThrow('subscription 1 of 1');
      expect([await store.news.about('p1'), await store.outbox.list(), await store.matches.listForSubject(subject)]).toEqual([[], [], []]);
      expect(await store.audit.verify()).toEqual(before);
      await store.outbox.queue(told(0), slots(DUE, a), new Map([[subject, [match]]]), AT);
      expect(await store.matches.listForSubject(subject)).toEqual([match]);
    });

    it('queues for two addresses apart and for two subscriptions of one address together', async () => {
      const [a, b, c] = [await subscribed('a'), await subscribed('b', 'a@example.org'), await subscribed('c')];
      expect(await tell(DUE, news('p1'), a, b, c)).toEqual({ news: 1, alerts: 3, deliveries: 2 });
      expect(await store.news.toldOf('p1')).toEqual(['a', 'b', 'c']);
    });

    it('gives a delivery to one claimant until its lease is over, with the same Message-ID', async () => {
      const a = await subscribed('a');
      await tell(DUE, news('p1'), a);
      expect(await claim('2026-11-26T05:59:59Z')).toEqual([]);
      const [first] = await claim();
      expect(await claim()).toEqual([]);
      const [second] = await claim('2026-11-26T07:00:00Z');
      expect(second).toMatchObject({ id: first?.id, messageId: first?.messageId, attempts: 2, address: 'a@example.org' });
      expect(first?.messageId).toMatch(/^<.+@example\.org>$/);
    });

    it('lets only the claimant settle, and writes down who was told what', async () => {
      const a = await subscribed('a');
      await tell(DUE, news('p1'), a);
      const [lost] = await claim();
      const [mine] = await claim('2026-11-26T07:00:00Z');
      if (!lost || !mine) throw new Error('nothing was claimed');
      expect(await store.outbox.settle(lost, { outcome: 'sent', shown: [] }, LATER)).toBe(false);
      const shown = (await store.outbox.contents(mine)).map((w) => w.newsId);
      expect(await store.outbox.settle(mine, { outcome: 'sent', shown }, LATER)).toBe(true);
      expect(await store.outbox.settle(mine, { outcome: 'sent', shown }, LATER)).toBe(false);
      expect(await store.outbox.list('sent')).toMatchObject([{ id: mine.id, sent: LATER }]);
      const told = (await entries()).filter((e) => e.kind === 'told');
      expect(told).toMatchObject([{ at: LATER, body: { delivery: mine.id, items: [{ subscription: 'a', about: 'p1', kind: 'published' }] } }]);
      expect(JSON.stringify(await entries())).not.toContain('@');
      expect(await store.responses.funnel('2026', '2027')).toMatchObject({ sent: 1, shown: 1 });
    });

    it('starts a new digest once the open one has been tried', async () => {
      const a = await subscribed('a');
      await tell(DUE, news('p1'), a);
      const [claimed] = await claim();
      if (!claimed) throw new Error('nothing was claimed');
      await store.outbox.settle(claimed, { outcome: 'retry', nextAttempt: '2026-11-26T06:05:00Z', error: '451 later' }, DUE);
      expect(await tell(DUE, news('p2'), a)).toMatchObject({ deliveries: 1 });
      expect(await about(claimed)).toEqual(['p1']);
      expect(await claim('2026-11-26T06:04:59Z')).toHaveLength(1);
      expect(await claim('2026-11-26T06:05:00Z')).toMatchObject([{ id: claimed.id, failures: 1, lastError: '451 later' }]);
    });

    it('keeps dead letters for the operator, stops a bounced address and can begin again', async () => {
      const a = await subscribed('a');
      await tell(DUE, news('p1'), a);
      const [claimed] = await claim();
      if (!claimed) throw new Error('nothing was claimed');
      await store.outbox.settle(claimed, { outcome: 'dead', error: '550 no such user', bounced: true }, DUE);
      expect([...(await store.outbox.counts())]).toEqual([['dead', 1]]);
      expect(await store.recipients.get(a.recipient)).toMatchObject({ state: 'bounced', stateNote: '550 no such user' });
      expect(await store.outbox.retryDead(DUE)).toBe(1);
      expect(await claim()).toEqual([]);
      await store.recipients.setState(a.recipient, 'ok', undefined, DUE);
      expect(await claim()).toMatchObject([{ id: claimed.id, messageId: claimed.messageId, failures: 0 }]);
    });

    it('waits out a pause and gives unused claims back', async () => {
      const a = await subscribed('a');
      await tell(DUE, news('p1'), a);
      await store.recipients.pause(a.recipient, '2026-12-01T00:00:00Z', AT);
      expect(await claim()).toEqual([]);
      await store.recipients.pause(a.recipient, undefined, AT);
      for (const unused of await claim()) await store.outbox.release(unused);
      expect(await claim()).toHaveLength(1);
    });

    it('says nothing more for a subscription that has stopped', async () => {
      const [a, b] = [await subscribed('a'), await subscribed('b', 'a@example.org')];
      await tell(DUE, news('p1'), a, b);
      await store.subscriptions.stop('a', LATER);
      const [claimed] = await claim();
      expect(claimed && (await store.outbox.contents(claimed)).map((w) => w.subscription)).toEqual(['b']);
    });

    it('moves what waits when the rhythm changes: each item once, the other subscription left where it was', async () => {
      const [a, b] = [await subscribed('a'), await subscribed('b', 'a@example.org')];
      await tell(DUE, news('p1'), a, b);
      await tell('2026-11-27T06:00:00Z', news('p2'), a);
      const sooner = '2026-11-25T12:00:00Z';
      const changed: Subscription = { ...a, rhythm: { kind: 'at-once' } };
      await store.subscriptions.change(changed, { recipient: a.recipient, due: sooner, mailDomain: 'example.org' }, AT);
      expect(await store.subscriptions.get('a')).toEqual(changed);
      const waiting = await claim();
      expect(waiting.map((d) => d.due)).toEqual([sooner, DUE]);
      expect((await about(waiting[0])).sort()).toEqual(['p1', 'p2']);
      expect(waiting[1] && (await store.outbox.contents(waiting[1])).map((w) => [w.news.about, w.subscription])).toEqual([['p1', 'b']]);
    });

    it('keeps the last word of interested and not relevant, and counts by step and reason', async () => {
      const say = (step: 'interested' | 'not-relevant' | 'bid', reason?: 'place') =>
        store.responses.record({ subscription: 'a', about: 'p1', step, features: ['field:a.b'], at: AT, ...(reason && { reason }) });
      await say('interested');
      await say('bid');
      await say('not-relevant', 'place');
      await say('not-relevant', 'place');
      expect(await store.responses.funnel('2026-11', '2026-12')).toEqual({
        ...{ sent: 0, shown: 0, steps: { interested: 0, 'not-relevant': 1, bid: 1, won: 0 }, reasons: { place: 1 } },
      });
      expect((await store.responses.funnel('2027', '2028')).steps.bid).toBe(0);
    });

    it('gives everything about an address, and takes it away with what waits for it', async () => {
      const a = await subscribed('a');
      await subscribed('b');
      await tell(DUE, news('p1'), a);
      await store.responses.record({ subscription: 'a', about: 'p1', step: 'not-relevant', note: 'Ring Kim', features: [], at: AT });
      expect(await store.privacy.export('A@example.org')).toMatchObject({
        ...{
          recipient: { address: 'a@example.org' },
          subscriptions: [{ id: 'a' }],
          told: [{ about: 'p1', kind: 'published' }],
          answers: [{ note: 'Ring Kim' }],
        },
        mails: [{ kind: 'digest', state: 'pending' }],
      });
      expect([await store.privacy.erase('a@example.org', LATER), await store.privacy.erase('a@example.org', LATER)]).toEqual([true, false]);
      expect(await store.privacy.export('a@example.org')).toBeUndefined();
      expect(await claim()).toEqual([]);
      expect(await store.subscriptions.list('confirmed')).toMatchObject([{ id: 'b' }]);
      expect(await store.subscriptions.ofFeed(a.feed)).toBeUndefined();
      const everything = (await everyLine(store)).join('\n');
      for (const gone of ['a@example.org', 'Ring Kim']) expect(everything).not.toContain(gone);
      expect(everything).toContain('b@example.org');
      expect(await store.audit.verify()).toMatchObject({ unbroken: true });
    });

    it('erases by age only what has ended', async () => {
      await subscribed('a');
      await subscribed('b');
      await store.subscriptions.stop('b', AT);
      const waiting = await store.recipients.ofAddress('c@example.org');
      await store.subscriptions.add(sampleSubscription('c', waiting.id));
      expect(await store.privacy.clean(AT, LATER)).toEqual({ addresses: 0, notes: 0 });
      expect(await store.privacy.clean(LATER, LATER)).toEqual({ addresses: 2, notes: 0 });
      expect((await store.recipients.list()).map((r) => r.address)).toEqual(['a@example.org']);
    });

    it('gives judged items with the probability they were told with', async () => {
      const a = await subscribed('a');
      await tell(DUE, news('p1'), a);
      await store.responses.record({ subscription: 'a', about: 'p1', step: 'interested', features: ['word:x', 'field:stad.lokalvard'], at: AT });
      expect(await store.responses.judged()).toEqual([{ field: 'stad.lokalvard', probability: 0.9, relevant: true }]);
      await store.responses.replaceFieldWeights([{ field: 'stad.lokalvard', weight: -0.4, n: 5 }], AT);
      expect([...(await store.responses.fieldWeights())]).toEqual([['stad.lokalvard', -0.4]]);
    });

    it('proves the log unbroken, and that nothing was taken from its end', async () => {
      for (let n = 0; n < 5; n++) await store.audit.append('changed', { n }, AT);
      const proof = await store.audit.verify();
      if (!proof.unbroken) throw new Error(proof.problem);
      expect(proof.entries).toBe(5);
      await store.audit.append('changed', { n: 5 }, AT);
      expect(await store.audit.verify(proof.head)).toMatchObject({ unbroken: true, entries: 6 });
      expect(await store.audit.verify('f'.repeat(64))).toMatchObject({ unbroken: false, problem: expect.stringContaining('noted earlier') });
    });
  });
}
