import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError, type Notice, noticeSchema } from '@asf-match/domain';
import type { AnySource, Fetcher, FetchStep, SourceRequest } from '@asf-match/sources';
import { openStore, type Store } from '@asf-match/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Configuration, loadWorkPlan, type ScheduledSource, type WorkPlan } from '../configuration.ts';
import { NOTHING_MATCHED } from './match-unmatched.ts';
import { scanDue } from './scan-due.ts';
import { rereading, workRound } from './worker.ts';

let folder: string;
let stores: Store[];
let clockAt: string;
const clock = (): string => clockAt;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worker-'));
  stores = [];
  clockAt = '2026-11-25T06:00:00Z';
});
afterEach(async () => {
  for (const store of stores) await store.close();
  await rm(folder, { recursive: true });
});
const open = async (): Promise<Store> => {
  const store = await openStore({ database: join(folder, 'a.sqlite'), archive: join(folder, 'archive'), clock });
  stores.push(store);
  return store;
};

const notice = (id: string): Notice =>
  noticeSchema.parse({
    ...{ source: 'a', id, version: '01', procedureId: id, format: 'f', formType: 'competition', language: 'sv', languages: ['sv'], title: id, buyers: [] },
    ...{ cpvAdditional: [], places: [], reservedParticipation: [], reservedExecution: false, socialObjectives: [], innovationObjectives: [] },
    ...{ awardCriteria: [], lots: [], results: [] },
  }) as Notice;

/** A source whose documents hold one notice each, named by their text; "bad" is refused. */
const source = (id: string, fetch: (request: SourceRequest<never>) => AsyncIterable<FetchStep>, more: Partial<AnySource> = {}): AnySource => ({
  ...{ id, label: id.toUpperCase(), provides: 'notices', documentation: 'd', licence: 'l', settings: z.unknown() },
  schedule: { cron: '0 * * * *', lookBackDays: 2 },
  fetch,
  parse: (bytes) => {
    const text = new TextDecoder().decode(bytes);
    if (text === 'bad') throw new InputError({ key: 'x.bad', message: 'Cannot be read.', remedy: '' });
    return { notices: [notice(text)], remarks: [] };
  },
  ...more,
});
const document = (text: string, cursor?: string): FetchStep => ({
  kind: 'document',
  document: { bytes: new TextEncoder().encode(text), origin: `https://example.org/${text}`, mediaType: 'text/plain' },
  ...(cursor && { cursor }),
});
async function* steps(...list: readonly FetchStep[]): AsyncGenerator<FetchStep> {
  yield* list;
}
const failed: FetchStep = { kind: 'failed', failure: { key: 'fetch.server', swedish: 'Fel.', english: 'It is down.' } };

const planOf = (...sources: readonly AnySource[]): WorkPlan => ({
  configuration: { leaseSeconds: 60 } as Configuration,
  sources: sources.map((s): ScheduledSource => ({ source: s, enabled: true, ...s.schedule, settings: undefined as never })),
});
const context = (store: Store, owner = 'a', signal = new AbortController().signal) => ({
  ...{ store, fetcher: {} as Fetcher, clock, owner, leaseSeconds: 60, signal, purchaseIndex: async () => () => ({ fields: [], stems: [] }) },
});
const messages = async (store: Store): Promise<string[]> => (await store.sourceStates.list()).map((s) => `${s.source} ${s.failure ?? 'ok'}: ${s.message}`);

describe('a round', () => {
  it('goes on when a source fails, has a document that cannot be read, or an error in its own code', async () => {
    const store = await open();
    const broken = source('c', async function* () {
      yield document('n4');
      throw new Error('a bug');
    });
    await scanDue(
      planOf(
        source('a', () => steps(failed)),
        source('b', () => steps(document('n1'), document('bad'), document('n2'))),
        broken,
        source('d', () => steps(document('n3'))),
      ),
      context(store),
    );
    expect(await messages(store)).toEqual([
      'a fetch.server: It is down. 0 new, 0 changed, 0 read.',
      'b x.bad: Cannot be read. 2 new, 0 changed, 2 read.',
      'c internal: An error in the program itself: a bug',
      'd ok: 1 new, 0 changed, 1 read.',
    ]);
    expect(await store.notices.count()).toBe(4);
  });

  it('goes on after the last page that was kept, once the process that held the scan is gone', async () => {
    const store = await open();
    const dying = new AbortController();
    const asked: (string | undefined)[] = [];
    const paged = source('a', async function* ({ cursor }) {
      asked.push(cursor);
      for (let page = Number(cursor ?? 0); page < 4; page++) {
        if (page === 2 && cursor === undefined) dying.abort();
        yield document(`n${page}`, String(page + 1));
      }
    });
    const [end] = await scanDue(planOf(paged), context(store, 'a', dying.signal));
    expect(end?.end).toEqual({ end: 'handed-back' });
    expect(await store.notices.count()).toBe(2);
    await scanDue(planOf(paged), context(store, 'b'));
    expect(asked).toEqual([undefined, '2']);
    expect(await messages(store)).toEqual(['a ok: 4 new, 0 changed, 4 read.']);
  });

  it('reads what was archived and not read, though the source is not asked for it again', async () => {
    const store = await open();
    const scan = await store.scans.claim({ source: 'a', owner: 'dead', leaseUntil: clockAt, isGone: () => false, due: { at: clockAt, since: '2026-11-20' } });
    const sha256 = await store.archive.put(new TextEncoder().encode('n1'));
    await store.scans.keep(scan as never, { sha256, source: 'a', origin: 'x', mediaType: 'text/plain', bytes: 2 }, { leaseUntil: clockAt, cursor: 'after' });
    await scanDue(planOf(source('a', ({ cursor }) => steps(document(`after-${cursor}`)))), context(store));
    expect((await store.notices.list()).map((n) => n.id).sort()).toEqual(['after-after', 'n1']);
  });

  it('tells a source that gave less than it says it has', async () => {
    const store = await open();
    await scanDue(planOf(source('a', () => steps({ kind: 'total', items: 9 }, document('n1')))), context(store));
    expect(await messages(store)).toEqual(['a ok: 1 new, 0 changed, 1 read. The source speaks of 9.']);
  });
});

describe('workers on one store', () => {
  it('make each scan that is due exactly once, over both changes of the clock and a change of schedule', async () => {
    const made: string[] = [];
    const counted = source('a', () => {
      made.push(clockAt);
      return steps(document(`n${made.length}`));
    });
    const store = await open();
    const contexts = [context(store, 'one'), context(store, 'two')];
    const pass = async (from: string, hours: number, cron: string): Promise<number> => {
      const before = made.length;
      const plan = { ...planOf(counted), sources: planOf(counted).sources.map((s) => ({ ...s, cron })) };
      for (let minute = 0; minute < hours * 60; minute += 20) {
        clockAt = `${new Date(Date.parse(from) + minute * 60_000).toISOString().slice(0, 19)}Z`;
        await Promise.all(contexts.map((c) => scanDue(plan, c)));
      }
      return made.length - before;
    };
    // The first round scans the source because it is new; from then on each due time counts.
    expect(await pass('2026-10-24T12:05:00Z', 48, '30 2 * * *')).toBe(1 + 2);
    expect(await pass('2026-10-26T12:05:00Z', 12, '0 * * * *')).toBe(12);
    expect(await pass('2027-03-27T12:05:00Z', 48, '30 2 * * *')).toBe(1 + 2);
    expect(new Set(made).size).toBe(made.length);
  });

  it('take over from one that gave no sign of life, and not before', async () => {
    const store = await open();
    await store.scans.claim({ source: 'a', owner: 'one', leaseUntil: '2026-11-25T06:01:00Z', isGone: () => false, due: { at: clockAt, since: '2026-11-20' } });
    const plan = planOf(source('a', () => steps(document('n1'))));
    expect(await scanDue(plan, context(store, 'two'))).toEqual([]);
    clockAt = '2026-11-25T06:02:00Z';
    expect(await scanDue(plan, context(store, 'two'))).toMatchObject([{ source: 'a', end: { end: 'finished' } }]);
  });
});

describe('workRound', () => {
  it('matches and looks after health also when nothing was due, but not once it is stopping', async () => {
    const store = await open();
    const done: string[] = [];
    const stop = new AbortController();
    const worker = {
      context: context(store, 'a', stop.signal),
      plan: async () => planOf(),
      match: async () => {
        done.push('match');
        return NOTHING_MATCHED;
      },
      afterRound: async () => void done.push('after'),
    };
    await workRound(worker);
    stop.abort();
    await workRound(worker);
    expect(done).toEqual(['match', 'after', 'match']);
  });
});

describe('the configuration', () => {
  const sources = [
    source('a', () => steps(), { settings: z.object({ url: z.url().default('https://example.org') }).strict() }),
    source('off', () => steps(), { offBecause: 'Villkoren.' }),
  ];
  const load = async (text: string): Promise<WorkPlan> => {
    await writeFile(join(folder, 'worker.json'), text);
    return loadWorkPlan(join(folder, 'worker.json'), sources);
  };

  it('has a default for everything, and leaves off what is off for a reason', async () => {
    const { sources: scheduled } = await load('{}');
    expect(scheduled.map(({ source: { id }, enabled, cron, settings }) => [id, enabled, cron, settings])).toEqual([
      ['a', true, '0 * * * *', { url: 'https://example.org' }],
      ['off', false, '0 * * * *', {}],
    ]);
    expect((await load('{"sources":{"*":{"enabled":false},"a":{"cron":"1 1 * * *"}}}')).sources.map((s) => s.enabled)).toEqual([false, false]);
    expect((await load('{"sources":{"off":{"enabled":true,"cron":"5 4 * * *"}}}')).sources[1]).toMatchObject({ enabled: true, cron: '5 4 * * *' });
  });

  it.each([
    ['{', 'is not JSON'],
    ['{"sources":{"b":{}}}', 'sources.b: There is no such source; there are a, off.'],
    ['{"sources":{"a":{"cron":"dagligen"}}}', 'sources.a.cron: is no cron expression'],
    ['{"sources":{"a":{"settings":{"url":7}}}}', 'sources.a.settings.url'],
    ['{"kontakt":"x"}', 'kontakt'],
    ['{"leaseSeconds":0}', 'leaseSeconds'],
  ])('is refused with the file and the place: %s', async (text, expected) => {
    await expect(load(text)).rejects.toThrow(expected);
    await expect(load(text)).rejects.toThrow('worker.json');
  });

  it('is read again when the file changes, and stays as it was when the change is wrong', async () => {
    const file = join(folder, 'worker.json');
    const first = await load('{}');
    const problems: unknown[] = [];
    const plan = rereading(
      file,
      () => loadWorkPlan(file, sources),
      first,
      (e) => problems.push(e),
    );
    expect(await plan()).toBe(first);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await writeFile(file, '{"sources":{"a":{"enabled":false}}}');
    expect((await plan()).sources[0]?.enabled).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await writeFile(file, '{');
    expect((await plan()).sources[0]?.enabled).toBe(false);
    expect((await plan()).sources[0]?.enabled).toBe(false);
    expect(problems).toHaveLength(1);
  });
});
