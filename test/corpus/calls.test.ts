import { readFileSync } from 'node:fs';
import { dateOf } from '@asf-match/domain';
import { euFunding, gdp, vinnova } from '@asf-match/sources';
import { describe, expect, it } from 'vitest';
import { named, shared } from './shared.ts';

const file = shared('corpus/sources/sedia-response.json');
const read = (name: string) => readFileSync(shared(`corpus/sources/${name}`) ?? '');

describe.skipIf(!file)(named('samples of call sources', file), () => {
  it('are read: the EU portal with a prize, cut-offs, external action and a cascade call', async () => {
    const { calls = [], remarks } = await euFunding.parse(read('sedia-response.json'), 'sedia');
    expect(remarks).toEqual([]);
    expect(calls.map((c) => [c.id, c.rounds[0]?.closes.map(dateOf).join()])).toEqual([
      ['HORIZON-EIT-2026-PRIZE-WIP-LEADERSHIP', '2026-12-01'],
      ['CREA-MEDIA-2027-FILMOVE', '2027-01-21,2027-07-15'],
      ['EuropeAid/186411/DD/ACT/CN', '2026-10-30'],
      ['14741', '2026-10-22'],
    ]);
    expect(calls[0]).toMatchObject({ min: { amount: 20_000 }, max: { amount: 50_000 }, budget: { amount: 100_000 }, grants: 3 });
  });

  it('are read: Vinnova’s rounds without the one for invited only, GDP', async () => {
    const lists = { ansokningsomgangar: 'vinnova-ansokningsomgangar.json', utlysningar: 'vinnova-utlysningar.json', program: 'vinnova-program.json' };
    const envelope = Object.fromEntries(Object.entries(lists).map(([name, sample]) => [name, JSON.parse(read(sample).toString())]));
    const { calls = [], remarks } = await vinnova.parse(new TextEncoder().encode(JSON.stringify(envelope)), 'vinnova');
    expect([remarks, calls.map((c) => c.id)]).toEqual([[], ['2026-01503', '2027-00001']]);
    expect(JSON.stringify(calls)).not.toContain('Persson');
    expect((await gdp.parse(read('gdp-utlysningar.json'), 'gdp')).calls?.map((c) => c.id)).toEqual(['forte-2026-01990']);
  });
});
