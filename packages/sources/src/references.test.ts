import { readFileSync } from 'node:fs';
import { dateOf, isoOf } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { codeLists, euFunding, gdp, kommersStockholm, mercell, tedSearch, uhmStatistics, vinnova, watchedPages } from './index.ts';
import type { AnySource, Parsed } from './source.ts';
import { originOf } from './watched-pages/pages.ts';

/** What a source's short, made-up answer says when a person reads it. */
const READ_BY_HAND: readonly [source: AnySource, file: string, facts: (parsed: Parsed) => unknown, expected: unknown][] = [
  [
    tedSearch,
    'ted-search/references/answer.json',
    ({ notices, remarks }) => [
      notices?.map((n) => [n.id, n.title, n.buyers[0]?.orgNumber, n.cpv, n.deadline && isoOf(n.deadline.at), n.reservedParticipation.length > 0]),
      remarks.length,
    ],
    [[['11111111-2222-3333-4444-555555555555', 'Lokalvård av förskolor', '212000-0142', '90919300', '2027-01-11T12:00:00+01:00', true]], 1],
  ],
  [
    euFunding,
    'eu-funding/references/answer.json',
    ({ calls }) => calls?.map((c) => [c.id, c.title, c.status, c.rounds[0]?.closes.map(dateOf), c.max, c.grants]),
    [['ESF-2027-WISE', 'Work integration & skills – pilots', 'forthcoming', ['2027-03-15', '2027-09-15'], { amount: 500_000, currency: 'EUR' }, 4]],
  ],
  [
    vinnova,
    'vinnova/references/answer.json',
    ({ calls }) => calls?.map((c) => [c.id, c.programme, c.rounds[0]?.closes.map(isoOf), c.text]),
    [
      [
        '2026-00001',
        'Civilsamhällets lösningar',
        ['2027-06-01T14:00:00+02:00'],
        'Minst två parter, varav en offentlig.\n\nHögst 2 miljoner kronor per projekt.',
      ],
    ],
  ],
  [
    gdp,
    'gdp/references/answer.json',
    ({ calls }) => calls?.map((c) => [c.id, c.budget?.amount, c.rounds[0]?.closes.map(dateOf), c.url]),
    [['forte-2026-00500', 40_000_000, ['2026-12-15'], 'https://forte.example.se/utlysning']],
  ],
  [
    watchedPages,
    'watched-pages/references/list.html',
    ({ calls }) => calls?.map((c) => [c.id, c.title, c.text.includes('eldningsförbud'), /010/.test(c.text)]),
    [
      ['lst/vägar-till-arbete', 'Vägar till arbete', false, false],
      ['lst/små-projekt', 'Små projekt', false, false],
    ],
  ],
  [
    codeLists,
    'codelists/references/nuts.gc',
    ({ nutsLabels }) => nutsLabels,
    [
      { code: 'SE', sv: 'Sverige' },
      { code: 'SE110', sv: 'Stockholms län', en: 'Stockholm county' },
    ],
  ],
  [kommersStockholm, 'kommers/references/list.html', ({ notices }) => notices?.[0]?.title, 'Fönsterputs av medborgarkontor'],
  [mercell, 'mercell/references/page.json', ({ notices }) => notices?.[0]?.title, 'Fruktkorgar till kontor'],
];
const reference = (file: string) => readFileSync(new URL(file, import.meta.url));
const originFor = (source: AnySource, file: string): string =>
  source === watchedPages ? originOf({ id: 'lst', funder: 'Länsstyrelsen Exempel', kind: 'list', url: 'https://lst.example.se/' }) : file;

describe('the reference of each source', () => {
  it.each(READ_BY_HAND)('says what a person reads in it', async (source, file, facts, expected) => {
    expect(facts(await source.parse(reference(file), originFor(source, file)))).toEqual(expected);
  });

  it('says it for statistics too', async () => {
    const { statistics } = await uhmStatistics.parse(reference('uhm/references/procurements.csv'), 'procurements.csv');
    const purchases: unknown[] = [];
    for await (const { value } of statistics?.rows ?? []) purchases.push(value);
    expect(purchases).toMatchObject([{ id: 'KA1', title: 'Drift av "Café Björken"; hela året', buyerOrgNumber: '212000-0142' }]);
  });

  it('tells of no person', async () => {
    for (const [source, file] of READ_BY_HAND)
      expect(JSON.stringify(await source.parse(reference(file), originFor(source, file)))).not.toMatch(/eva@|Eva Exempel|Exempelsson|ann@|kim[@.]|Kim/);
  });
});
