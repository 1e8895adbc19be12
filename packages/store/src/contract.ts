import { type Call, callSchema, dayMoment, type Match, type Need, type Notice, noticeSchema, type Organisation, STOCKHOLM } from '@asf-match/domain';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LostScan, type Scan } from './repositories/scans.ts';
import type { Store } from './store.ts';

const purpose = {
  cpvAdditional: [],
  places: [],
  reservedParticipation: [],
  reservedExecution: false,
  socialObjectives: [],
  innovationObjectives: [],
  awardCriteria: [],
};

/** A short notice for tests of stores. */
export const sampleNotice = (part: Partial<Notice> = {}): Notice =>
  noticeSchema.parse({
    ...purpose,
    ...{ source: 'ted', id: 'n1', version: '01', procedureId: 'p1', format: 'test', formType: 'competition', language: 'sv', languages: ['sv'] },
    ...{ country: 'SE', buyers: [{ name: 'Exempelköpings kommun' }], title: 'Städ', lots: [], results: [] },
    published: dayMoment('2026-11-20', STOCKHOLM),
    ...part,
  }) as Notice;

const need: Need = { id: 'AMN-1', title: 'Café', description: '', cpv: [], places: [], origin: 'plan.csv, row 2', example: true };
const organisation: Organisation = {
  ...{ id: 'ett', name: 'Ett', orgNumberMasked: false, municipalities: [], nuts: [], offers: 'städ', capabilities: [] },
  ...{ status: 'unverified', source: 'test', seen: '2026', origin: 'register.csv, row 2' },
};
const match = (organisation: string, probability: number): Match => ({
  subject: { kind: 'notice', id: 'ted:n1' },
  organisation,
  probability,
  reasons: [{ rule: 'prior', weight: Math.log(probability / (1 - probability)) }],
});

const everyLine = async (store: Store): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of store.exportAll()) lines.push(line);
  return lines;
};

/**
 * What every store must do, whatever database it stands on. A second dialect calls this with its own way to open one.
 * @param open gives an empty store whose clock stands still.
 */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`store on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('keeps a new version only on a real change', async () => {
      const once = await store.notices.upsertMany([{ notice: sampleNotice() }]);
      const again = await store.notices.upsertMany([{ notice: sampleNotice() }, { notice: sampleNotice({ title: 'Städning' }) }]);
      expect([once, again]).toEqual([['new'], ['unchanged', 'version']]);
      expect(await store.notices.versions('ted:n1')).toHaveLength(2);
      expect(await store.notices.count()).toBe(1);
    });

    it('knows equal facts whatever the order of their keys', async () => {
      const notice = sampleNotice();
      const turned = Object.fromEntries(Object.entries(notice).reverse()) as unknown as Notice;
      await store.notices.upsertMany([{ notice }]);
      expect(await store.notices.upsertMany([{ notice: turned }])).toEqual(['unchanged']);
    });

    it('takes the highest version as the current one, whichever came first', async () => {
      await store.notices.upsertMany([{ notice: sampleNotice({ version: '10', title: 'Tio' }) }, { notice: sampleNotice({ version: '02', title: 'Två' }) }]);
      expect((await store.notices.get('ted:n1'))?.title).toBe('Tio');
    });

    it('ends with the same contents after every order of the same notices', async () => {
      const notices = ['01', '02', '03'].flatMap((version) => ['n1', 'n2'].map((id) => sampleNotice({ id, version, title: `${id} ${version}` })));
      const batch = [...notices, sampleNotice({ version: '02', title: 'n1 02 rättad' })].map((notice) => ({ notice, document: 'f'.repeat(64) }));
      await store.notices.upsertMany(batch);
      const expected = await everyLine(store);
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray(batch, { minLength: batch.length }), async (shuffled) => {
          const other = await open();
          for (const one of shuffled) await other.notices.upsertMany([one]);
          const lines = await everyLine(other);
          await other.close();
          expect(lines).toEqual(expected);
        }),
        { numRuns: 15 },
      );
    });

    it('stores all of a batch or nothing of it', async () => {
      const broken = { ...sampleNotice({ id: 'n2' }), formType: null } as unknown as Notice;
      await expect(store.notices.upsertMany([{ notice: sampleNotice() }, { notice: broken }])).rejects.toThrow();
      expect(await store.notices.count()).toBe(0);
    });

    it('lists current notices newest first, filtered', async () => {
      const on = (id: string, day: string, part: Partial<Notice> = {}) => ({ notice: sampleNotice({ id, published: dayMoment(day, STOCKHOLM), ...part }) });
      await store.notices.upsertMany([
        on('a', '2026-11-01'),
        on('b', '2026-11-20'),
        on('c', '2026-11-10', { country: 'FI' }),
        on('d', '2026-11-11', { formType: 'result' }),
      ]);
      const ids = async (filter?: Parameters<Store['notices']['list']>[0]) => (await store.notices.list(filter)).map((n) => n.id);
      expect(await ids()).toEqual(['b', 'd', 'c', 'a']);
      expect(await ids({ country: 'SE', formTypes: ['competition'] })).toEqual(['b', 'a']);
      expect(await ids({ publishedSince: '2026-11-11T00:00:00Z' })).toEqual(['b']);
      expect(await store.notices.ofProcedure('p1')).toHaveLength(4);
    });

    it('keeps needs and organisations in their latest form', async () => {
      expect(await store.needs.upsertMany([need, { ...need, title: 'Kafé' }, { ...need, title: 'Kafé' }])).toEqual(['new', 'version', 'unchanged']);
      expect((await store.needs.get('AMN-1'))?.title).toBe('Kafé');
      await store.organisations.upsertMany([{ ...organisation, id: 'två' }, organisation]);
      expect((await store.organisations.list()).map((o) => o.id)).toEqual(['ett', 'två']);
      expect(await store.organisations.get('tre')).toBeUndefined();
    });

    it('replaces the matches of a purchase as a whole', async () => {
      const subject = { kind: 'notice', id: 'ted:n1' } as const;
      await store.matches.replaceFor(subject, [match('ett', 0.9), match('två', 0.6)]);
      await store.matches.replaceFor(subject, [match('tre', 0.7), match('två', 0.8)]);
      expect((await store.matches.listForSubject(subject)).map((m) => m.organisation)).toEqual(['två', 'tre']);
      expect(await store.matches.counts('notice', 0.75)).toEqual(new Map([['ted:n1', 1]]));
      expect(await store.matches.counts('need', 0)).toEqual(new Map());
      expect(await store.matches.listForOrganisation('ett')).toEqual([]);
      expect(await store.matches.listForOrganisation('tre')).toEqual([match('tre', 0.7)]);
    });

    it('keeps the register as it was at each import', async () => {
      expect([await store.snapshots.list(), await store.snapshots.get('2020-01-01T00:00:00Z')]).toEqual([[], undefined]);
      await store.snapshots.take([{ organisation, fields: ['mat.cafe'] }]);
      await store.snapshots.take([{ organisation, fields: ['stad.lokalvard', 'mat.cafe'] }]);
      const [taken, ...more] = await store.snapshots.list();
      expect(more).toEqual([]);
      expect(await store.snapshots.get(taken as string)).toEqual({ taken, rows: [{ organisation, fields: ['mat.cafe', 'stad.lokalvard'] }] });
    });

    it('gives labels back once they have been imported', async () => {
      await store.codelists.importCpv([
        { code: '90910000', sv: 'Städ', en: 'Cleaning' },
        { code: '90911000', sv: 'Bostäder' },
      ]);
      await store.codelists.importCpv([{ code: '90910000', sv: 'Städning' }]);
      expect([...(await store.codelists.cpvLabels()).values()]).toEqual([
        { code: '90910000', sv: 'Städning' },
        { code: '90911000', sv: 'Bostäder' },
      ]);
      await store.codelists.importNuts([{ code: 'SE110', sv: 'Stockholm' }]);
      await store.codelists.importNuts([{ code: 'SE110', sv: 'Stockholms län', en: 'Stockholm county' }]);
      expect([...(await store.codelists.nutsLabels())]).toEqual([['SE110', { code: 'SE110', sv: 'Stockholms län', en: 'Stockholm county' }]]);
    });

    describe('scans', () => {
      const claim = (owner: string, at?: string, isGone = (_: string) => false, leaseUntil = '2099-01-01T00:00:00Z') =>
        store.scans.claim({ source: 'ted', owner, leaseUntil, isGone, ...(at && { due: { at, since: '2026-11-20' } }) });
      const document = (sha256: string) => ({
        sha256: sha256.repeat(64),
        source: 'ted',
        origin: 'https://example.org/1',
        mediaType: 'application/json',
        bytes: 3,
      });
      const step = { cursor: 'page 2', leaseUntil: '2099-01-01T00:00:00Z' };

      it('gives each due scan to one worker, and never again', async () => {
        const scan = await claim('a', '2026-11-25T06:00:00Z');
        expect(scan).toMatchObject({ dueAt: '2026-11-25T06:00:00Z', since: '2026-11-20', owner: 'a' });
        expect(await claim('b', '2026-11-25T06:00:00Z')).toBeUndefined();
        await store.scans.finish(scan as Scan, { ok: true, message: 'fine' });
        expect(await claim('b', '2026-11-25T06:00:00Z')).toBeUndefined();
        expect(await claim('b', '2026-11-25T05:00:00Z')).toBeUndefined();
        expect(await claim('b', '2026-11-25T07:00:00Z')).toMatchObject({ owner: 'b' });
      });

      it('goes on with what was broken off: handed back, lease run out, or owner gone', async () => {
        const scan = (await claim('a', '2026-11-25T06:00:00Z')) as Scan;
        await store.scans.keep(scan, document('a'), step);
        expect(await claim('b')).toBeUndefined();
        expect(await claim('b', undefined, (owner) => owner === 'a')).toMatchObject({ owner: 'b', cursor: 'page 2', dueAt: scan.dueAt });
        await expect(store.scans.keep(scan, document('b'), step)).rejects.toThrow(LostScan);
        await expect(store.scans.finish(scan, { ok: true, message: '' })).rejects.toThrow(LostScan);
        const second = { ...scan, owner: 'b' };
        await store.scans.handBack(second);
        const third = (await claim('c', '2026-11-25T09:00:00Z', undefined, '2000-01-01T00:00:00Z')) as Scan;
        expect(third).toMatchObject({ owner: 'c', dueAt: scan.dueAt });
        expect(await claim('d')).toMatchObject({ owner: 'd', dueAt: scan.dueAt });
      });

      it('reads each kept document once, counts it, and forgets the journal at the end', async () => {
        const scan = (await claim('a', '2026-11-25T06:00:00Z')) as Scan;
        await store.scans.keep(scan, document('a'), { ...step, validators: { etag: '"1"' } });
        await store.scans.keep(scan, document('b'), step);
        await store.scans.noteTotal(scan, 3);
        const day = '2026-11-25';
        await store.scans.storeRead(scan, 1, { notices: [{ notice: sampleNotice() }, { notice: sampleNotice({ id: 'n2' }) }], refused: false, day });
        expect((await store.scans.unread(scan)).map((d) => d.position)).toEqual([2]);
        await store.scans.storeRead(scan, 2, { notices: [{ notice: sampleNotice({ title: 'Annan' }) }], refused: true, day });
        const expected = { items: 3, fresh: 2, changed: 1, refused: 1, total: 3 };
        expect(await store.scans.counts(scan)).toEqual(expected);
        await store.scans.finish(scan, { ok: false, failure: 'ted.partial', message: 'Broke off.' });
        expect(await store.scans.unread(scan)).toEqual([]);
        expect(await store.scans.finished('ted', 5)).toEqual([
          { ...expected, source: 'ted', dueAt: scan.dueAt, state: 'failed', finished: expect.any(String), failure: 'ted.partial', message: 'Broke off.' },
        ]);
        expect(await store.sourceStates.get('ted')).toMatchObject({ errorsInRow: 1, failure: 'ted.partial', lastDue: scan.dueAt });
        expect(await store.sourceStates.days('ted', '2026-11-01')).toEqual([{ day, fresh: 2 }]);
        expect(await store.scans.validators('ted')).toEqual(new Map([['https://example.org/1', { etag: '"1"' }]]));
        expect(await store.notices.unmatched(10)).toEqual(['ted:n1', 'ted:n2']);
      });

      it('counts errors in a row, and forgets them after a good answer', async () => {
        for (const [hour, ok] of [
          ['06', false],
          ['07', false],
          ['08', true],
        ] as const) {
          const scan = (await claim('a', `2026-11-25T${hour}:00:00Z`)) as Scan;
          await store.scans.finish(scan, { ok, ...(!ok && { failure: 'fetch.timeout' }), message: hour });
          expect((await store.sourceStates.list())[0]).toMatchObject({ errorsInRow: ok ? 0 : Number(hour) - 5, message: hour });
        }
        expect((await store.sourceStates.get('ted'))?.lastSuccess).toBeDefined();
      });
    });

    it('keeps away what was taken away', async () => {
      await store.notices.upsertMany([{ notice: sampleNotice() }]);
      expect(await store.notices.takeAway('ted:n1', 'fel')).toBe(true);
      expect(await store.notices.takeAway('ted:n1', 'fel')).toBe(false);
      expect(await store.notices.upsertMany([{ notice: sampleNotice({ version: '02' }) }])).toEqual(['taken-away']);
      expect(await store.notices.count()).toBe(0);
    });

    it('places notices in purchases and finds those with a trait in common', async () => {
      const place = (key: string, purchase: string, ...traits: string[]) => store.purchases.place({ key, purchase, probability: 1, reasons: [] }, traits);
      await place('ted:1', 'ted:1', 'reference:a', 'day:2026-12-01');
      await place('kommers:1', 'ted:1', 'reference:a');
      await place('ted:2', 'ted:2', 'day:2026-12-02');
      expect(await store.purchases.candidates('ted:1', ['reference:a', 'day:2026-12-02'], 9)).toEqual(['kommers:1']);
      await place('ted:2', 'ted:2', 'day:2026-12-02', 'day:2026-12-02 städ');
      expect(await store.purchases.candidates('ted:1', ['reference:a', 'day:2026-12-02', 'day:2026-12-02 städ'], 9)).toEqual(['kommers:1', 'ted:2']);
      await place('kommers:1', 'kommers:1', 'reference:b');
      expect(await store.purchases.notices('ted:1')).toEqual(['ted:1']);
      expect(await store.purchases.candidates('ted:1', ['reference:a'], 9)).toEqual([]);
    });

    it('tells a change of health once', async () => {
      const note = (state: string) => store.health.note([{ source: 'ted', state, message: state }]);
      expect((await note('ok')).map((e) => [e.before, e.after])).toEqual([[undefined, 'ok']]);
      expect(await note('ok')).toEqual([]);
      expect((await note('failing')).map((e) => [e.before, e.after])).toEqual([['ok', 'failing']]);
      expect(await store.health.events(9)).toHaveLength(2);
    });

    it('keeps a new version of a call only on a real change, and what is said last is current', async () => {
      const call = callSchema.parse({ source: 'vinnova', id: '2026-1', funder: 'Vinnova', title: 'Ett', text: '', language: 'sv', rounds: [] }) as Call;
      const document = 'a'.repeat(64);
      expect(await store.calls.upsertMany([{ call, document }, { call }])).toEqual(['new', 'unchanged']);
      expect(await store.calls.upsertMany([{ call: { ...call, title: 'Två' } }, { call, document }])).toEqual(['version', 'version']);
      expect((await store.calls.list()).map((c) => c.call.title)).toEqual(['Ett']);
      expect((await store.calls.versions('vinnova:2026-1')).map((c) => c.call.title)).toEqual(['Ett', 'Två']);
      expect((await everyLine(store)).filter((line) => line.includes('"call_'))).toHaveLength(3);
    });

    it('stores all of a batch of calls or nothing of it', async () => {
      const call = callSchema.parse({ source: 'gdp', id: '1', funder: 'Forte', title: 'Ett', text: '', language: 'sv', rounds: [] }) as Call;
      const broken = { ...call, source: undefined } as unknown as Call;
      await expect(store.calls.upsertMany([{ call }, { call: broken }])).rejects.toThrow();
      expect(await store.calls.list()).toEqual([]);
    });

    it('gives archived bytes back as they were', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
          const hash = await store.archive.put(bytes);
          expect(await store.archive.put(bytes)).toBe(hash);
          expect(new Uint8Array(await store.archive.get(hash))).toEqual(bytes);
        }),
        { numRuns: 30 },
      );
    });
  });
}
