import type { AlertDigest, MatchReport, Overview } from '@asf-match/market';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { digestHtml, indexHtml, matchReportHtml, toJson } from './index.ts';
import { clipped, dayInSwedish, shown, webAddress } from './text.ts';

const EVIL = '<script>alert(1)</script>"\'&\u202egnp.exe';
const quote = { part: 'title', text: EVIL, start: 0, end: 9 };
const money = { amount: 1_250_000, currency: 'SEK' };

const report: MatchReport = {
  ...{ kind: 'matchrapport', status: 'arbetsmaterial', madeOn: '2026-11-24', version: '1', example: false, short: ['Ett.', EVIL] },
  need: {
    id: 'n',
    title: EVIL,
    description: EVIL,
    cpv: [{ code: '90910000', label: 'Städning' }],
    places: [EVIL],
    value: money,
    origin: `mapp/${EVIL}.csv, row 2`,
  },
  limits: [
    { id: 'direct-award', label: 'Gräns', law: 'LOU', limit: money, from: '2026-01-01', verified: false, source: EVIL, relation: 'below', sentence: 'Lägre.' },
  ],
  reservations: [{ law: 'LOU 4 kap. 18 §', title: 'Reserverad', conditions: [{ text: 'a', state: 'met', because: 'x' }], known: ['b'], missing: ['c'] }],
  lots: { law: 'LOU 4 kap. 13–15 §§', duty: 'd', facts: 'f', sentence: 's' },
  turnover: 't',
  ladder: { rungs: [{ id: 'lots', title: 'Delar', law: 'LOU', holds: 'yes', numbers: ['1'] }], reached: 'lots', note: 'n' },
  tasks: [{ task: 'Städning', simpler: ['sopa'], note: 'n', field: 'stad.lokalvard', label: 'Lokalvård', quotes: [quote], inCounty: 1, inCountry: 2 }],
  organisations: [
    {
      id: 'o',
      name: EVIL,
      municipalities: [EVIL],
      website: 'javascript:alert(1)',
      offers: EVIL,
      covers: ['Lokalvård'],
      evidence: [{ field: 'Lokalvård', asked: quote, offered: quote }],
      source: `https://exempel.se/a ; ${EVIL}`,
      seen: '2016',
      uncertain: [EVIL],
    },
  ],
  nearMisses: [{ name: EVIL, municipalities: [], why: 'Osäkert.' }],
  indicators: [
    {
      ...{ kind: 'value', id: 'asf-in-field', label: 'Lokalvård', value: 3, unit: 'ASF', n: 3, method: 'm', source: 's', date: '2026-11-24', notes: [] },
      period: { from: '2026-11-24', to: '2026-11-24' },
    },
  ],
  earlier: [{ title: EVIL, url: 'javascript:alert(1)', field: 'Lokalvård', winners: [EVIL], example: true }],
  parts: [{ field: 'stad.lokalvard', label: 'Lokalvård', certainty: 'likely', quotes: [quote], inCounty: 1, inCountry: 2 }],
  questions: ['Fråga?'],
  method: { sources: [{ label: EVIL, outcome: EVIL }], register: { rows: 1, unverified: 1, old: 1, closed: 0 }, notChecked: ['Allt.'] },
};
const digest: AlertDigest = {
  ...{ kind: 'bevakning', madeOn: '2026-11-24', version: '1', example: true },
  organisation: { id: 'o', name: EVIL, municipalities: [], offers: EVIL, fields: ['Lokalvård'] },
  alerts: [
    {
      ...{
        title: EVIL,
        description: EVIL,
        buyer: EVIL,
        places: [EVIL],
        value: money,
        planned: false,
        reserved: true,
        example: true,
        url: 'https://ted.europa.eu/en/notice/-/detail/1-2026',
      },
      deadline: { for: 'tenders', at: { instant: '2026-12-01T22:59:00Z', zone: 'Europe/Stockholm', precision: 'minute' } },
      lots: [{ title: EVIL, fits: true }],
      why: [{ field: 'Lokalvård', asked: quote }],
    },
  ],
};
const overview: Overview = {
  ...{
    madeOn: '2026-11-24',
    version: '1',
    example: true,
    notices: { stored: 1, open: 1, relevant: 1 },
    sources: [{ label: 'TED', outcome: 'Läst.', lastRead: '2026-11-24' }],
  },
  needs: [{ title: EVIL, fields: ['Lokalvård'], organisations: 1, file: 'matchrapport-å.html', status: 'planned' }],
  digests: [{ name: EVIL, municipalities: [], alerts: 2, file: 'bevakning-å.html' }],
};
const pages = { 'match report': await matchReportHtml(report), digest: digestHtml(digest), index: indexHtml(overview) };

describe.each(Object.entries(pages))('%s', (_, html) => {
  const $ = load(html);

  it('shows hostile text as text', () => {
    expect($('script')).toHaveLength(0);
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('\u202e');
    expect($('h1, h3, th').text()).toContain('<script>alert(1)</script>');
    expect($('[onclick], [onerror], iframe, img, form, object')).toHaveLength(0);
  });

  it('is a Swedish page with one heading, ordered headings and headed tables', () => {
    expect($('html').attr('lang')).toBe('sv');
    expect($('title').text()).not.toBe('');
    expect($('h1')).toHaveLength(1);
    const levels = $('h1, h2, h3')
      .toArray()
      .map((h) => Number(h.name.slice(1)));
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    $('table').each((__, table) => {
      expect($(table).find('caption').text()).not.toBe('');
      expect($(table).find('thead th[scope=col]').length).toBeGreaterThan(0);
    });
    expect($('meta[http-equiv=Content-Security-Policy]').attr('content')).toContain("default-src 'none'");
  });
});

describe('match report', () => {
  const $ = load(pages['match report']);

  it('has its sections in the order of an officer’s work', () => {
    expect(
      $('h2')
        .toArray()
        .map((h) =>
          $(h)
            .text()
            .replace(/^\d+\. /, ''),
        ),
    ).toEqual([
      ...['Kort svar', 'Behovet', 'Regler att kontrollera', 'ASF som arbetar i fältet', 'Marknadsbild', 'Delar och enklare moment', 'Hinder i utkastet'],
      ...['Förslag till frågor inför dialogen', 'Dialoglogg att fylla i', 'Så gjordes rapporten', 'Ansvarig och status'],
    ]);
  });

  it('says that the order recommends nobody, and shows money and place as people write them', () => {
    expect($('#asf').parent().text()).toContain('Ordningen är inte en rekommendation.');
    expect($('dl').text()).toContain('1\u00a0250\u00a0000\u00a0kr');
    expect($('dl').text()).not.toContain('mapp/');
  });
});

describe('digest', () => {
  it('says that it invites nobody, and links to the official notice alone', () => {
    const $ = load(pages.digest);
    expect($('main').text()).toContain('Detta är ingen inbjudan att lämna anbud.');
    expect($('main').text()).toContain('tisdag 1 december 2026 kl. 23.59');
    const links = $('a')
      .toArray()
      .map((a) => $(a).attr('href'));
    expect(links).toEqual(['#innehall', 'https://ted.europa.eu/en/notice/-/detail/1-2026']);
  });

  it('says plainly when there is nothing', () => {
    expect(digestHtml({ ...digest, alerts: [] })).toContain('Inga annonser just nu');
  });
});

it('index leads to every page by an encoded link', () => {
  const $ = load(pages.index);
  const links = $('a')
    .toArray()
    .map((a) => $(a).attr('href'));
  expect(links).toEqual(['#innehall', 'matchrapport-%C3%A5.html', 'bevakning-%C3%A5.html']);
});

it('JSON is the data itself', () => {
  expect(JSON.parse(toJson(report))).toEqual(report);
});

describe('text', () => {
  it('takes away what is hidden and keeps what is seen', () => {
    expect(shown('a\u202eb\u0000c\td\ne\u200f\ufeff😀')).toBe('abc\td\ne😀');
    expect(clipped('x'.repeat(1_000_000), 300)).toHaveLength(300);
  });

  it('links to the web only', () => {
    expect(['https://a.se', 'http://a.se/b', 'javascript:alert(1)', 'data:text/html,x', 'ftp://a', 'ej'].map(webAddress)).toEqual([
      ...['https://a.se/', 'http://a.se/b', undefined, undefined, undefined, undefined],
    ]);
  });

  it('writes days as far as they are known', () => {
    expect(['2026-11-24', '2026-11', '2026'].map(dayInSwedish)).toEqual(['24 november 2026', 'november 2026', '2026']);
  });
});
