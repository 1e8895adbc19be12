import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answer, html, replayServer, testFetcher } from '../testing/index.ts';
import { fetchTedXml } from './fetch-ted-xml.ts';
import { parseTedNotice } from './parse-ted-notice.ts';

const xml = readFileSync(new URL('references/eforms-competition.xml', import.meta.url));

describe('fetchTedXml', () => {
  it('gives the notice with its lots', async () => {
    await using server = await replayServer({ '/en/notice/701354-2026/xml': answer(200, xml, { 'content-type': 'application/xml' }) });
    const had = await fetchTedXml(testFetcher([server.origin]), '00701354-2026', undefined, server.origin);
    if (!had.ok) throw new Error(had.failure.english);
    expect(parseTedNotice(had.document.bytes, had.document.origin).notice.lots.length).toBeGreaterThan(0);
    expect(had.document.origin).toBe(server.url('/en/notice/701354-2026/xml'));
  });

  it.each([
    ['fetch.challenge', answer(202, '', { 'x-amzn-waf-action': 'challenge' })],
    ['fetch.challenge', answer(405, '<html>', { 'x-amzn-waf-action': 'captcha' })],
    ['fetch.not-found', answer(404)],
    ['fetch.media-type', html('<html>')],
  ])('names what it could not have: %s', async (key, behaviour) => {
    await using server = await replayServer({ '/en/notice/1-2026/xml': behaviour });
    expect(await fetchTedXml(testFetcher([server.origin]), '1-2026', undefined, server.origin)).toMatchObject({ ok: false, failure: { key } });
    expect(server.asked.filter(({ path }) => path !== '/robots.txt')).toHaveLength(1);
  });

  it('asks nothing for what is no number', async () => {
    expect(await fetchTedXml(testFetcher([]), '../../etc/passwd')).toMatchObject({ ok: false, failure: { key: 'ted.publication-number' } });
  });
});
