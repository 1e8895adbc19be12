import type { FieldMonitor, FollowUp, YearlyReport } from '@asf-match/market';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { fieldMonitorHtml } from './field-monitor.ts';
import { followUpHtml, shortOf } from './follow-up.ts';
import { yearlyDocx, yearlyHtml } from './yearly.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

const monitor: FieldMonitor = {
  ...{ kind: 'omvarldsbevakning', madeOn: '2026-11-24', version: '1', example: false },
  register: { rows: 4, open: 3, old: 1, closed: 1, withoutField: 1 },
  municipalities: [
    { name: 'Solna', count: 2, known: true },
    { name: 'okänd kommun', count: 1, known: false },
  ],
  fields: [{ field: 'mat.cafe', label: 'Kafé', group: 'Mat', count: 2, old: 1, places: [{ name: HOSTILE, count: 2 }] }],
  empty: ['Bageri'],
  since: {
    taken: '2026-01-01T00:00:00Z',
    changes: [
      { kind: 'new', id: 'a', name: HOSTILE, municipalities: ['Solna'], what: [] },
      { kind: 'changed', id: 'b', name: 'Beta', municipalities: [], what: ['kommun', 'fält'] },
    ],
  },
  old: [{ name: 'Gamla', municipalities: [], seen: '2016', source: 'Listan' }],
  sources: [{ source: 'Listan', rows: 4 }],
};

const followUp: FollowUp = {
  ...{ kind: 'uppfoljning', madeOn: '2026-11-24', version: '1' },
  purchases: [
    {
      id: 'KA1',
      year: 2021,
      title: HOSTILE,
      buyer: 'Staden',
      reserved: false,
      winners: [],
      gaps: ['vinnare', 'värde'],
      because: 'ordet ”jobb”',
      source: 's',
      url: 'javascript:alert(1)',
    },
    {
      id: 'KA2',
      year: 2022,
      title: 'Två',
      buyer: 'Staden',
      reserved: true,
      winners: [{ name: 'Kooperativet', size: 'micro' }],
      value: 5000,
      gaps: [],
      because: 'x',
      source: 's',
    },
  ],
  gaps: [
    { about: 'vinnare', count: 1 },
    { about: 'värde', count: 1 },
  ],
  searched: { searched: 100, period: { from: '2021-01-01', to: '2022-12-31' }, source: 'statistik', date: '2026-11-20' },
  rule: { buyers: ['212000-0142'], fields: ['Arbetsträning'], words: ['jobb'] },
};

const yearly: YearlyReport = {
  ...{ kind: 'arsrapport', year: 2026, madeOn: '2026-11-24', version: '1', example: true },
  activities: [
    {
      title: 'Ett',
      figures: [
        { id: 'a', label: 'Rader', value: 16_002, method: 'Tabellen a.' },
        { id: 'b', label: 'Del', value: null, of: 3, method: 'Tabellen b.' },
      ],
      fillIn: [],
    },
    { title: 'Två', figures: [{ id: 'c', label: 'Ingenting', value: 0, of: 0, method: 'Tabellen c.' }], fillIn: [HOSTILE] },
  ],
  sources: [{ label: 'Statistik', read: '2026-11-20' }],
};

const textOf = (html: string): string => load(html)('main').text().replace(/\s+/g, ' ');

describe('pages that look back', () => {
  it('run and load nothing that came from outside', () => {
    for (const html of [fieldMonitorHtml(monitor), followUpHtml(followUp), yearlyHtml(yearly)]) {
      const $ = load(html);
      expect([$('img').length, $('script').length, $('a[href^=javascript]').length]).toEqual([0, 0, 0]);
      expect($('main').text()).toContain('onerror');
    }
  });

  it('show fields by municipality, changes and old rows; an unknown municipality is none', () => {
    const text = textOf(fieldMonitorHtml(monitor));
    for (const said of ['3 öppna ASF i 1 kommuner', '1 av 2 fält', 'Nytt sedan 1 januari 2026', 'kommun, fält', 'Fält utan någon känd ASF', 'Gamla'])
      expect(text).toContain(said);
    const { since: _, ...first } = monitor;
    expect(textOf(fieldMonitorHtml(first))).toContain('inget att jämföra med');
  });

  it('say of each purchase what is missing', () => {
    const text = textOf(followUpHtml(followUp));
    for (const said of ['Vem som vann är känt för 1 av 2', 'Kooperativet (mikroföretag)', '5 000 kr', 'uppgift saknas', 'annonserade 2021, 2022'])
      expect(text).toContain(said.replace(' kr', '\u00a0kr').replace('5 ', '5\u00a0').replaceAll('\u00a0', ' '));
    const { searched: _, ...none } = followUp;
    expect(shortOf({ ...none, purchases: [] })).toEqual(['Ingen statistik och inga resultat är inlästa, så inget kan följas upp ännu.']);
  });

  it('tell a missing figure from a nought, and how each is counted', async () => {
    const $ = load(yearlyHtml(yearly));
    const rows = $('section[aria-labelledby^=a] tbody tr')
      .toArray()
      .map((tr) => $(tr).text().replace(/\s+/g, ' '));
    expect(rows).toEqual(['Rader16 002', 'Deluppgift saknas', 'Ingentinginga', '']);
    expect($('#om').parent().text()).toContain('Tabellen b.');
    const docx = await yearlyDocx(yearly);
    expect(Buffer.from(docx.subarray(0, 2)).toString()).toBe('PK');
  });
});
