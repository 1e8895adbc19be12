import { readFileSync } from 'node:fs';
import { type Call, InputError } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { html, replayServer, shortSteps, stepsOf, versioned } from '../testing/index.ts';
import { watchedPages } from './index.ts';
import { originOf, pageOf, parseWatchedPages, type WatchedPage } from './pages.ts';

const page: WatchedPage = { id: 'lst-tia', funder: 'Länsstyrelsen Exempel', kind: 'page', url: 'https://lst.example.se/tia.html' };
const parse = async (body: string, more: Partial<WatchedPage> = {}): Promise<readonly Call[]> =>
  (await watchedPages.parse(new TextEncoder().encode(body), originOf({ ...page, ...more }))).calls ?? [];

const PERIOD = '<h1>Bidrag för tidiga insatser</h1><p>Du kan söka under perioden 1 mars–20 juni 2027.</p><p>Kontakt: Eva Exempel, 010-123 45 67</p>';

describe('reading a watched page', () => {
  it('takes the text from the main heading on, so that a banner changes nothing', async () => {
    const [calm] = await parse(`<body><nav>Meny</nav>${PERIOD}</body>`);
    const [warned] = await parse(`<body><div class="banner">Aktuella varningsmeddelanden: eldningsförbud den 3 juni 2026</div>${PERIOD}</body>`);
    expect(warned).toEqual(calm);
    expect(calm).toMatchObject({ id: 'lst-tia', title: 'Bidrag för tidiga insatser', funder: 'Länsstyrelsen Exempel', readPage: false, url: page.url });
    expect(calm?.text).toBe('# Bidrag för tidiga insatser\n\nDu kan söka under perioden 1 mars–20 juni 2027.');
  });

  it.each([
    ['en sista dag', '<h1>Bidrag</h1><p>Sista ansökningsdag är 28/10 – 2026 kl.16.00.</p>', false],
    ['löpande', '<h1>Bidrag</h1><p>Du kan söka löpande.</p>', false],
    ['en del av en månad', '<h1>Utlysningar</h1><p>Information om utlysningen 2027 kommer först i mitten på februari 2027.</p>', false],
    ['inget datum', '<h1>Bidrag</h1><p>Ansökan är nu stängd. Välkommen åter.</p>', true],
    ['ett datum utan år', '<h1>Bidrag</h1><p>Sök senast den 29 september.</p>', true],
    ['inget om att söka', '<h1>Om oss</h1><p>Vi flyttade den 1 mars 2026.</p>', true],
  ])('says that it must be read by a person when no call can be made out: %s', async (_, body, readPage) => {
    expect((await parse(body)).map((c) => c.readPage)).toEqual([readPage]);
  });

  it('has a call for each heading of a list, and says read the page when none has a date', async () => {
    const list =
      '<h1>Aktuella utlysningar</h1><h2>Flyktingguider</h2><p>Ansökningsperiod 19 oktober 2026 – 16 december 2026</p><h3>Vem kan söka?</h3><p>Kommuner.</p><h2>Om sidan</h2><p>Här finns allt.</p>';
    const calls = await parse(list, { kind: 'list' });
    expect(calls.map((c) => [c.id, c.title])).toEqual([['lst-tia/flyktingguider', 'Flyktingguider']]);
    expect(calls[0]?.text).toContain('Kommuner.');
    expect((await parse('<h1>Utlysningar</h1><h2>Inget nu</h2><p>Titta senare.</p>', { kind: 'list' })).map((c) => c.readPage)).toEqual([true]);
  });

  it('reads pages in older encodings, and refuses one without text', async () => {
    const bytes = Uint8Array.from(Buffer.from('<meta charset="iso-8859-1"><h1>Bidrag för språk</h1><p>Sök löpande.</p>', 'latin1'));
    expect((await watchedPages.parse(bytes, originOf(page))).calls?.[0]?.title).toBe('Bidrag för språk');
    await expect(async () => parse('<script>document.write("x")</script>')).rejects.toThrow(InputError);
  });
});

describe('the table of pages', () => {
  it('travels in the fragment of the address', () => expect(pageOf(originOf(page))).toEqual(page));

  it('that ships can be read, and a row twice is refused', () => {
    const tsv = readFileSync(new URL('../../../../data/watched-pages.tsv', import.meta.url), 'utf8');
    const funders = new Set(parseWatchedPages(tsv).map((p) => p.funder));
    expect([...funders]).toEqual(
      expect.arrayContaining([
        'Länsstyrelsen Stockholm',
        'Svenska ESF-rådet',
        'Tillväxtverket',
        'Region Stockholm',
        'Allmänna arvsfonden',
        'MUCF',
        'Samordningsförbundet Stockholm',
      ]),
    );
    const row = 'a\tX\tpage\thttps://example.se/';
    expect(() => parseWatchedPages(`id\tfunder\tkind\turl\n${row}\n${row}`)).toThrow('a is listed twice');
  });
});

describe('asking for pages', () => {
  it('asks for each, goes on after one that is gone, and is told of one that is as it was', async () => {
    await using server = await replayServer({ '/a': html(PERIOD), '/c': versioned(PERIOD, '"1"', { 'content-type': 'text/html' }) });
    const pages = ['a', 'b', 'c'].map((id) => ({ ...page, id, url: server.url(`/${id}`) }));
    const steps = await stepsOf(watchedPages, server.origin, { pages }, { validators: new Map([[server.url('/c'), { etag: '"1"' }]]) });
    expect(shortSteps(steps)).toEqual(['document a', 'failed fetch.not-found', `unchanged ${server.url('/c')}`]);
    expect(server.asked.some((a) => a.path.includes('funder'))).toBe(false);
    expect(shortSteps(await stepsOf(watchedPages, server.origin, { pages }, { cursor: 'a' }))).toEqual(['failed fetch.not-found', 'document c']);
  });
});
