import { readFileSync } from 'node:fs';
import { momentInSwedish } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import type { Validators } from '../fetcher/fetcher.ts';
import type { FetchStep } from '../source.ts';
import { answer, html, type ReplayServer, replayServer, stepsOf, versioned } from '../testing/index.ts';
import { kommersStockholm } from './index.ts';

const list = readFileSync(new URL('references/list.html', import.meta.url));
const parse = async (text: string | Uint8Array) => kommersStockholm.parse(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'list.html');

describe('the list of Kommers', () => {
  it('is read row by row; what cannot be read is named', async () => {
    const { notices = [], remarks } = await parse(list);
    expect(notices.map(({ id, title, reference, procedure, formType, places }) => ({ id, title, reference, procedure, formType, places }))).toEqual([
      {
        ...{ id: '41001', title: 'Fönsterputs av medborgarkontor', reference: 'AMN 2026/7', procedure: 'Förenklat förfarande', formType: 'competition' },
        places: [{ name: 'Stockholms län', nuts: 'SE110' }],
      },
      {
        ...{ id: '41002', title: 'Vård & omsorg – boende', reference: 'SoF 12/2026', procedure: 'Öppet förfarande', formType: 'competition' },
        places: [{ name: 'Ekerö' }],
      },
      {
        ...{ id: '41003', title: '<script>alert(1)</script> RFI om cykelverkstad', reference: 'X', procedure: 'Informationsinhämtning (RFI)' },
        ...{ formType: 'consultation', places: [] },
      },
    ]);
    expect(remarks.map(({ key, place }) => [key, place])).toEqual([
      ['kommers.date', '2026-02-31'],
      ['kommers.row', 'row 4'],
    ]);
  });

  it('gives addresses of its own making, days and what they are for', async () => {
    const { notices = [] } = await parse(list);
    expect(notices.map(({ url }) => url)).toEqual(
      [41001, 41002, 41003].map((id) => `https://www.kommersannons.se/stockholm/Notice/NoticeOverview.aspx?ProcurementId=${id}`),
    );
    expect(notices.map(({ deadline }) => deadline && `${deadline.for} ${momentInSwedish(deadline.at)}`)).toEqual([
      'tenders fredag 4 december 2026',
      'requests fredag 11 december 2026',
      undefined,
    ]);
    expect(notices[0]?.published).toMatchObject({ precision: 'day', zone: 'Europe/Stockholm' });
  });

  it('keeps no e-mail address and no telephone number', async () => {
    const { notices = [] } = await parse(list);
    expect(notices[0]?.description).toMatch(/^Putsning två gånger om året\. Frågor till/);
    expect(JSON.stringify(notices)).not.toMatch(/example\.se|508/);
  });

  it('says when there are more pages than the one read', async () => {
    const pager = `<a href="javascript:__doPostBack('ctl00$pager','Page$2')">2</a>`;
    const { remarks } = await parse(list.toString().replace('</form>', `${pager}</form>`));
    expect(remarks.map(({ key }) => key)).toContain('kommers.more');
  });

  it('refuses what is no such list, and takes an empty one for what it is', async () => {
    await expect(parse('<html><body><h1>Logga in</h1></body></html>')).rejects.toMatchObject({ problem: { key: 'kommers.shape' } });
    expect(await parse('<form id="aspnetForm"><div class="container">Inga annonser</div></form>')).toMatchObject({ notices: [] });
  });
});

describe('asking Kommers', () => {
  const steps = (server: ReplayServer, validators: ReadonlyMap<string, Validators> = new Map()): Promise<FetchStep[]> =>
    stepsOf(kommersStockholm, server.origin, { url: server.url('/stockholm/Notice/NoticeList.aspx?NoticeStatus=1') }, { validators });
  const path = '/stockholm/Notice/NoticeList.aspx';

  it('is off until it is turned on, and says why', () => {
    expect(kommersStockholm.offBecause).toMatch(/villkor/);
  });

  it('gives the page, and next time that it is unchanged', async () => {
    await using server = await replayServer({ [path]: versioned(list.toString(), '"1"', { 'content-type': 'text/html; charset=utf-8' }) });
    const [first] = await steps(server);
    expect(first).toMatchObject({ kind: 'document', document: { mediaType: 'text/html' }, validators: { etag: '"1"' } });
    const known = new Map([[server.url(`${path}?NoticeStatus=1`), { etag: '"1"' }]]);
    expect(await steps(server, known)).toEqual([{ kind: 'unchanged', url: server.url(`${path}?NoticeStatus=1`) }]);
  });

  it.each([
    ['fetch.robots', { '/robots.txt': answer(200, 'User-agent: *\nDisallow: /') }],
    ['fetch.server', { [path]: html('<h1>Server Error</h1>', 500) }],
    ['fetch.empty', { [path]: html('') }],
    ['fetch.media-type', { [path]: answer(200, '{}', { 'content-type': 'application/json' }) }],
  ])('names what went wrong: %s', async (key, script) => {
    await using server = await replayServer(script);
    expect(await steps(server)).toMatchObject([{ kind: 'failed', failure: { key } }]);
  });
});
