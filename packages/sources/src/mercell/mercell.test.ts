import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Behaviour, html, json, replayServer, stepsOf } from '../testing/index.ts';
import { mercell } from './index.ts';
import { parseMercell } from './parse.ts';

const page = readFileSync(new URL('references/page.json', import.meta.url));

describe('a page of Mercell’s search', () => {
  it('is read hit by hit; other countries are left out, and what cannot be read is named', () => {
    const { notices = [], remarks } = parseMercell(page, 'page.json');
    expect(notices).toMatchObject([
      {
        ...{ id: '500001', formType: 'competition', title: 'Fruktkorgar till kontor', cpv: '03221000', cpvAdditional: [], nature: 'supplies' },
        ...{ url: 'https://app.mercell.com/tender/-77001', places: [{ nuts: 'SE110' }], value: { amount: 400_000, currency: 'SEK' } },
        buyers: [{ name: 'Exempelköpings kommun, Serviceförvaltningen', town: 'Exempelköping', country: 'SE' }],
        deadline: { for: 'tenders', at: { instant: '2026-12-04T22:59:00Z', zone: 'Europe/Stockholm', precision: 'minute' } },
      },
      { id: 'TED-00657962-2026', formType: 'planning', publicationNumber: '657962-2026', url: 'https://app.mercell.com/tender/77002' },
    ]);
    expect(notices[1]).not.toHaveProperty('deadline');
    expect(remarks.map(({ key, place, message }) => [key, place, message.includes('formType') || message.includes('id')])).toEqual([
      ['mercell.hit', 'hit 4', true],
      ['mercell.hit', 'hit 5', true],
    ]);
  });

  it('keeps no person: neither suppliers nor addresses in the text', () => {
    expect(JSON.stringify(parseMercell(page, 'page.json').notices)).not.toMatch(/[Kk]im/);
  });

  it.each(['<html>', '{"hits":[]}', '[]'])('refuses %s', (text) => {
    expect(() => parseMercell(new TextEncoder().encode(text), 'x')).toThrow(/no page of Mercell/);
  });
});

describe('asking Mercell', () => {
  const hits = (count: number, first: number) =>
    Array.from({ length: count }, (_, i) => ({ id: String(first + i), repsNoticeId: String(first + i), title: 'x' }));
  const search =
    (numRes: number): Behaviour =>
    (response, asked) => {
      const number = Number(new URL(asked.path, 'http://x').searchParams.get('page'));
      const from = (number - 1) * 100;
      json({ numRes, page: number, pageSize: 100, results: hits(Math.max(0, Math.min(100, numRes - from)), from) })(response, asked);
    };

  async function steps(behaviour: Behaviour | Behaviour[], options: { cursor?: string; mostPages?: number } = {}) {
    await using server = await replayServer({ '/search': behaviour });
    const { cursor, ...limits } = options;
    const all = await stepsOf(mercell, server.origin, { url: server.url('/search'), ...limits }, cursor === undefined ? {} : { cursor });
    const ids = all.flatMap((s) => (s.kind === 'document' ? JSON.parse(new TextDecoder().decode(s.document.bytes)).results : [])).map(({ id }) => id);
    return { all, ids: new Set(ids), asked: server.asked.map(({ path }) => path), failure: all.flatMap((s) => (s.kind === 'failed' ? s.failure.key : []))[0] };
  }

  it('is off until it is turned on, and says why', () => {
    expect(mercell.offBecause).toMatch(/villkor/);
  });

  it('reads to the number of hits it tells, none lost, none double', async () => {
    const { all, ids, asked, failure } = await steps(search(350));
    expect([ids.size, asked.length, failure]).toEqual([350, 5, undefined]);
    expect(all[0]).toEqual({ kind: 'total', items: 350 });
    expect(asked[1]).toBe('/search?filter=delivery_place_code%3ASE&lng=sv&page=1&pageSize=100');
  });

  it('goes on after a break, and leaves no cursor at the end', async () => {
    const { all, ids } = await steps(search(350), { cursor: '3' });
    expect(ids.size).toBe(150);
    expect(all.map((step) => (step.kind === 'document' ? step.cursor : step.kind))).toEqual(['4', undefined]);
  });

  it.each([
    ['mercell.page', json({ numRes: 350, page: 1, pageSize: 100, results: hits(100, 0) }), 2],
    ['mercell.shape', json({ results: [] }), 1],
    ['fetch.too-many', html('wait', 429), 1],
    ['fetch.media-type', html('<html>'), 1],
  ])('names what went wrong: %s', async (key, behaviour, place) => {
    const { failure, asked } = await steps(behaviour);
    expect(failure).toBe(key);
    expect(asked.length).toBeGreaterThan(place);
  });

  it('does not read the whole of Europe', async () => {
    expect((await steps(search(90_000), { mostPages: 3 })).failure).toBe('mercell.pages');
  });
});
