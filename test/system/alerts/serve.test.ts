import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleaningNotice, links, NOW, subscribe, tell } from './alert-store.ts';
import { startService } from './service.ts';

/** ASF_TEST_BURST=10000 is the size that is promised. */
const BURST = Number(process.env.ASF_TEST_BURST ?? 600);

let at: Awaited<ReturnType<typeof startService>>;
beforeEach(async () => {
  at = await startService();
});
afterEach(() => at.close());

const sign = (purpose: Parameters<typeof links.sign>[0], owner: string, item?: number) => links.sign(purpose, owner, 30, NOW, item);
const answerPath = async (notice = cleaningNotice('1')) => {
  await tell(at.store, [notice]);
  return `/svar/${sign('answer', 's1', 1)}`;
};
const status = async () => (await at.store.subscriptions.get('s1'))?.status;
/** Everything that a request could change. */
const contents = async (): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of at.store.exportAll()) lines.push(line);
  return lines;
};

describe('what people do', () => {
  it('says yes with a button, once, and is told how much to expect', async () => {
    const recipient = await at.store.recipients.ofAddress('ny@exempel.se');
    const pending = { ...at.subscription, id: 'ny', recipient: recipient.id, status: 'pending', weekly: 3, feed: 'n'.repeat(43) } as const;
    const { confirmed: _, ...unconfirmed } = pending;
    await at.store.subscriptions.add(unconfirmed);
    const path = `/bekrafta/${sign('confirm', 'ny')}`;
    expect(await (await at.get(path)).text()).toContain('Det blir nog ungefär 3 i veckan.');
    expect((await at.store.subscriptions.get('ny'))?.status).toBe('pending');
    expect([(await at.post(path, {})).status, (await at.store.subscriptions.get('ny'))?.status]).toEqual([200, 'confirmed']);
    expect([(await at.post(path, {})).status, (await at.get(path)).status]).toEqual([410, 410]);
  });

  it('stops with a button, and by the mail reader itself (RFC 8058)', async () => {
    const path = `/sluta/${sign('stop', at.subscription.recipient)}`;
    expect(await (await at.get(path)).text()).toContain('<form method="post">');
    expect(await status()).toBe('confirmed');
    expect([(await at.post(path, 'List-Unsubscribe=One-Click')).status, await status()]).toEqual([200, 'stopped']);
    expect((await at.post(path, {})).status).toBe(200);
  });

  it('answers an item with a reason, and changes its mind', async () => {
    const path = await answerPath();
    expect(await (await at.get(path)).text()).toContain('Städning av skolor, område 1');
    expect((await at.post(path, { svar: 'not-relevant:place', ord: 'Vi når inte dit.' })).status).toBe(200);
    expect(await at.store.responses.of('s1')).toMatchObject([{ step: 'not-relevant', reason: 'place', note: 'Vi når inte dit.', about: 'ted:p-1' }]);
    await at.post(path, { svar: 'interested' });
    await at.post(path, { svar: 'won' });
    expect((await at.store.responses.of('s1')).map((r) => r.step)).toEqual(['interested', 'won']);
    expect(await (await at.get(path)).text()).toContain('Ert svar: intresserade, ni vann.');
  });

  it('changes, pauses and ends what it asked for', async () => {
    const path = `/bevakning/${sign('manage', at.subscription.recipient)}`;
    const form = { gor: 'andra', id: 's1', vad: 'notices', takt: 'weekly', dag: '3', tid: '9', niva: '0.8', omrade: 'Solna, Haninge', aldrig: 'mat.cafe' };
    expect(await (await at.post(path, form)).text()).toContain('Sparat.');
    expect(await at.store.subscriptions.get('s1')).toMatchObject({
      ...{
        what: ['notices'],
        rhythm: { kind: 'weekly', weekday: 3, hour: 9 },
        threshold: 0.8,
        area: ['Solna', 'Haninge'],
        never: ['mat.cafe'],
        organisation: 'asf-1',
      },
    });
    expect(await (await at.post(path, { ...form, omrade: 'Atlantis' })).text()).toContain('Vi känner inte igen kommunen ”Atlantis”');
    expect((await at.post(path, { ...form, alltid: 'mat.cafe' })).status).toBe(400);
    await at.post(path, { gor: 'pausa', dagar: '7' });
    expect((await at.store.recipients.list())[0]?.pausedUntil).toBe('2026-12-02T08:00:00Z');
    await at.post(path, { gor: 'fortsatt' });
    expect((await at.store.recipients.list())[0]?.pausedUntil).toBeUndefined();
    await at.post(path, { gor: 'sluta', id: 's1' });
    expect(await status()).toBe('stopped');
  });

  it('reads a feed and a calendar, and is told when they have ended', async () => {
    await tell(at.store, [cleaningNotice('1')]);
    const { feed } = at.subscription;
    const atom = await at.get(`/flode/${feed}.atom`);
    expect([atom.headers.get('content-type'), await atom.text()]).toEqual(['application/atom+xml; charset=utf-8', expect.stringContaining('område 1')]);
    const ics = await (await at.get(`/kalender/${feed}.ics`)).text();
    expect(ics).toContain('DTSTART;TZID=Europe/Stockholm:20261208T235900');
    await tell(at.store, [cleaningNotice('1', { version: '02', change: { reason: 'cancel' } })], '2026-11-26T08:00:00Z');
    const cancelled = await (await at.get(`/kalender/${feed}.ics`)).text();
    expect(cancelled).toMatch(/SEQUENCE:1\r\n/);
    expect(cancelled).toContain('STATUS:CANCELLED');
    await at.store.subscriptions.stop('s1', NOW);
    expect([(await at.get(`/flode/${feed}.atom`)).status, (await at.get(`/kalender/${feed}.ics`)).status]).toEqual([410, 410]);
  });
});

describe('attacks', () => {
  it('a scanner that follows every link of a mail changes nothing', async () => {
    const answer = await answerPath();
    const paths = [answer, `${answer}?val=inte-relevant`, `${answer}?svar=won`, `/sluta/${sign('stop', at.subscription.recipient)}?List-Unsubscribe=One-Click`];
    paths.push(
      `/bevakning/${sign('manage', at.subscription.recipient)}?gor=sluta&id=s1`,
      `/flode/${at.subscription.feed}.atom`,
      `/kalender/${at.subscription.feed}.ics`,
    );
    const before = await contents();
    for (const path of paths) {
      for (const method of ['GET', 'HEAD', 'OPTIONS']) await fetch(at.base + path, { method });
    }
    expect(await contents()).toEqual(before);
  });

  it('HTML and script in titles and descriptions stay text', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'';
    const text = await (await at.get(await answerPath(cleaningNotice('1', { title: `Städning ${evil}`, description: evil })))).text();
    expect(text).not.toMatch(/<script|<img/);
    expect(text).toContain('&lt;script&gt;');
  });

  it('direction marks are left out', async () => {
    const response = await at.get(await answerPath(cleaningNotice('1', { title: 'Städning \u202Efdp.exe\u2066' })));
    const text = await response.text();
    expect([response.status, text.includes('\u202E'), text.includes('\u2066')]).toEqual([200, false, false]);
  });

  it('a title of 1 MB makes no large page', async () => {
    const response = await at.get(await answerPath(cleaningNotice('1', { title: `Städning ${'x'.repeat(1_000_000)}` })));
    expect([response.status, (await response.text()).length < 30_000]).toEqual([200, true]);
  });

  it('a forged token is not taken', async () => {
    const token = sign('stop', at.subscription.recipient);
    const forged = [
      `${token}x`,
      token.slice(0, -2),
      token.replace(/^test/, 'none'),
      token.split('.').slice(0, 2).join('.'),
      'x',
      '...',
      encodeURIComponent('å'.repeat(100)),
    ];
    for (const path of forged) expect((await at.post(`/sluta/${path}`, {})).status).toBe(404);
    expect(await status()).toBe('confirmed');
  });

  it('a token for one thing opens no other', async () => {
    for (const [path, token] of [
      ['sluta', sign('manage', at.subscription.recipient)],
      ['bevakning', sign('stop', at.subscription.recipient)],
      ['bekrafta', sign('answer', 's1', 1)],
      ['svar', sign('confirm', 's1')],
    ]) {
      expect([(await at.get(`/${path}/${token}`)).status, (await at.post(`/${path}/${token}`, { gor: 'sluta', id: 's1' })).status]).toEqual([404, 404]);
    }
    expect(await status()).toBe('confirmed');
  });

  it('the token of another recipient reaches nothing of this one', async () => {
    const other = await subscribe(at.store, 's2', 'annan@exempel.se');
    const path = `/bevakning/${sign('manage', other.recipient)}`;
    expect((await at.post(path, { gor: 'sluta', id: 's1' })).status).toBe(404);
    expect(await (await at.get(path)).text()).not.toContain(at.subscription.feed);
    await at.post(`/sluta/${sign('stop', other.recipient)}`, {});
    expect([await status(), (await at.store.subscriptions.get('s2'))?.status]).toEqual(['confirmed', 'stopped']);
  });

  it('a token that has gone out, or is used again, does nothing', async () => {
    const path = `/sluta/${links.sign('stop', at.subscription.recipient, 1, NOW)}`;
    at.time.now = '2026-11-26T08:00:00Z';
    expect([(await at.get(path)).status, (await at.post(path, {})).status, await status()]).toEqual([410, 410, 'confirmed']);
    const confirm = `/bekrafta/${sign('confirm', 's1')}`;
    await at.store.subscriptions.stop('s1', NOW);
    expect([(await at.post(confirm, {})).status, await status()]).toEqual([410, 'stopped']);
  });

  it('path tricks lead to no feed and no file', async () => {
    const { feed } = at.subscription;
    const tricks = [
      '..%2f..%2fetc%2fpasswd',
      `${feed}`,
      `${feed}.atom.ics`,
      `${feed}%00.atom`,
      `%2e%2e/${feed}.atom`,
      `${feed.slice(0, -1)}.atom`,
      `${feed}'or'1'='1.atom`,
      `${'a'.repeat(5000)}.atom`,
      '.atom',
      '__proto__.atom',
    ];
    for (const trick of tricks) for (const path of ['flode', 'kalender']) expect((await at.get(`/${path}/${trick}`)).status, trick).toBe(404);
  });

  it('a form that another site sends is refused', async () => {
    const path = `/sluta/${sign('stop', at.subscription.recipient)}`;
    for (const headers of [{ origin: 'https://ond.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
      expect((await at.post(path, {}, headers as never)).status).toBe(403);
    }
    expect(await status()).toBe('confirmed');
    expect((await at.post(path, {}, { origin: 'https://asf.example.se', 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it('oversized and malformed requests get an answer and change nothing', async () => {
    const path = await answerPath();
    expect((await at.post(path, `svar=interested&ord=${'x'.repeat(100_000)}`)).status).toBe(413);
    expect((await at.post(path, { svar: 'interested', ord: 'x'.repeat(501) })).status).toBe(400);
    for (const body of ['', 'svar=', 'svar=allt', 'svar[]=won', '%E0%A4%A', '{"svar":"won"}']) expect((await at.post(path, body)).status).toBe(400);
    expect((await at.post(path, '--x\r\nbroken', { 'content-type': 'multipart/form-data; boundary=x' })).status).toBeGreaterThanOrEqual(400);
    const manage = `/bevakning/${sign('manage', at.subscription.recipient)}`;
    for (const body of [{ gor: 'allt' }, { gor: 'pausa', dagar: '-1' }, { gor: 'pausa', dagar: '1e9' }, { gor: 'andra', id: 's1' }])
      expect((await at.post(manage, body as never)).status).toBe(400);
    expect(await at.store.responses.list()).toEqual([]);
    expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/);
    expect(await raw('SKRÄP\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
    expect(await raw('GET /svar/%ff%fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 404/);
    expect((await at.get('/')).status).toBe(200);
  });

  it(`${BURST} requests in a burst are turned away, and the service goes on`, { timeout: 60_000 }, async () => {
    const counts = new Map<number, number>();
    const worker = async (n: number) => {
      for (let i = 0; i < n; i++) {
        const response = await at.get(`/svar/${i}`);
        await response.arrayBuffer();
        counts.set(response.status, (counts.get(response.status) ?? 0) + 1);
      }
    };
    const started = performance.now();
    await Promise.all(Array.from({ length: 50 }, () => worker(BURST / 50)));
    console.info(`${BURST} requests in ${((performance.now() - started) / 1000).toFixed(1)} s: ${[...counts].map(([code, n]) => `${code} × ${n}`).join(', ')}`);
    expect([...counts.keys()].sort()).toEqual([404, 429]);
    expect(counts.get(404)).toBeLessThan(120 + 5 * 60);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await at.get('/')).status).toBe(200);
  });

  it('the operator’s list is for the machine itself, under its own name, and past no proxy', async () => {
    expect(await (await at.get('/drift')).text()).toContain('Alla bevakningar');
    for (const headers of [{ 'x-forwarded-for': '127.0.0.1' }, { via: '1.1 proxy' }]) expect((await at.get('/drift', headers as never)).status).toBe(404);
    expect(await raw('GET /drift HTTP/1.1\r\nHost: ond.example\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 404/);
    expect(await (await at.get('/drift')).text()).not.toContain('info@exempel.se');
  });

  it('every answer carries the security headers', async () => {
    for (const path of ['/', '/saknas', `/bevakning/${sign('manage', at.subscription.recipient)}`, `/flode/${at.subscription.feed}.atom`]) {
      const { headers } = await at.get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect([headers.get('x-content-type-options'), headers.get('x-frame-options'), headers.get('referrer-policy')]).toEqual([
        'nosniff',
        'DENY',
        'same-origin',
      ]);
      expect([headers.get('strict-transport-security'), headers.get('cache-control'), headers.get('set-cookie')]).toEqual([
        'max-age=31536000',
        'private, no-store',
        null,
      ]);
    }
  });
});

/** Sends bytes as they are and gives what comes back. */
async function raw(request: string): Promise<string> {
  const socket = connect(at.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.end(request);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString();
  });
  await once(socket, 'close');
  return answer;
}
