import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { asfMatch } from './cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'monitoring-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const HEADER = 'namn;kommun;erbjuder;fält;status;källa;sedd';

it('fields compares with the register as it was before the last import, and never takes absence for closing', async () => {
  const store = join(folder, 'store');
  const first = file(
    'ett.csv',
    [
      HEADER,
      'Kafé Ett;Solna;kafé;mat.cafe;verifierad;Listan;2026-10',
      'Tvätt Två;Nacka;tvätteri;textil.tvatt;verifierad;Listan;2016',
      'Cykel Tre;Solna;cyklar;;verifierad;Listan;2026-10',
    ].join('\n'),
  );
  const second = file(
    'två.csv',
    [
      HEADER,
      'Kafé Ett;Solna, Nacka;kafé;mat.cafe;verifierad;Listan;2026-11',
      'Tvätt Två;Nacka;tvätteri;textil.tvatt;stängd;Listan;2026-11',
      'Städ Fyra;Nacka;städning;stad.lokalvard;verifierad;Listan;2026-11',
    ].join('\n'),
  );
  expect((await asfMatch('--store', store, 'register', first, '--import')).code).toBe(0);
  expect((await asfMatch('--store', store, 'fields')).out).toContain('ingen tidigare inläsning');
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect((await asfMatch('--store', store, 'register', second, '--import')).code).toBe(0);
  const ran = await asfMatch('--store', store, 'fields', '--json', '--out', folder);
  const monitor = JSON.parse(ran.out);
  expect(monitor.register).toMatchObject({ rows: 4, open: 3, closed: 1 });
  expect(monitor.since.changes.map((c: { name: string; kind: string }) => [c.name, c.kind])).toEqual([
    ['Kafé Ett', 'changed'],
    ['Städ Fyra', 'new'],
    ['Tvätt Två', 'closed'],
  ]);
  expect(monitor.fields.find((f: { field: string }) => f.field === 'mat.cafe')).toMatchObject({
    count: 1,
    places: [
      { name: 'Nacka', count: 1 },
      { name: 'Solna', count: 1 },
    ],
  });
  expect(readFileSync(join(folder, 'omvarldsbevakning.html'), 'utf8')).toContain('Städ Fyra');
  const wrong = await asfMatch('--store', store, 'fields', '--since', 'igår');
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('wants a day')]);
});

it('statistics import reads what it can, names what it cannot, and report shows what was read', async () => {
  const store = join(folder, 'statistics');
  const purchases = file(
    'procurements.csv',
    '\uFEFFÅr;Namn för köpare;Organisationsnummer för köpare;Huvudsaklig CPV-kod;Upphandlings-ID;Upphandlingens titel;Publiceringsdatum;Antal upphandlingar\n2021;Exempelköpings kommun;2120000142;55330000 Caféer;KA1;Drift av kafé;2021-03-19;1\nfel;;;;KA2;;;1\n',
  );
  const other = file('annat.csv', 'a;b\n1;2\n');
  const ran = await asfMatch('--store', store, 'statistics', 'import', purchases, other, join(folder, 'saknas.csv'));
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('2021 procurements: 1 rows');
  expect(ran.err).toContain('procurements.csv, row 3');
  expect(ran.err).toContain('annat.csv, row 1: There is no column for år');
  expect(ran.err).toContain('saknas.csv: The file cannot be read (ENOENT)');
  const plan = file('plan.csv', 'titel;cpv\nKafé i kulturhus;55330000\n');
  const report = JSON.parse((await asfMatch('--store', store, 'report', 'kafé-i-kulturhus', '--plan', plan, '--out', folder, '--json')).out);
  const earlier = report.indicators.find((i: { id: string }) => i.id === 'earlier-purchases');
  expect(earlier).toMatchObject({ n: 1, period: { from: '2021-01-01', to: '2021-12-31' } });
  expect(earlier.rows[0].slice(0, 3)).toEqual(['Drift av kafé', 'Exempelköpings kommun', '2021-03-19']);
  expect(earlier.source).toContain('procurements.csv');
  expect((await asfMatch('--store', store, 'statistics')).out).toContain('uhm 2021 procurements: 1 rows from procurements.csv');
  expect((await asfMatch('--store', store, 'statistics', 'import', other)).code).toBe(2);
});

it('follow-up names the purchases of the buyer that the rule is about, and says what is missing', async () => {
  const store = join(folder, 'follow-up');
  const header =
    'År;Namn för köpare;Organisationsnummer för köpare;Huvudsaklig CPV-kod;Upphandlings-ID;Upphandlingens titel;Publiceringsdatum;Antal upphandlingar';
  const rows = [
    '2021;STOCKHOLMS KOMMUN;2120000142;80530000 Yrkesutbildning;KA1;Arbetsförberedande insatser;2021-03-19;1',
    '2021;SOLNA KOMMUN;2120000183;80530000 Yrkesutbildning;KA2;Arbetsförberedande insatser;2021-03-19;1',
  ];
  await asfMatch('--store', store, 'statistics', 'import', file('follow-up.csv', [header, ...rows].join('\n')));
  const found = JSON.parse((await asfMatch('--store', store, 'follow-up', '--json', '--out', folder)).out);
  expect(found.purchases).toMatchObject([{ id: 'KA1', winners: [], gaps: ['antal anbud', 'vinnare', 'värde', 'sociala kriterier'] }]);
  expect(readFileSync(join(folder, 'uppfoljning.html'), 'utf8')).toContain('uppgift saknas');
});
