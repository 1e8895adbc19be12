import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { asfMatch } from './cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'yearly-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const year = new Date().getFullYear();
const isToday = (instant: string): boolean => instant.startsWith(String(year));

// biome-ignore lint/suspicious/noExplicitAny: rows of every table
type Line = Record<string, any>;

/** Every figure again, out of what `asf-match export` prints, without any of the product's code. */
function recount(lines: readonly Line[]): Record<string, number> {
  const of = (table: string): Line[] => lines.filter((l) => l.table === table);
  const taken = [...new Set(of('register_snapshot').map((l) => l.taken as string))].sort();
  const at = (instant: string | undefined): Line[] => of('register_snapshot').filter((l) => l.taken === instant);
  const [first, last] = [at(taken[0]), at(taken.at(-1))];
  const isOpen = (l: Line): boolean => l.body.status !== 'closed';
  const open = last.filter(isOpen);
  const before = (l: Line): Line | undefined => first.find((f) => f.organisation === l.organisation);
  const matches = of('match').filter((m) => m.probability >= 0.5);
  const ofNeed = (id: string): Line[] => matches.filter((m) => m.subject_kind === 'need' && m.subject_id === id);
  const needs = of('need');
  const notices = of('notice_version').filter((n) => n.is_current === 1 && n.published && isToday(n.published) && n.body.source !== 'example');
  const inYear = new Set(of('delivery').flatMap((d) => (d.state === 'sent' && isToday(d.sent) ? [d.id] : [])));
  const sent = of('alert').filter((a) => inYear.has(a.delivery));
  const answers = (step: string): number => of('response').filter((r) => r.step === step && isToday(r.at)).length;
  return {
    'register.open': open.length,
    'register.fields': new Set(open.flatMap((l) => (l.fields as string).split(' ').filter(Boolean))).size,
    'register.municipalities': new Set(open.flatMap((l) => l.body.municipalities as string[])).size,
    'register.new': last.filter((l) => !before(l)).length,
    'register.closed': last.filter((l) => !isOpen(l) && before(l) && isOpen(before(l) as Line)).length,
    'rows.all': last.length,
    'rows.verified': last.filter((l) => l.body.status === 'verified').length,
    'rows.sources': new Set(last.map((l) => l.body.source)).size,
    'needs.all': needs.length,
    'needs.matched': needs.filter((n) => ofNeed(n.id).length > 0).length,
    'needs.uncoded': needs.filter((n) => n.body.cpv.length === 0).length,
    'needs.uncoded-matched': needs.filter((n) => n.body.cpv.length === 0 && ofNeed(n.id).length > 0).length,
    'needs.divisible': needs.filter((n) => new Set(ofNeed(n.id).flatMap((m) => m.body.field ?? [])).size >= 2).length,
    'statistics.purchases': of('past_purchase').length,
    'told.sent': sent.length,
    'told.shown': sent.filter((a) => a.shown === 1).length,
    'told.interested': answers('interested'),
    'told.not-relevant': answers('not-relevant'),
    'told.bid': answers('bid'),
    'told.won': answers('won'),
    'notices.all': notices.length,
    'notices.matched': notices.filter((n) => matches.some((m) => m.subject_kind === 'notice' && m.subject_id === n.key)).length,
  };
}

/** Mails of this year and of the year before, and what came of them, as the worker stores them. */
function tellAndAnswer(): void {
  const db = new DatabaseSync(join(folder, 'store/asf-match.sqlite'));
  const delivery = db.prepare(
    "insert into delivery (id, kind, recipient, due, message_id, state, attempts, failures, next_attempt, sent) values (?, 'digest', 'r', '', ?, ?, 1, 0, '', ?)",
  );
  delivery.run(1, '<1>', 'sent', `${year}-02-01T07:00:00Z`);
  delivery.run(2, '<2>', 'sent', `${year - 1}-12-31T07:00:00Z`);
  delivery.run(3, '<3>', 'dead', null);
  const alert = db.prepare('insert into alert (subscription, news, probability, delivery, shown) values (1, ?, 0.9, ?, ?)');
  for (const [news, of, shown] of [
    [1, 1, 1],
    [2, 1, 1],
    [3, 1, 0],
    [4, 2, 1],
    [5, 3, 0],
  ] as const)
    alert.run(news, of, shown);
  const response = db.prepare("insert into response (subscription, about, step, features, at) values ('s', ?, ?, '[]', ?)");
  for (const [about, step, at] of [
    ['a', 'interested', year],
    ['a', 'bid', year],
    ['b', 'not-relevant', year],
    ['c', 'interested', year - 1],
  ] as const)
    response.run(about, step, `${at}-03-01T07:00:00Z`);
  db.close();
}

it('yearly writes figures that can be counted again out of the export, as a page and as a document', async () => {
  const store = ['--store', join(folder, 'store')];
  const header = 'namn;kommun;erbjuder;fält;status;källa;sedd';
  const rows = [
    `Kafé Ett;Solna;kafé och tvätteri;mat.cafe,textil.tvatt;verifierad;Listan;${year}-01`,
    `Tvätt Två;Nacka;tvätteri;textil.tvatt;verifierad;Annan;2016`,
  ];
  await asfMatch(...store, 'register', file('ett.csv', [header, ...rows].join('\n')), '--import');
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const closed = (rows[1] as string).replace('verifierad', 'stängd');
  await asfMatch(
    ...store,
    'register',
    file('två.csv', [header, rows[0], closed, `Städ Tre;Solna;städning;stad.lokalvard;overifierad;Listan;${year}-02`].join('\n')),
    '--import',
  );
  await asfMatch(...store, 'plan', file('plan.csv', 'titel;cpv\nKafé i kulturhus;55330000\nLokalvård och tvätteritjänster;\nBroar;45221100\n'), '--import');
  const purchases =
    'År;Namn för köpare;Organisationsnummer för köpare;Huvudsaklig CPV-kod;Upphandlings-ID;Upphandlingens titel;Publiceringsdatum;Antal upphandlingar';
  await asfMatch(
    ...store,
    'statistics',
    'import',
    file('statistik.csv', [purchases, '2021;STOCKHOLMS KOMMUN;2120000142;80530000 Yrkesutbildning;KA1;Arbetsförberedande insatser;2021-03-19;1'].join('\n')),
  );
  await asfMatch(...store, 'run', '--offline', '--out', join(folder, 'run'));

  tellAndAnswer();
  const ran = await asfMatch(...store, 'yearly', String(year), '--out', folder, '--json');
  expect(ran.code).toBe(0);
  const figures: { id: string; value: number; of?: number }[] = JSON.parse(ran.out).activities.flatMap((a: { figures: object[] }) => a.figures);
  const lines = (await asfMatch(...store, 'export')).out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const counted = recount(lines);
  expect(Object.fromEntries(figures.filter((f) => f.id in counted).map((f) => [f.id, f.value]))).toEqual(counted);
  expect(counted).toMatchObject({
    'register.open': 2,
    'register.new': 1,
    'register.closed': 1,
    'needs.all': 3,
    'needs.matched': 2,
    'needs.divisible': 1,
    'statistics.purchases': 1,
    'told.sent': 3,
    'told.shown': 2,
    'told.interested': 1,
    'told.bid': 1,
  });
  expect(figures.find((f) => f.id === 'follow-up.all')?.value).toBe(1);

  const page = readFileSync(join(folder, `arsrapport-${year}.html`), 'utf8');
  const document = strFromU8(unzipSync(readFileSync(join(folder, `arsrapport-${year}.docx`)))['word/document.xml'] as Uint8Array);
  for (const text of ['11. Årlig rapport till nämnden', 'Planerade inköp där minst en ASF har belägg', '2 av 3']) {
    expect(page).toContain(text);
    expect(document).toContain(text);
  }
  expect(document.match(/w:val="Heading1"/g)).toHaveLength(13);
  const wrong = await asfMatch(...store, 'yearly', '20x6');
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('is no year')]);
});
