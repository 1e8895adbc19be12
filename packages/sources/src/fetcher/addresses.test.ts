import type { LookupAddress } from 'node:dns';
import { type NetConnectOpts, type Socket, connect as tcpConnect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { answer, json, redirect, replayServer, testFetcher } from '../testing/index.ts';
import type { FetchAsk, FetcherOptions } from './fetcher.ts';
import { SYSTEM_NETWORK } from './network.ts';

/** A resolver and a connector that tell what they were used for. Names not listed do not exist; nothing is ever reached. */
function spies(names: Readonly<Record<string, readonly string[]>> = {}) {
  const lookup = vi.fn(async (name: string): Promise<LookupAddress[]> => {
    const found = names[name];
    if (!found) throw Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND' });
    return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  });
  const connect = vi.fn((_options: NetConnectOpts, _secure: boolean): Socket => {
    throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  });
  return { lookup, connect };
}

async function failureAt(url: string, options: Partial<FetcherOptions>, ask: Partial<FetchAsk> = {}, origins: readonly string[] = []) {
  const fetched = await testFetcher(origins, options).fetch({ url, accept: [''], ...ask });
  return fetched.ok ? undefined : fetched.failure;
}

const PRIVATE = [
  'http://127.0.0.1/',
  'https://127.0.0.1:8443/',
  'http://localhost/',
  'http://localhost./',
  'http://a.localhost/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0.0.0.0/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://017700000001/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::10.0.0.1]/',
  'http://[fc00::1]/',
  'http://[fe80::1]/',
];
const NOT_FOR_US = ['ftp://example.se/', 'file:///etc/passwd', 'data:text/plain,x', 'https://kim:hemlig@example.se/', 'no address at all', ''];

describe('addresses that are not asked', () => {
  it.each([...PRIVATE, ...NOT_FOR_US])('%s: nothing is looked up, nothing is connected to', async (url) => {
    const network = spies();
    const failure = await failureAt(url, { network });
    expect(failure?.key).toBe('fetch.address');
    expect(failure?.url).not.toContain('hemlig');
    expect(network.lookup).not.toHaveBeenCalled();
    expect(network.connect).not.toHaveBeenCalled();
  });

  it.each([['10.0.0.1'], ['127.0.0.1'], ['::1'], ['fe80::1%eth0'], ['169.254.169.254'], ['::ffff:192.168.0.1'], ['93.184.216.34', '10.0.0.1']])(
    'a name that leads to %s is looked up and never connected to',
    async (...addresses) => {
      const network = spies({ 'inside.example.se': addresses });
      expect(await failureAt('https://inside.example.se/', { network })).toMatchObject({
        key: 'fetch.address',
        english: expect.stringContaining('inside.example.se'),
      });
      expect(network.lookup).toHaveBeenCalledTimes(1);
      expect(network.connect).not.toHaveBeenCalled();
    },
  );

  it.each([...PRIVATE, ...NOT_FOR_US.slice(0, 4), 'http://elsewhere.example/', '//elsewhere.example/'])(
    'a redirect to %s is not followed',
    async (location) => {
      await using server = await replayServer({ '/page': redirect(location) });
      const network = { lookup: spies().lookup, connect: vi.fn(SYSTEM_NETWORK.connect) };
      const failure = await failureAt(server.url('/page'), { network }, {}, [server.origin]);
      expect(failure?.key).toBe('fetch.redirect');
      expect(network.lookup).not.toHaveBeenCalled();
      // robots.txt and the page itself.
      expect(network.connect).toHaveBeenCalledTimes(2);
    },
  );

  it.each(['http://127.0.0.1:1/', 'http://10.0.0.1/', 'http://inside.example.se/'])(
    'a redirect to %s is refused even if the host is allowed',
    async (location) => {
      await using server = await replayServer({ '/page': redirect(location) });
      const network = { lookup: spies({ 'inside.example.se': ['10.0.0.1'] }).lookup, connect: vi.fn(SYSTEM_NETWORK.connect) };
      const hosts = ['127.0.0.1', '10.0.0.1', 'inside.example.se'];
      expect((await failureAt(server.url('/page'), { network }, { hosts }, [server.origin]))?.key).toBe('fetch.redirect');
      expect(network.connect).toHaveBeenCalledTimes(2);
    },
  );

  it('connects to the very addresses that were checked, whatever the name leads to a moment later', async () => {
    const lookup = vi
      .fn()
      .mockResolvedValueOnce([{ address: '93.184.216.34', family: 4 }])
      .mockResolvedValue([{ address: '127.0.0.1', family: 4 }]);
    const resolved: string[] = [];
    const connect = vi.fn((options: NetConnectOpts): Socket => {
      (options as { lookup: (name: string, how: object, done: (e: null, all: LookupAddress[]) => void) => void }).lookup(
        'rebinding.example',
        { all: true },
        (_, all) => resolved.push(...all.map(({ address }) => address)),
      );
      throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    });
    await failureAt('https://rebinding.example/', { network: { lookup, connect } });
    expect(resolved).toEqual(['93.184.216.34']);
    expect(connect).toHaveBeenCalledWith(expect.objectContaining({ servername: 'rebinding.example', port: 443 }), true);
  });
});

describe('addresses that are asked', () => {
  it('a name, by the address it leads to', async () => {
    await using server = await replayServer({ '/page': json({}) });
    const port = Number(new URL(server.origin).port);
    const origin = `http://site.example.se:${port}`;
    const lookup = spies({ 'site.example.se': ['127.0.0.1'] }).lookup;
    const fetched = await testFetcher([origin], { network: { lookup, connect: (options) => tcpConnect(options) } }).fetch({
      url: `${origin}/page`,
      accept: [''],
    });
    expect(fetched.ok).toBe(true);
    expect(server.asked.map(({ headers }) => headers.host)).toEqual([`site.example.se:${port}`, `site.example.se:${port}`]);
  });

  it('redirects on the same host, at most five', async () => {
    const hops = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`/${n}`, redirect(n === 5 ? '/page' : `/${n + 1}`, n % 2 ? 301 : 307)]));
    await using server = await replayServer({ ...hops, '/0': redirect('/1'), '/page': json({}) });
    expect(await testFetcher([server.origin]).fetch({ url: server.url('/1'), accept: [''] })).toMatchObject({ ok: true, url: server.url('/page') });
    expect((await failureAt(server.url('/0'), {}, {}, [server.origin]))?.key).toBe('fetch.redirect');
  });

  it('never sends a body on', async () => {
    await using server = await replayServer({ '/page': redirect('/other', 307), '/other': json({}) });
    expect((await failureAt(server.url('/page'), {}, { json: {} }, [server.origin]))?.key).toBe('fetch.redirect');
    expect(server.asked.map(({ path }) => path)).not.toContain('/other');
  });

  it('keeps keys to itself when it is sent to another place', async () => {
    await using other = await replayServer({ '/page': json({}) });
    await using server = await replayServer({ '/here': redirect('/page'), '/page': redirect(other.url('/page')) });
    const ask = { url: server.url('/here'), accept: ['application/json'], headers: { 'X-Api-Key': 'hemlig' } };
    expect((await testFetcher([server.origin, other.origin]).fetch(ask)).ok).toBe(true);
    expect(server.asked.map(({ headers }) => headers['x-api-key'])).toEqual([undefined, 'hemlig', 'hemlig']);
    expect(other.asked.at(-1)?.headers).toMatchObject({ accept: 'application/json', 'user-agent': expect.stringContaining('asf-match') });
    expect(JSON.stringify(other.asked)).not.toContain('hemlig');
  });

  it('names a name that does not exist, and one that cannot be looked up now', async () => {
    expect(await failureAt('https://nowhere.example/', { network: spies() })).toMatchObject({
      key: 'fetch.name',
      english: expect.stringContaining('nowhere.example ENOTFOUND'),
    });
    const lookup = () => Promise.reject(Object.assign(new Error(), { code: 'EAI_AGAIN' }));
    expect((await failureAt('https://later.example/', { network: { ...spies(), lookup } }))?.english).toContain('EAI_AGAIN');
    expect(
      (await failureAt('https://slow.example/', { network: { ...spies(), lookup: () => new Promise(() => {}) }, limits: { connectMs: 20 } }))?.english,
    ).toContain('in time');
  });
});

describe('redirects between public hosts', () => {
  it.each([
    ['on to https', 'http://site.example/', 'https://site.example/page', 'read'],
    ['to a host that is allowed', 'https://site.example/', 'https://www.site.example/page', 'read'],
    ['back to http', 'https://site.example/', 'http://site.example/page', 'fetch.redirect'],
    ['to another port', 'https://site.example/', 'https://site.example:2222/page', 'fetch.redirect'],
    ['to a host that is not allowed', 'https://site.example/', 'https://site.example.evil.example/page', 'fetch.redirect'],
    ['nowhere', 'https://site.example/', '', 'fetch.redirect'],
  ])('%s', async (_, url, location, ended) => {
    await using server = await replayServer({ '/': location ? redirect(location) : answer(302), '/page': json({}) });
    const port = Number(new URL(server.origin).port);
    // The replay server plays every host, and speaks plainly where TLS would be.
    const network = { lookup: async () => [{ address: '93.184.216.34', family: 4 }], connect: () => tcpConnect({ host: '127.0.0.1', port }) };
    const failure = await failureAt(url, { network }, { hosts: ['www.site.example'] });
    expect(failure?.key ?? 'read').toBe(ended);
    expect(server.asked.some(({ path }) => path === '/page')).toBe(ended === 'read');
  });
});
