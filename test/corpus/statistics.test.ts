import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  type Indicator,
  type Need,
  type Organisation,
  type PurchaseHistory,
  parseConcepts,
  parseMunicipalities,
  parseTaxonomy,
  subjectOfNeed,
  subjectOfPastPurchase,
} from '@asf-match/domain';
import { fieldsOfReport, indicatorsFor, type PastPurchases, similarPurchases } from '@asf-match/market';
import { createMatcher, titleStems } from '@asf-match/matching';
import { readRegister, readUhm } from '@asf-match/sources';
import { openStore, type Store } from '@asf-match/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPastLookup } from '../../workers/scan/src/past-purchases.ts';
import { asfMatch } from '../system/cli.ts';
import { named } from './shared.ts';
import { files, NAMES, type Row, rowsOf } from './statistics-files.ts';

const ID = 'Upphandlings-ID';
const TITLE = 'Upphandlingens titel';
const need = (id: string, title: string, cpv: string[], amount?: number): Need => ({
  ...{ id, title, cpv, description: '', places: [], origin: 'test', example: false },
  ...(amount && { value: { amount, currency: 'SEK' } }),
});
/** Five purchases of the city's labour market administration in 2021, and five of other kinds. */
const NEEDS: readonly Need[] = [
  need('KA2528', 'Arbetsförberedande yrkesinriktade insatser samt yrkessvenska för Jobbtorg Stockholm', ['79634000'], 4_000_000),
  need('KA1594', 'Arbetsförberedande insats med yrkesinriktning för kvinnor långt ifrån arbetsmarknaden i ytterstaden', ['80530000']),
  need('KA1617', 'Kompismatchning', ['98000000']),
  need('KA3024', 'Fler vägar till uppsök av Stockholms unga', ['85310000']),
  need('KA5789', 'Feriejobb under skollov', ['98133100']),
  need('stad', 'Lokalvård av förskolor', ['90910000'], 2_000_000),
  need('flytt', 'Flyttjänster och magasinering', ['98392000']),
  need('tvatt', 'Tvätt av arbetskläder', []),
  need('kafe', 'Drift av kafé i kulturhus', ['55330000'], 500_000),
  need('gron', 'Skötsel av grönytor', ['77310000', '77300000']),
];

describe.skipIf(files.length < NAMES.length)(named('statistics of 2021', files[0]), () => {
  const folder = mkdtempSync(join(tmpdir(), 'statistics-'));
  let store: Store;
  let seconds = 0;
  let printed = '';

  beforeAll(async () => {
    const ran = await asfMatch('--store', folder, 'statistics', 'import', ...files, '--json');
    [seconds, printed] = [ran.milliseconds / 1000, ran.out];
    store = await openStore({ database: join(folder, 'asf-match.sqlite'), archive: join(folder, 'archive'), clock: () => '2026-11-24T12:00:00Z' });
  });
  afterAll(async () => {
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are loaded whole in under 20 seconds, and again without any change', async () => {
    console.log(`statistics import: ${seconds.toFixed(1)} s for four files`);
    expect(seconds).toBeLessThan(20);
    expect(JSON.parse(printed)).toMatchObject({ problems: [], orphans: 11 });
    const db = new DatabaseSync(join(folder, 'asf-match.sqlite'), { readOnly: true });
    const one = (sql: string) => Object.values(db.prepare(sql).get() as Record<string, number>)[0];
    const counts = () => [
      one('select count(*) from past_purchase'),
      one('select count(*) from past_purchase where reserved = 1'),
      one('select count(*) from past_purchase where reserved = 1 or reserved_execution = 1'),
      one('select count(*) from contracted_tender'),
      one('select sum(tenders) from contracted_tender'),
      one("select count(*) from contracted_tender where legal_form = 'Ekonomiska föreningar'"),
      one('select count(*) from lot_tenders'),
      one('select count(*) from contracted_value'),
      one("select count(*) from contracted_tender where supplier = 'Fysisk person'"),
      one('select count(*) from past_purchase_stem'),
      one('select count(*) from past_purchase_field'),
    ];
    const before = counts();
    expect(before.slice(0, 9)).toEqual([16_002, 21, 26, 19_952, 20_459, 167, 9848, 8446, 439]);
    await store.statistics.replace(
      (async function* () {
        for await (const row of readUhm(createReadStream(files[2] as string), basename(files[2] as string)).rows) {
          if (row.export === 'lot-tenders') yield row;
        }
      })(),
      'again.csv',
    );
    expect(counts()).toEqual(before);
    db.close();
  });

  it('hold no natural person, and the winners of every reserved purchase', async () => {
    const db = new DatabaseSync(join(folder, 'asf-match.sqlite'), { readOnly: true });
    const persons = rowsOf('contracted_tenders_with_suppliers').filter(
      (r) => r['Juridisk form för leverantör'] === 'Fysiska personer' || r['Namn för leverantör'] === 'Personuppgift',
    );
    const masked = db.prepare("select count(*) as n from contracted_tender where supplier = 'Fysisk person'").get() as { n: number };
    expect(masked.n).toBe(persons.length);
    const samhall = db
      .prepare(
        "select count(distinct p.purchase) as n from past_purchase p join contracted_tender t on t.purchase = p.purchase where (p.reserved = 1 or p.reserved_execution = 1) and t.supplier like 'SAMHALL%'",
      )
      .get() as { n: number };
    const reserved = new Set(
      rowsOf('procurements').flatMap((r) => (r['Reserverad upphandling'] === 'True' || r['Reserverat genomförande'] === 'True' ? r[ID] : [])),
    );
    const won = new Set(
      rowsOf('contracted_tenders_with_suppliers').flatMap((r) => (reserved.has(r[ID]) && r['Namn för leverantör']?.startsWith('SAMHALL') ? r[ID] : [])),
    );
    expect(samhall.n).toBe(won.size);
    db.close();
  });

  it('follow-up finds the five purchases of work-preparing support of the city, none of which says how it went', async () => {
    const { purchases } = JSON.parse((await asfMatch('--store', folder, 'follow-up', '--json')).out);
    expect(purchases.map((p: { id: string }) => p.id).sort()).toEqual(['KA1594', 'KA1617', 'KA2528', 'KA3024', 'KA5789']);
    const winners = rowsOf('contracted_tenders_with_suppliers').filter((r) => purchases.some((p: { id: string }) => p.id === r[ID]));
    expect(purchases.flatMap((p: { winners: object[] }) => p.winners)).toHaveLength(winners.length);
    expect(purchases.every((p: { gaps: string[] }) => p.gaps.includes('vinnare'))).toBe(true);
  });

  describe('ten needs', () => {
    const data = (name: string) => readFileSync(join('data', name), 'utf8');
    const taxonomy = parseTaxonomy(data('taxonomy.tsv'), parseConcepts(data('concepts.tsv')));
    const municipalities = parseMunicipalities(data('municipalities.tsv'));
    let organisations: readonly Organisation[] = [];
    let matcher: ReturnType<typeof createMatcher>;
    let byId: { readonly [K in (typeof NAMES)[number]]: ReadonlyMap<string, Row[]> };
    let all: readonly Row[] = [];
    let everything: PurchaseHistory[] = [];

    beforeAll(async () => {
      ({ organisations } = await readRegister(readFileSync('data/register-example.csv'), 'register-example.csv', { taxonomy, municipalities }));
      matcher = createMatcher({ taxonomy, municipalities, organisations });
      all = rowsOf('procurements');
      const ofAnyCode = await store.statistics.find({ cpvPrefixes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], reserved: true });
      const stems = new Set(all.filter((r) => r['Huvudsaklig CPV-kod']?.startsWith('00000000')).flatMap((r) => [...titleStems(r[TITLE] ?? '').keys()]));
      const withoutCode = await store.statistics.find({ stems: [...stems] });
      everything = [...new Map([...ofAnyCode, ...withoutCode].map((h) => [h.purchase.id, h])).values()];
      expect(everything).toHaveLength(16_001);
      const grouped = (name: (typeof NAMES)[number]) => Map.groupBy(rowsOf(name), (r) => r[ID] ?? '');
      byId = {
        procurements: grouped('procurements'),
        contracted_tenders_with_suppliers: grouped('contracted_tenders_with_suppliers'),
        tenders_per_lot: grouped('tenders_per_lot'),
        contracted_value: grouped('contracted_value'),
      };
    });

    it.each(NEEDS)('$title: what is similar is found, and every figure is what a plain loop counts', async (one) => {
      const classifications = matcher.classifier.classifySubject(subjectOfNeed(one));
      const lookup = await createPastLookup(store, [], matcher.classifier, taxonomy, '2026-11-24');
      const started = performance.now();
      const past = (await lookup.of(one, classifications)) as PastPurchases;
      const fields = fieldsOfReport(classifications).map((c) => c.field);
      const figures = indicatorsFor({ need: one, fields, classifications, organisations, fieldsOf: matcher.fieldsOf, past, taxonomy, today: '2026-11-24' });
      const milliseconds = performance.now() - started;
      console.log(`${one.id}: ${past.similar.length} similar, ${figures.length} figures, ${milliseconds.toFixed(0)} ms`);
      expect(milliseconds).toBeLessThan(1000);

      const ids = past.similar.map((s) => s.history.purchase.id);
      expect([...ids].sort()).toEqual(everySimilar(one, fields));
      if (one.id.startsWith('KA')) expect(ids).toContain(one.id);
      expect(byCode(one).filter((id) => !ids.includes(id))).toEqual([]);
      checkFigures(figures, ids);
      checkCases(figures, past);
    });

    /** Every purchase of the year looked at one by one, without any query. */
    function everySimilar(one: Need, fields: readonly string[]): string[] {
      const stems = [...titleStems(one.title).keys()];
      const withStem = new Map(stems.map((stem) => [stem, all.filter((r) => titleStems(r[TITLE] ?? '').has(stem)).length] as const).filter(([, n]) => n > 0));
      const candidates = everything.map((history) => ({ history, subject: subjectOfPastPurchase(history.purchase) }));
      return similarPurchases(one, fields, candidates, matcher.classifier, { titles: all.length, withStem })
        .map((s) => s.history.purchase.id)
        .sort();
    }

    /** Purchases whose code is the need's or below it, by their first digits alone. */
    const byCode = ({ cpv }: Need): string[] => {
      const prefixes = cpv.map((code) => code.replace(/0+$/, '')).filter((p) => p.length >= 3);
      return all.flatMap((r) => (prefixes.some((p) => r['Huvudsaklig CPV-kod']?.startsWith(p)) ? (r[ID] ?? []) : []));
    };

    const ofTitle = (rows: readonly Row[] | undefined, title: string | undefined): readonly Row[] => {
      const same = rows?.filter((r) => r[TITLE] === title) ?? [];
      return same.length > 0 ? same : (rows ?? []);
    };

    function checkFigures(figures: readonly Indicator[], ids: readonly string[]): void {
      const purchases = ids.map((id) => (byId.procurements.get(id) as Row[]).at(-1) as Row);
      const wins = purchases
        .flatMap((p) => ofTitle(byId.contracted_tenders_with_suppliers.get(p[ID] ?? ''), p[TITLE]))
        .flatMap((r) => Array<Row>(Number(r['Antal kontrakterade anbud*, Summa'])).fill(r));
      const tenders = purchases
        .flatMap((p) => ofTitle(byId.tenders_per_lot.get(p[ID] ?? ''), p[TITLE]))
        .map((r) => Number(r['Antal anbud, Summa']))
        .sort((a, b) => a - b);
      const figure = (id: string, label?: string) => figures.find((f) => f.id === id && (!label || f.label === label));
      const shareIs = (label: string, id: string, of: readonly Row[], counts: (r: Row) => boolean): void => {
        const found = figure(id, label);
        if (of.length >= 5) expect(found).toMatchObject({ kind: 'share', n: of.length, part: of.filter(counts).length });
        else expect(found?.kind).not.toBe('share');
      };
      const size = (r: Row) => r['Företagsstorlek för leverantör'] ?? '';
      const form = (r: Row) => r['Juridisk form för leverantör'] ?? '';

      expect(figure('earlier-purchases')?.n).toBe(ids.length);
      shareIs(
        'Andel som mikroföretag och små företag vann',
        'winners-by-size',
        wins.length >= 5 ? wins.filter(size) : [],
        (r) => size(r) === 'Mikroföretag' || size(r) === 'Små företag',
      );
      shareIs('Andel som ekonomiska föreningar vann', 'winners-by-form', wins.length >= 5 ? wins.filter(form) : [], (r) => form(r) === 'Ekonomiska föreningar');
      shareIs('Andel som ideella föreningar vann', 'winners-by-form', wins.length >= 5 ? wins.filter(form) : [], (r) => form(r) === 'Ideella föreningar');
      shareIs('Andel som Samhall vann', 'winners-by-form', wins, (r) => r['Namn för leverantör'] === 'SAMHALL AKTIEBOLAG');
      shareIs('Inköp som anger sociala kriterier', 'social-criteria', purchases, (r) => r['Socialt hållbar upphandling'] === 'True');
      const sizes = figure('winners-by-size', 'Vinnare efter storlek');
      if (sizes?.kind === 'table') {
        const labels = {
          Mikroföretag: 'mikroföretag',
          'Små företag': 'litet företag',
          'Medelstora företag': 'medelstort företag',
          'Stora företag': 'stort företag',
          '': 'uppgift saknas',
        };
        const counted = Object.entries(labels).flatMap(([word, label]) => {
          const n = wins.filter((r) => size(r) === word).length;
          return n > 0 ? [[label, n]] : [];
        });
        expect(sizes.rows).toEqual(counted);
      } else expect(wins.length).toBeLessThan(5);
      const median = figure('tenders-per-lot', 'Anbud på ett anbudsområde, median');
      if (median?.kind === 'value') {
        const middle =
          tenders.length % 2 === 1
            ? tenders[(tenders.length - 1) / 2]
            : ((tenders[tenders.length / 2 - 1] as number) + (tenders[tenders.length / 2] as number)) / 2;
        expect([median.n, median.value, median.spread?.least, median.spread?.most]).toEqual([tenders.length, middle, tenders[0], tenders.at(-1)]);
        const below = (x: number) => tenders.filter((t) => t <= x).length / tenders.length;
        expect(below(median.spread?.lower as number)).toBeGreaterThanOrEqual(0.25);
        expect(below((median.spread?.lower as number) - 1)).toBeLessThan(0.25);
        expect(below(median.spread?.upper as number)).toBeGreaterThanOrEqual(0.75);
        expect(below((median.spread?.upper as number) - 1)).toBeLessThan(0.75);
        expect(figure('tenders-per-lot', 'Anbudsområden med högst ett anbud')).toMatchObject({ n: tenders.length, part: tenders.filter((t) => t < 2).length });
        const table = figure('tenders-per-lot', 'Anbudsområden efter antal anbud');
        const groups = [[0], [1], [2], [3], [4], [5, 6, 7, 8, 9]].map((group) => tenders.filter((t) => group.includes(t)).length);
        expect(table?.kind === 'table' && table.rows.map((r) => r[1])).toEqual([...groups, tenders.filter((t) => t >= 10).length]);
      } else expect(tenders.length).toBeLessThan(5);
      const months = figure('purchases-by-month');
      if (months?.kind === 'table') {
        const counted = Array.from(
          { length: 12 },
          (_, m) => purchases.filter((p) => p.Publiceringsdatum?.slice(5, 7) === String(m + 1).padStart(2, '0')).length,
        );
        expect(months.rows.map((r) => r[1])).toEqual(counted);
      } else expect(ids.length).toBeLessThan(5);
      checkRegister(figures);
    }

    /** The register's figures, from its rows alone. */
    function checkRegister(figures: readonly Indicator[]): void {
      const open = organisations.filter((o) => o.status !== 'closed');
      for (const figure of figures.filter((f) => f.id === 'asf-in-field')) {
        const [label, where] = figure.label.split(': ') as [string, string];
        const field = taxonomy.leaves.find((l) => l.labelSv === label)?.id as string;
        const inField = open.filter((o) => matcher.fieldsOf(o).has(field));
        const count =
          where === 'i hela registret'
            ? inField
            : inField.filter((o) => (where === 'i Stockholms stad' ? o.municipalities.includes('Stockholm') : o.nuts.includes('SE110')));
        expect(figure.kind === 'value' && figure.value).toBe(count.length);
      }
    }

    /** What the shown cases say of one purchase, against the files. */
    function checkCases(figures: readonly Indicator[], { similar }: PastPurchases): void {
      const cases = figures.find((f) => f.id === 'earlier-purchases');
      if (cases?.kind !== 'cases') throw new Error('no cases');
      for (const [index, row] of cases.rows.entries()) {
        const id = similar[index]?.history.purchase.id ?? '';
        const p = (byId.procurements.get(id) as Row[]).at(-1) as Row;
        const kronor = ofTitle(byId.contracted_value.get(id), p[TITLE]).reduce((sum, r) => sum + Number(r['Kontrakterat värde, Summa']), 0);
        expect(row.slice(0, 4)).toEqual([p[TITLE]?.trim(), p['Namn för köpare'], p.Publiceringsdatum, p.Förfarande || null]);
        expect(row[7]).toBe(kronor || null);
        const winners = [
          ...new Set(
            ofTitle(byId.contracted_tenders_with_suppliers.get(id), p[TITLE]).map((r) =>
              r['Namn för leverantör'] === 'Personuppgift' ? 'Fysisk person' : r['Namn för leverantör'],
            ),
          ),
        ];
        expect(row[5]).toBe(winners.join(', ') || null);
      }
    }
  });
});
