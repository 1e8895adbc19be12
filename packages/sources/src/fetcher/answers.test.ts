import { getEventListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { answer, type Behaviour, bomb, cut, drip, hangUp, html, json, replayServer, silence, testFetcher, versioned } from '../testing/index.ts';
import type { FetchAsk, Fetched, FetcherOptions } from './fetcher.ts';

const PAGE = json({ notices: [] });

/** Asks for one page that behaves as told, and gives what came of it. */
async function outcome(behaviours: Behaviour | readonly Behaviour[], ask: Partial<FetchAsk> = {}, options: Partial<FetcherOptions> = {}) {
  await using server = await replayServer({ '/page': behaviours });
  const fetcher = testFetcher([server.origin], options);
  const fetched = await fetcher.fetch({ url: server.url('/page'), accept: ['application/json'], ...ask });
  const pages = server.asked.filter(({ path }) => path.startsWith('/page'));
  return { fetched, waits: fetcher.waits, pages, server, text: textOf(fetched), failure: fetched.ok ? undefined : fetched.failure };
}
const textOf = (fetched: Fetched): string | undefined => (fetched.ok && !fetched.unchanged ? new TextDecoder().decode(fetched.bytes) : undefined);

describe('answers', () => {
  it('gives the bytes, their kind and what they are recognised by', async () => {
    const { fetched } = await outcome(
      json({ a: 1 }, { etag: '"1"', 'last-modified': 'Tue, 01 Dec 2026 06:00:00 GMT', 'content-type': 'Application/JSON; charset=utf-8' }),
    );
    expect(fetched).toMatchObject({
      ok: true,
      unchanged: false,
      mediaType: 'application/json',
      validators: { etag: '"1"', lastModified: 'Tue, 01 Dec 2026 06:00:00 GMT' },
    });
    expect(textOf(fetched)).toBe('{"a":1}');
  });

  it('is told that nothing has changed, also when the empty answer names a content coding', async () => {
    const page = versioned('{}', '"7"', { 'content-type': 'application/json' });
    expect((await outcome(page, { validators: { etag: '"7"' } })).fetched).toMatchObject({ ok: true, unchanged: true });
    const since = await outcome(answer(304, '', { 'content-encoding': 'gzip' }), { validators: { lastModified: 'Tue, 01 Dec 2026 06:00:00 GMT' } });
    expect(since.fetched).toMatchObject({ ok: true, unchanged: true });
    expect(since.pages[0]?.headers['if-modified-since']).toBe('Tue, 01 Dec 2026 06:00:00 GMT');
    expect((await outcome(page, { validators: { etag: '"6"' } })).text).toBe('{}');
    expect((await outcome(answer(304))).failure?.key).toBe('fetch.refused');
  });

  it.each(['gzip', 'br'] as const)('unpacks %s', async (coding) => {
    expect((await outcome(bomb(coding, 1))).text).toHaveLength(1024 * 1024);
  });

  it('sends JSON, and parts that each say that they are JSON', async () => {
    const { pages } = await outcome(PAGE, { json: { query: 'städ' } });
    expect(pages[0]).toMatchObject({ method: 'POST', body: '{"query":"städ"}', headers: { 'content-type': 'application/json' } });
    const form = new FormData();
    form.set('query', new Blob(['{"bool":{}}'], { type: 'application/json' }));
    form.set('languages', new Blob(['["sv"]'], { type: 'application/json' }));
    const retried = await outcome([answer(500), PAGE], { form });
    expect(retried.pages).toHaveLength(2);
    for (const { method, headers, body } of retried.pages) {
      expect(method).toBe('POST');
      expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
      expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
      expect(body.match(/name="(query|languages)"; filename="blob"\r\nContent-Type: application\/json\r\n\r\n[{[]/g)).toHaveLength(2);
    }
  });
});

describe('waiting and asking again', () => {
  it('waits the seconds that 429 names', async () => {
    const { text, waits } = await outcome([answer(429, '', { 'retry-after': '7' }), PAGE]);
    expect(text).toBe('{"notices":[]}');
    expect(waits).toEqual([7_000]);
  });

  it('waits until the date that 429 names', async () => {
    const { text, waits } = await outcome([answer(429, '', { 'retry-after': 'Tue, 01 Dec 2026 06:40:09 GMT' }), PAGE]);
    expect(text).toBeDefined();
    expect(waits).toEqual([9_000]);
  });

  it('waits longer each time after 429 that names nothing, and gives up after four attempts', async () => {
    const { failure, waits, pages } = await outcome(html('<html>429</html>', 429));
    expect(failure?.key).toBe('fetch.too-many');
    expect(pages).toHaveLength(4);
    expect(waits.reduce((sum, wait) => sum + wait)).toBeGreaterThanOrEqual(15_000 + 30_000 + 60_000);
  });

  it('does not wait for hours, and leaves the whole host alone until then', async () => {
    await using server = await replayServer({ '/a': answer(429, '', { 'retry-after': '7200' }), '/b': PAGE });
    const fetcher = testFetcher([server.origin]);
    const retryAt = Date.UTC(2026, 11, 1, 8, 40);
    for (const path of ['/a', '/b'])
      expect(await fetcher.fetch({ url: server.url(path), accept: [''] })).toMatchObject({ ok: false, failure: { key: 'fetch.too-many', retryAt } });
    expect(server.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a']);
    expect(fetcher.waits).toEqual([]);
  });

  it('holds other pages of a host that asked for a pause', async () => {
    await using server = await replayServer({ '/a': [answer(429, '', { 'retry-after': '20' }), PAGE], '/b': PAGE });
    const fetcher = testFetcher([server.origin]);
    const at: string[] = [];
    await Promise.all(['/a', '/b'].map((path) => fetcher.fetch({ url: server.url(path), accept: [''] }).then(() => at.push(path))));
    expect(fetcher.waits.some((wait) => wait >= 20_000)).toBe(true);
    expect(server.asked.filter(({ path }) => path === '/a')).toHaveLength(2);
    expect(at.sort()).toEqual(['/a', '/b']);
  });

  it('asks again after an error of the server', async () => {
    const { text, waits } = await outcome([answer(500), answer(502), PAGE]);
    expect(text).toBe('{"notices":[]}');
    expect(waits).toEqual([1_000, 2_000]);
  });

  it.each([
    ['by length', cut('length')],
    ['by chunks', cut('chunked')],
    ['before the headers', hangUp],
  ])('takes nothing of an answer that was cut (%s), and asks again', async (_, behaviour) => {
    expect((await outcome([behaviour, PAGE])).text).toBe('{"notices":[]}');
    const { failure, pages } = await outcome(behaviour);
    expect(failure?.key).toBe('fetch.cut');
    expect(pages).toHaveLength(4);
  });

  it.each([
    ['drips', drip(20), { idleMs: 5_000, wholeMs: 400 }],
    ['never begins', silence, { idleMs: 300, wholeMs: 5_000 }],
    [
      'stops in the middle',
      ((response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{')) satisfies Behaviour,
      { idleMs: 300, wholeMs: 5_000 },
    ],
  ])('gives up on an answer that %s', async (_, behaviour, limits) => {
    const began = performance.now();
    expect((await outcome([behaviour, PAGE], {}, { limits: { connectMs: 1_000, ...limits } })).text).toBe('{"notices":[]}');
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it('names a site that refuses connections', async () => {
    const gone = await replayServer({});
    await gone[Symbol.asyncDispose]();
    expect(await testFetcher([gone.origin]).fetch({ url: gone.url('/'), accept: [''] })).toMatchObject({ failure: { key: 'fetch.connection' } });
  });
});

describe('answers that are not what was asked for', () => {
  it.each([
    ['fetch.media-type', html('<html>Underhåll</html>')],
    ['fetch.media-type', answer(200, 'text')],
    ['fetch.media-type', ((response) => void response.writeHead(200).end('{}')) satisfies Behaviour],
    ['fetch.empty', answer(200, '', { 'content-type': 'application/json' })],
    ['fetch.empty', answer(204)],
    ['fetch.challenge', answer(202, '', { 'x-amzn-waf-action': 'challenge' })],
    ['fetch.not-found', answer(404)],
    ['fetch.not-found', answer(410)],
    ['fetch.refused', answer(403)],
    ['fetch.encoding', answer(200, '{}', { 'content-type': 'application/json', 'content-encoding': 'gzip' })],
    ['fetch.encoding', answer(200, '{}', { 'content-type': 'application/json', 'content-encoding': 'rot13' })],
    ['fetch.redirect', answer(300)],
  ])('%s', async (key, behaviour) => {
    const { failure, pages } = await outcome(behaviour);
    expect(failure?.key).toBe(key);
    expect(failure?.swedish).toMatch(/^[A-ZÅÄÖ].*\.$/);
    expect(failure?.english).toMatch(/^[A-Z].*\.$/);
    expect(pages).toHaveLength(1);
  });

  it('keeps what a refusal says, and no more than its beginning', async () => {
    expect((await outcome(answer(400, 'QUERY_UNKNOWN_FIELD'.padEnd(9_000)))).failure?.answer).toHaveLength(2_000);
  });

  it.each([
    ['as sent', answer(200, 'x'.repeat(2_000), { 'content-type': 'application/json' })],
    ['in chunks', ((response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('x'.repeat(2_000))) satisfies Behaviour],
  ])('is not larger than the cap (%s)', async (_, behaviour) => {
    expect((await outcome(behaviour, { most: 1_999 })).failure?.key).toBe('fetch.too-large');
    expect((await outcome(behaviour, { most: 2_000 })).text).toHaveLength(2_000);
  });

  it.each([
    ['gzip', 1024],
    ['br', 256],
  ] as const)('does not unpack a %s bomb of %i MB, nor take its memory', async (coding, megabytes) => {
    const behaviour = bomb(coding, megabytes);
    const before = process.memoryUsage().rss;
    expect((await outcome(behaviour, { most: 2 * 1024 * 1024 })).failure?.key).toBe('fetch.too-large');
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(64);
  });
});

describe('being told to stop', () => {
  const pauses: Partial<FetcherOptions> = { clock: Date.now, sleep: (ms, signal) => setTimeout(ms, undefined, signal && { signal }) };
  const neverAnswers = { lookup: () => new Promise<never>(() => {}), connect: () => expect.fail('connected') };

  it.each<[string, Behaviour, Partial<FetcherOptions>, string?]>([
    ['while the name is looked up', PAGE, { network: neverAnswers, limits: { connectMs: 10_000 } }, 'https://example.se/'],
    ['while the answer is awaited', silence, { limits: { idleMs: 10_000 } }],
    ['while the answer drips', drip(10), { limits: { idleMs: 10_000 } }],
    ['while it is waited before asking again', answer(429, '', { 'retry-after': '60' }), pauses],
  ])('stops %s', async (_, behaviour, options, elsewhere) => {
    await using server = await replayServer({ '/page': behaviour });
    const stop = new AbortController();
    const ended = testFetcher([server.origin], options).fetch({ url: elsewhere ?? server.url('/page'), accept: [''] }, stop.signal);
    await setTimeout(40);
    stop.abort(new Error('told to stop'));
    const told = performance.now();
    await expect(ended).rejects.toThrow(/told to stop|abort/);
    expect(performance.now() - told).toBeLessThan(2_000);
    expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
  });

  it('stops while it is not its turn', async () => {
    await using server = await replayServer({ '/page': PAGE });
    const stop = new AbortController();
    const fetcher = testFetcher([], { ...pauses, permitted: [{ origin: server.origin, intervalMs: 60_000 }] });
    const turns = [1, 2, 3].map(() => fetcher.fetch({ url: server.url('/page'), accept: [''] }, stop.signal));
    await setTimeout(40);
    stop.abort();
    for (const { status } of await Promise.allSettled(turns)) expect(status).toBe('rejected');
    expect(server.asked.map(({ path }) => path)).toEqual(['/robots.txt']);
  });

  it('asks nothing when it was told so before', async () => {
    await using server = await replayServer({});
    await expect(testFetcher([server.origin]).fetch({ url: server.url('/'), accept: [''] }, AbortSignal.abort())).rejects.toThrow(/abort/i);
    expect(server.asked).toEqual([]);
  });

  it('leaves no listeners behind on a signal that lives long', async () => {
    await using server = await replayServer({ '/page': PAGE });
    const { signal } = new AbortController();
    const fetcher = testFetcher([server.origin]);
    for (let i = 0; i < 20; i++) await fetcher.fetch({ url: server.url('/page'), accept: [''] }, signal);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
