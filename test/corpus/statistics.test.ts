import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
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
import { checkCases, checkExpiring, checkFigures, checkRegister, checkReserved, ID, SAYS_RESERVED, TITLE } from './recount.ts';
import { named } from './shared.ts';
import { files, NAMES, type Row, rowsOf } from './statistics-files.ts';

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
      const register = await readRegister(readFileSync('data/register-example.csv'), 'register-example.csv', { taxonomy, municipalities });
      // The example says nothing of capacity: every other row is given one.
      organisations = register.organisations.map((o, i) => (i % 2 === 0 ? { ...o, capacity: { amount: (i + 1) * 50_000, currency: 'SEK' } } : o));
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
      const facts = { organisations, taxonomy, fieldsOf: matcher.fieldsOf, byId };
      checkFigures(facts, figures, ids);
      checkRegister(facts, figures, one, classifications);
      checkCases(facts, figures, past);
      checkReserved(facts, figures, reservedOf(one, fields));
      const earlier = '2024-06-01';
      const then = indicatorsFor({ need: one, fields, classifications, organisations, fieldsOf: matcher.fieldsOf, past, taxonomy, today: earlier });
      checkExpiring(facts, then, ids, earlier);
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

    /** The purchases in the groups of the need's fields that are marked as reserved, or say so, by the files. */
    function reservedOf(one: Need, fields: readonly string[]): string[] {
      const groups = new Set(fields.map((f) => f.split('.')[0]));
      const wide = taxonomy.leaves.filter((l) => groups.has(l.parent)).map((l) => l.id);
      const ids = new Set(
        all.flatMap((r) =>
          r['Reserverad upphandling'] === 'True' || r['Reserverat genomförande'] === 'True' || SAYS_RESERVED.test(r[TITLE] ?? '') ? (r[ID] ?? []) : [],
        ),
      );
      return everySimilar(one, wide).filter((id) => ids.has(id));
    }

    /** Purchases whose code is the need's or below it, by their first digits alone. */
    const byCode = ({ cpv }: Need): string[] => {
      const prefixes = cpv.map((code) => code.replace(/0+$/, '')).filter((p) => p.length >= 3);
      return all.flatMap((r) => (prefixes.some((p) => r['Huvudsaklig CPV-kod']?.startsWith(p)) ? (r[ID] ?? []) : []));
    };
  });
});
