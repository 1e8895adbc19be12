import { describe, expect, it } from 'vitest';
import type { SourceFailure } from '../fetcher/failure.ts';
import type { Validators } from '../fetcher/fetcher.ts';
import { answer, type Behaviour, cut, html, replayServer, tedHits, tedSite, testFetcher } from '../testing/index.ts';
import { FIELDS } from './hit.ts';
import { tedSearch } from './index.ts';

const PATH = '/v3/notices/search';

/** What a worker keeps of one scan: notices by their number, and how it ended. */
interface Scanned {
  readonly kept: Map<string, string>;
  readonly documents: number;
  readonly double: number;
  readonly total: number | undefined;
  readonly cursor: string | undefined;
  readonly failure: SourceFailure | undefined;
}

async function scan(origin: string, options: { cursor?: string; stopAfter?: number; area?: 'stockholm' | 'sweden' } = {}): Promise<Scanned> {
  const kept = new Map<string, string>();
  let [documents, double] = [0, 0];
  let total: number | undefined;
  let cursor: string | undefined;
  let failure: SourceFailure | undefined;
  const settings = tedSearch.settings.parse({ url: origin + PATH, ...(options.area && { area: options.area }) });
  const validators = new Map<string, Validators>();
  const request = { fetcher: testFetcher([origin]), since: '2026-11-16', validators, settings, signal: new AbortController().signal };
  for await (const step of tedSearch.fetch({ ...request, ...(options.cursor !== undefined && { cursor: options.cursor }) })) {
    if (step.kind === 'total') total = step.items;
    if (step.kind === 'failed') failure = step.failure;
    if (step.kind !== 'document') continue;
    documents += 1;
    cursor = step.cursor;
    const { notices = [], remarks } = await tedSearch.parse(step.document.bytes, step.document.origin);
    expect(remarks).toEqual([]);
    for (const notice of notices) {
      if (kept.has(notice.id)) double += 1;
      kept.set(notice.id, notice.title);
    }
    if (documents === options.stopAfter) break;
  }
  return { kept, documents, double, total, cursor, failure };
}

describe('TED, page by page', () => {
  it('is read to its end: 3,100 notices, none lost, none double', { timeout: 20_000 }, async () => {
    const hits = tedHits(3_100);
    await using server = await replayServer({ [PATH]: tedSite({ hits: () => hits }) });
    const { kept, documents, double, total, failure } = await scan(server.origin);
    expect({ kept: kept.size, documents, double, total, failure }).toEqual({ kept: 3_100, documents: 13, double: 0, total: 3_100, failure: undefined });
    const asked = server.asked.filter(({ path }) => path === PATH).map(({ body }) => JSON.parse(body));
    expect(asked).toHaveLength(13);
    expect(asked[0]).toMatchObject({
      fields: FIELDS,
      limit: 250,
      paginationMode: 'ITERATION',
      onlyLatestVersions: true,
      query:
        '(buyer-country IN (SWE)) AND (form-type IN (planning consultation competition result)) AND publication-date>=20261116 SORT BY publication-date DESC',
    });
    expect(asked[0]).not.toHaveProperty('iterationNextToken');
    for (const { fields, limit } of asked) expect(fields.length * limit).toBeLessThanOrEqual(10_000);
  });

  it('asks for Stockholm county alone when so configured', async () => {
    await using server = await replayServer({ [PATH]: tedSite({ hits: () => tedHits(1) }) });
    await scan(server.origin, { area: 'stockholm' });
    expect(server.asked.at(-1)?.body).toContain('place-of-performance IN (SE110)');
  });

  it('loses nothing of what was there when it began, though more is published meanwhile', async () => {
    const first = tedHits(1_000);
    let later = 0;
    const hits = () => [...tedHits(7 * later++, 900_000), ...first];
    await using server = await replayServer({ [PATH]: tedSite({ hits }) });
    const { kept, failure, double } = await scan(server.origin);
    expect(first.filter((hit) => !kept.has(String(hit['notice-identifier'])))).toEqual([]);
    expect(failure).toBeUndefined();
    expect(double).toBeGreaterThan(0);
  });

  it('says so when there were fewer notices than TED said', async () => {
    await using server = await replayServer({ [PATH]: tedSite({ hits: () => tedHits(300), change: (page) => ({ ...page, totalNoticeCount: 400 }) }) });
    const { kept, failure } = await scan(server.origin);
    expect(kept.size).toBe(300);
    expect(failure).toMatchObject({ key: 'ted.short', english: expect.stringContaining('300 < 400') });
  });

  it('ends on an empty page, with or without a token, and when there is nothing at all', async () => {
    for (const iterationNextToken of ['run-1:300', null]) {
      const change = (page: Record<string, unknown>, place: number) => ({ ...page, totalNoticeCount: null, ...(place === 1 && { iterationNextToken }) });
      await using server = await replayServer({ [PATH]: tedSite({ hits: () => tedHits(300), change }) });
      expect(await scan(server.origin)).toMatchObject({ documents: 2, failure: undefined, total: undefined });
    }
    await using nothing = await replayServer({ [PATH]: tedSite({ hits: () => [] }) });
    expect(await scan(nothing.origin)).toMatchObject({ documents: 0, total: 0, failure: undefined });
  });

  it('stops when a token comes twice, and keeps what it had', async () => {
    const change = (page: Record<string, unknown>, place: number) => (place === 2 ? { ...page, iterationNextToken: 'run-1:250' } : page);
    await using server = await replayServer({ [PATH]: tedSite({ hits: () => tedHits(2_000), change }) });
    const { kept, failure, cursor } = await scan(server.origin);
    expect(failure?.key).toBe('ted.token');
    expect([kept.size, cursor]).toEqual([750, undefined]);
  });
});

describe('TED, out of time', () => {
  const late: Behaviour = (response, asked) =>
    tedSite({ hits: () => tedHits(300), change: (page) => ({ ...page, notices: (page.notices as unknown[]).slice(0, 3), timedOut: true }) })(response, asked);
  const fine = tedSite({ hits: () => tedHits(300) });

  it('is asked again, and nothing of the partial page is taken', async () => {
    await using server = await replayServer({ [PATH]: [late, fine, late, late, fine] });
    expect(await scan(server.origin)).toMatchObject({ documents: 2, double: 0, total: 300, failure: undefined });
  });

  it('is a named failure when it stays so; the next scan completes', async () => {
    await using server = await replayServer({ [PATH]: [fine, late, late, late, fine] });
    const broken = await scan(server.origin);
    expect(broken).toMatchObject({ documents: 1, failure: { key: 'ted.partial' } });
    const resumed = await scan(server.origin, { cursor: broken.cursor ?? '' });
    expect(resumed.failure).toBeUndefined();
    expect(new Set([...broken.kept.keys(), ...resumed.kept.keys()]).size).toBe(300);
  });
});

describe('TED, broken off', () => {
  const hits = tedHits(400);

  it('goes on after the last page that was kept', async () => {
    await using server = await replayServer({ [PATH]: tedSite({ hits: () => hits }) });
    const half = await scan(server.origin, { stopAfter: 1 });
    const rest = await scan(server.origin, { cursor: half.cursor ?? '' });
    expect([half.kept.size, rest.kept.size, rest.double]).toEqual([250, 150, 0]);
    expect(new Set([...half.kept.keys(), ...rest.kept.keys()]).size).toBe(400);
    expect(rest).toMatchObject({ total: undefined, failure: undefined });
  });

  it('says that the token of the last run has gone stale; the next scan, without it, completes', async () => {
    await using server = await replayServer({ [PATH]: tedSite({ hits: () => hits, run: 'run-2' }) });
    const stale = await scan(server.origin, { cursor: 'run-1:250' });
    expect(stale).toMatchObject({ documents: 0, failure: { key: 'ted.stale-token', english: expect.stringContaining('expired') } });
    expect((await scan(server.origin)).kept.size).toBe(400);
  });

  it.each([
    ['fetch.too-many', html('<html><h1>429 Too Many Requests</h1></html>', 429)],
    ['fetch.server', answer(500)],
    ['fetch.cut', cut('chunked')],
    ['fetch.media-type', html('<html>Maintenance</html>')],
    ['fetch.empty', answer(200, '', { 'content-type': 'application/json' })],
    ['fetch.refused', html('<html>Forbidden</html>', 403)],
    ['ted.shape', answer(200, '{"notices":', { 'content-type': 'application/json' })],
    ['ted.shape', answer(200, '{"results":[]}', { 'content-type': 'application/json' })],
  ])('%s on the second page: what came before is kept, the failure is named, the next run completes it', async (key, behaviour) => {
    const fine = tedSite({ hits: () => hits });
    await using server = await replayServer({ [PATH]: [fine, ...Array(4).fill(behaviour)] });
    const broken = await scan(server.origin);
    expect(broken).toMatchObject({ documents: 1, failure: { key } });
    await using later = await replayServer({ [PATH]: fine });
    const rest = await scan(later.origin, { cursor: broken.cursor ?? '' });
    expect(rest.failure).toBeUndefined();
    expect(new Set([...broken.kept.keys(), ...rest.kept.keys()])).toEqual(new Set(hits.map((hit) => hit['notice-identifier'])));
  });

  it.each([
    ['an unknown field', { message: `Unknown field 'titel'. Valid: ${'x'.repeat(60_000)}`, error: { type: 'QUERY_UNKNOWN_FIELD' } }, /Unknown field 'titel'/],
    [
      'an empty list',
      { message: 'Validation error', error: [{ objectName: 'r', field: 'fields', message: 'must not be empty' }] },
      /fields – must not be empty/,
    ],
  ])('names %s', async (_, body, expected) => {
    await using server = await replayServer({ [PATH]: answer(400, JSON.stringify(body), { 'content-type': 'application/json' }) });
    const { failure } = await scan(server.origin);
    expect(failure).toMatchObject({ key: 'ted.query', english: expect.stringMatching(expected) });
    expect(failure?.english.length).toBeLessThan(400);
  });
});
