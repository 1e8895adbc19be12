import { type Call, withoutDoubledCalls } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { answer, json, replayServer, shortSteps, stepsOf } from '../testing/index.ts';
import { vinnova } from '../vinnova/index.ts';
import { gdp } from './index.ts';

/** A record in the common format; all of it is made up. */
const record = (more: object = {}) => ({
  ...{ finansiarNamn: 'Forte', diarienummer: '2026-00500', titel: 'Hållbart arbetsliv', beskrivning: 'Forskning om arbetsliv.', status: 'Pågående' },
  ...{ lank: { href: 'https://api.example.se/gdp?diarienummer=2026-00500' }, budgetBelopp: 40_000_000, budgetValuta: 'SEK' },
  ...{ oppningsdatum: '2026-10-01', stangningsdatum: '2026-12-15', publiceringsplatser: [{ webbadress: 'https://forte.example.se/utlysning' }] },
  program: [{ titel: 'Arbetslivsprogrammet' }],
  ...more,
});
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const parse = async (...records: unknown[]): Promise<readonly Call[]> => (await gdp.parse(encode(records), 'gdp')).calls ?? [];

describe('reading the common format', () => {
  it('reads a call: Swedish days, budget, the page for people and not the API’s own link', async () => {
    const [call] = await parse(record());
    expect(call).toMatchObject({
      ...{ id: 'forte-2026-00500', references: ['2026-00500'], funder: 'Forte', programme: 'Arbetslivsprogrammet', status: 'open' },
      ...{ budget: { amount: 40_000_000, currency: 'SEK' }, url: 'https://forte.example.se/utlysning' },
    });
    expect(call?.rounds[0]?.closes[0]?.instant).toBe('2026-12-15T22:59:59Z');
  });

  it('does without what is missing, and reads the names of version 1', async () => {
    const [call] = await parse(
      record({
        publiceringsplatser: undefined,
        publiceringsplats: [{ webbadress: 'https://forte.example.se/v1' }],
        budgetBelopp: null,
        stangningsdatum: '1900-01-01',
      }),
    );
    expect([call?.url, call?.budget, call?.rounds[0]?.closes]).toEqual(['https://forte.example.se/v1', undefined, []]);
    expect((await parse(record({ publiceringsplatser: [] })))[0]?.url).toBeUndefined();
  });

  it('gives one call with Vinnova, not two', async () => {
    const own = encode({ ansokningsomgangar: [{ Diarienummer: '2026-00001', Titel: 'Omgång' }], utlysningar: [], program: [] });
    const calls = [
      ...((await vinnova.parse(own, 'v')).calls ?? []),
      ...(await parse(record({ finansiarNamn: 'Vinnova', diarienummer: '2026-00001' }), record())),
    ];
    expect(withoutDoubledCalls(calls).map((c) => `${c.source}:${c.id}`)).toEqual(['vinnova:2026-00001', 'gdp:forte-2026-00500']);
  });
});

describe('asking the agencies', () => {
  it('is off, and asks only those that a key is configured for, for the whole list', async () => {
    expect(gdp.offBecause).toContain('nyckel');
    expect(shortSteps(await stepsOf(gdp, 'http://127.0.0.1:9', {}))).toEqual(['failed gdp.no-key']);
    await using server = await replayServer({ '/gdp_forte/utlysningar': json([record()]) });
    const steps = await stepsOf(gdp, server.origin, { forte: { url: `${server.origin}/gdp_forte`, key: 'hemlig nyckel' } });
    expect(shortSteps(steps)).toEqual(['document']);
    const asked = server.asked.filter((a) => a.path !== '/robots.txt');
    expect(asked.map((a) => a.path)).toEqual(['/gdp_forte/utlysningar?authorization=hemlig%20nyckel']);
    expect(JSON.stringify(steps)).not.toContain('hemlig');
  });

  it('gives the key in the header when it is refused in the query, and never tells it', async () => {
    await using server = await replayServer({ '/gdp_vr/utlysningar': [answer(401, 'no'), json([record()])] });
    const steps = await stepsOf(gdp, server.origin, { vr: { url: `${server.origin}/gdp_vr`, key: 'hemlig' } });
    expect(shortSteps(steps)).toEqual(['document']);
    expect(server.asked.at(-1)?.headers.authorization).toBe('hemlig');
    await using closed = await replayServer({ '/gdp_vr/utlysningar': answer(401, 'no') });
    const refused = await stepsOf(gdp, closed.origin, { vr: { url: `${closed.origin}/gdp_vr`, key: 'hemlig' } });
    expect(shortSteps(refused)).toEqual(['failed fetch.refused']);
    expect(JSON.stringify(refused)).not.toContain('hemlig');
  });
});
