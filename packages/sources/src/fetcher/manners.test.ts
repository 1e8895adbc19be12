import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { answer, type Behaviour, hangUp, json, redirect, replayServer, testFetcher } from '../testing/index.ts';
import { userAgentOf } from './user-agent.ts';

const PAGE = json({});
const accept = ['application/json'];

describe('robots.txt', () => {
  const robots = (text: string) => answer(200, text);
  /** What comes of asking for a page of a site with this robots.txt: the failure's key, or `read`. */
  async function reading(path: string, behaviour: Behaviour | readonly Behaviour[]) {
    await using server = await replayServer({ '/robots.txt': behaviour, '/open': PAGE, '/closed': PAGE, '/moved': redirect('/closed') });
    const fetched = await testFetcher([server.origin]).fetch({ url: server.url(path), accept });
    const pages = server.asked.filter(({ path }) => path !== '/robots.txt').length;
    return { ended: fetched.ok ? 'read' : fetched.failure.key, pages, failure: fetched.ok ? undefined : fetched.failure };
  }

  it.each([
    ['fetch.robots', 'everyone is forbidden', 'User-agent: *\nDisallow: /'],
    ['fetch.robots', 'we are', 'User-agent: asf-match\nDisallow: /\n\nUser-agent: *\nAllow: /'],
    ['fetch.robots', 'there is a byte order mark', '\uFEFFUser-agent: *\nDisallow: /'],
    ['fetch.robots', 'the path is', 'User-agent: *\nDisallow: /open'],
    ['read', 'another path is', 'User-agent: *\nDisallow: /closed'],
    ['read', 'others are', 'User-agent: GPTBot\nDisallow: /'],
    ['read', 'the rest is', 'User-agent: *\nDisallow: /\nAllow: /open'],
    ['read', 'nothing is said', ''],
  ])('%s when %s', async (ended, _, text) => {
    expect(await reading('/open', robots(text))).toMatchObject({ ended, pages: ended === 'read' ? 1 : 0 });
  });

  it('is asked for each step of a redirect', async () => {
    expect(await reading('/moved', robots('User-agent: *\nDisallow: /closed'))).toMatchObject({ ended: 'fetch.robots', pages: 1 });
  });

  it.each([401, 403, 404, 410])('a site without rules (%i) may be read', async (status) => {
    expect((await reading('/open', answer(status))).ended).toBe('read');
  });

  it.each([
    ['has an error', answer(503)],
    ['hangs up', hangUp],
    ['asks us to wait', answer(429)],
    ['sends its challenge', answer(202, '', { 'x-amzn-waf-action': 'challenge' })],
    ['has more rules than anyone can read', answer(200, 'Disallow: /x\n'.repeat(50_000))],
    ['keeps them elsewhere', redirect('https://elsewhere.example/robots.txt')],
    ['sends us in circles', redirect('/robots.txt')],
  ])('a site that %s is not read, and it is said why', async (_, behaviour) => {
    const { ended, pages, failure } = await reading('/open', behaviour);
    expect([ended, pages]).toEqual(['fetch.robots-unread', 0]);
    expect(failure?.english).toMatch(/\(robots\.txt\) could not be read.*: The \w+.*\.$/);
  });

  it('is asked for again at once after an error, and else once a day', async () => {
    expect((await reading('/open', [answer(503), robots('')])).ended).toBe('read');
    await using server = await replayServer({ '/robots.txt': [robots(''), robots('User-agent: *\nDisallow: /')], '/open': PAGE });
    let now = 0;
    const fetcher = testFetcher([server.origin], { clock: () => now });
    const ask = { url: server.url('/open'), accept };
    expect([await fetcher.fetch(ask), await fetcher.fetch(ask)].map(({ ok }) => ok)).toEqual([true, true]);
    expect(server.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/open', '/open']);
    now = 25 * 3_600_000;
    expect(await fetcher.fetch(ask)).toMatchObject({ failure: { key: 'fetch.robots' } });
  });

  it('can follow a redirect on its own host', async () => {
    await using server = await replayServer({ '/robots.txt': redirect('/rules.txt', 301), '/rules.txt': robots('User-agent: *\nDisallow: /'), '/open': PAGE });
    expect(await testFetcher([server.origin]).fetch({ url: server.url('/open'), accept })).toMatchObject({ failure: { key: 'fetch.robots' } });
  });

  it('may ask for a longer pause', async () => {
    await using server = await replayServer({ '/robots.txt': robots('User-agent: *\nCrawl-delay: 10'), '/open': PAGE });
    const fetcher = testFetcher([server.origin]);
    for (let i = 0; i < 2; i++) await fetcher.fetch({ url: server.url('/open'), accept });
    expect(fetcher.waits).toEqual([10_000, 10_000]);
  });
});

describe('pace', () => {
  const slowly: Behaviour = async (response, asked) => {
    await setTimeout(30);
    PAGE(response, asked);
  };

  it('is one request at a time and one an interval for a host; other hosts do not wait', async () => {
    await using busy = await replayServer({ '/page': slowly });
    await using other = await replayServer({ '/page': PAGE });
    const intervalMs = 100;
    const fetcher = testFetcher([], {
      clock: Date.now,
      sleep: (ms, signal) => setTimeout(ms, undefined, signal && { signal }),
      permitted: [busy, other].map(({ origin }) => ({ origin, intervalMs })),
    });
    const began = performance.now();
    const pages = [1, 2, 3].map((n) => fetcher.fetch({ url: busy.url(`/page?${n}`), accept }));
    const ended: string[] = [];
    await Promise.all([
      ...pages.map((page) => page.then(({ ok }) => ended.push(`busy ${ok}`))),
      fetcher.fetch({ url: other.url('/page'), accept }).then(({ ok }) => ended.push(`other ${ok}`)),
    ]);
    expect(ended).toHaveLength(4);
    expect(ended.indexOf('other true')).toBeLessThan(2);
    // robots.txt and three pages: three intervals at least.
    expect(performance.now() - began).toBeGreaterThan(3 * intervalMs - 10);
    expect(busy.mostAtOnce).toBe(1);
    expect(other.asked).toHaveLength(2);
  });

  it('is one a second when nothing else is said', async () => {
    await using server = await replayServer({ '/page': PAGE });
    const fetcher = testFetcher([], { permitted: [{ origin: server.origin }] });
    for (let i = 0; i < 3; i++) await fetcher.fetch({ url: server.url('/page'), accept });
    expect(fetcher.waits).toEqual([1_000, 1_000, 1_000]);
  });
});

describe('who asks', () => {
  it('says so in every request, and no source can say otherwise', async () => {
    await using server = await replayServer({ '/page': PAGE });
    const fetcher = testFetcher([server.origin]);
    await fetcher.fetch({ url: server.url('/page'), accept, headers: { 'User-Agent': 'Mozilla/5.0', 'user-agent': 'Mozilla/5.0' } });
    expect(server.asked.map(({ headers }) => headers['user-agent'])).toEqual(Array(2).fill('asf-match/0.1.0 (+https://example.se/kontakt)'));
  });

  it.each([
    ['amf@example.se', 'asf-match/1 (+amf@example.se)'],
    ['mailto:amf+ted@example.se', 'asf-match/1 (+mailto:amf+ted@example.se)'],
    [undefined, 'asf-match/1'],
    ['   ', 'asf-match/1'],
    ['a@example.se\r\nX-Evil: 1', 'asf-match/1 (+a@example.seX-Evil:1)'],
    ['a@example.se) (compatible', 'asf-match/1 (+a@example.secompatible)'],
  ])('puts %j into one comment of one header', (contact, expected) => {
    expect(userAgentOf('1', contact)).toBe(expected);
  });
});
