import type { Classification, FieldId, Indicator, Need, Organisation, Taxonomy } from '@asf-match/domain';
import type { PastPurchases } from '@asf-match/market';
import { expect } from 'vitest';
import type { NAMES, Row } from './statistics-files.ts';

export const ID = 'Upphandlings-ID';
export const TITLE = 'Upphandlingens titel';
export const SAYS_RESERVED = /(?:^|[^\p{L}])reserver(?:ade?|at)(?:[^\p{L}]|$)/iu;

/** What the figures are counted from, by loops as plain as can be. */
export interface Facts {
  readonly organisations: readonly Organisation[];
  readonly taxonomy: Taxonomy;
  readonly fieldsOf: (organisation: Organisation) => ReadonlySet<FieldId>;
  readonly byId: { readonly [K in (typeof NAMES)[number]]: ReadonlyMap<string, Row[]> };
}

/** A company's name without its form, in small letters. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/\b(aktiebolag|ab|ekonomisk förening|ek\.? för\.?|ideell förening)(?![\p{L}])/gu, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

const ofTitle = (rows: readonly Row[] | undefined, title: string | undefined): readonly Row[] => {
  const same = rows?.filter((r) => r[TITLE] === title) ?? [];
  return same.length > 0 ? same : (rows ?? []);
};

export function checkFigures({ organisations, byId }: Facts, figures: readonly Indicator[], ids: readonly string[]): void {
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
  const names = new Set(organisations.map((o) => plain(o.name)));
  shareIs('Andel som ASF i registret vann', 'winners-by-form', wins, (r) => names.has(plain(r['Namn för leverantör'] ?? '')));
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
    const counted = Array.from({ length: 12 }, (_, m) => purchases.filter((p) => p.Publiceringsdatum?.slice(5, 7) === String(m + 1).padStart(2, '0')).length);
    expect(months.rows.map((r) => r[1])).toEqual(counted);
  } else expect(ids.length).toBeLessThan(5);
}

/** The register's figures, from its rows alone. */
export function checkRegister(
  { organisations, taxonomy, fieldsOf }: Facts,
  figures: readonly Indicator[],
  need: Need,
  classifications: readonly Classification[],
): void {
  const open = organisations.filter((o) => o.status !== 'closed');
  for (const figure of figures.filter((f) => f.id === 'asf-in-field')) {
    const [label, where] = figure.label.split(': ') as [string, string];
    const field = taxonomy.leaves.find((l) => l.labelSv === label)?.id as string;
    const inField = open.filter((o) => fieldsOf(o).has(field));
    const count =
      where === 'i hela registret'
        ? inField
        : inField.filter((o) => (where === 'i Stockholms stad' ? o.municipalities.includes('Stockholm') : o.nuts.includes('SE110')));
    expect(figure.kind === 'value' && figure.value).toBe(count.length);
  }
  const inCity = (o: Organisation) => o.municipalities.includes('Stockholm');
  const inCounty = (o: Organisation) => o.nuts.includes('SE110');
  const works = (o: Organisation, field: string) => fieldsOf(o).has(field);

  const covered = figures.find((f) => f.id === 'coverage');
  const parts = classifications.filter((c) => c.probability >= 0.3);
  expect(covered?.kind === 'table' ? covered.rows.map((row) => [row[0], ...row.slice(2)]) : []).toEqual(
    parts.map(({ field }) => {
      const of = open.filter((o) => works(o, field));
      return [taxonomy.leaves.find((l) => l.id === field)?.labelSv, of.filter(inCity).length, of.filter(inCounty).length, of.length];
    }),
  );

  const fields = figures.filter((f) => f.id === 'asf-in-field').map((f) => taxonomy.leaves.find((l) => l.labelSv === f.label.split(': ')[0])?.id as string);
  const inFields = open.filter((o) => fields.some((f) => works(o, f)));
  const byArea = Map.groupBy(
    inFields.filter(inCounty).flatMap((o) => [...new Set(o.municipalities)]),
    (name) => name,
  );
  const shown = figures.filter((f) => f.id === 'asf-by-area').map((f) => [f.label, f.kind === 'value' && f.value]);
  expect(new Map(shown as [string, number][])).toEqual(new Map([...byArea].map(([name, rows]) => [name, rows.length])));

  const able = figures.find((f) => f.id === 'capacity');
  const stated = inFields.filter((o) => o.capacity);
  if (!need.value || inFields.length === 0) expect(able).toBeUndefined();
  else if (stated.length >= 5) {
    const enough = stated.filter((o) => (o.capacity?.amount ?? 0) >= (need.value?.amount ?? 0));
    expect(able).toMatchObject({ kind: 'share', n: stated.length, part: enough.length });
  } else {
    const rows = stated.map((o) => [o.name, o.capacity?.amount, Math.round((100 * (need.value?.amount ?? 0)) / (o.capacity?.amount ?? 1))]);
    expect(able?.kind === 'cases' && [...able.rows].sort()).toEqual(rows.sort());
  }
}

/** "3", or "2–5 i 4 områden"; null when no lot says how many tenders came. */
function tendersText(lots: readonly Row[]): string | null {
  const counts = lots.map((r) => Number(r['Antal anbud, Summa'])).sort((a, b) => a - b);
  if (counts.length < 2) return counts.length === 1 ? String(counts[0]) : null;
  const [least, most] = [counts[0], counts.at(-1)];
  return `${least === most ? least : `${least}–${most}`} i ${counts.length} områden`;
}

const kronorOf = (rows: readonly Row[]): number | null => rows.reduce((sum, r) => sum + Number(r['Kontrakterat värde, Summa']), 0) || null;

/** What the shown cases say of one purchase, against the files. */
export function checkCases({ byId }: Facts, figures: readonly Indicator[], { similar }: PastPurchases): void {
  const cases = figures.find((f) => f.id === 'earlier-purchases');
  if (cases?.kind !== 'cases') throw new Error('no cases');
  for (const [index, row] of cases.rows.entries()) {
    const id = similar[index]?.history.purchase.id ?? '';
    const p = (byId.procurements.get(id) as Row[]).at(-1) as Row;
    expect(row.slice(0, 4)).toEqual([p[TITLE]?.trim(), p['Namn för köpare'], p.Publiceringsdatum, p.Förfarande || null]);
    expect(row[4]).toBe(tendersText(ofTitle(byId.tenders_per_lot.get(id), p[TITLE])));
    expect(row[7]).toBe(kronorOf(ofTitle(byId.contracted_value.get(id), p[TITLE])));
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

/** The reserved purchases that are shown: what each row says, against the files. */
export function checkReserved({ byId }: Facts, figures: readonly Indicator[], ids: readonly string[]): void {
  const cases = figures.find((f) => f.id === 'reserved-purchases');
  if (cases?.kind !== 'cases') throw new Error('no cases');
  expect(cases.n).toBe(ids.length);
  const rowOf = (id: string) => {
    const p = (byId.procurements.get(id) as Row[]).at(-1) as Row;
    const marked = p['Reserverad upphandling'] === 'True' || p['Reserverat genomförande'] === 'True';
    const titled = SAYS_RESERVED.test(p[TITLE] ?? '');
    const winners = new Set(ofTitle(byId.contracted_tenders_with_suppliers.get(id), p[TITLE]).map((r) => r['Namn för leverantör']));
    return [
      p[TITLE]?.trim(),
      p['Namn för köpare'],
      p.Publiceringsdatum,
      [marked && 'märkt som reserverad', titled && 'titeln säger reserverad'].filter(Boolean).join(' och '),
      tendersText(ofTitle(byId.tenders_per_lot.get(id), p[TITLE])),
      [...winners].join(', ') || null,
      kronorOf(ofTitle(byId.contracted_value.get(id), p[TITLE])),
    ];
  };
  expect(cases.rows.map((row) => JSON.stringify(row)).sort()).toEqual(ids.map((id) => JSON.stringify(rowOf(id))).sort());
}

/** Framework agreements of similar purchases that could end within two years of that day, four years after they were advertised. */
export function checkExpiring({ byId }: Facts, figures: readonly Indicator[], ids: readonly string[], today: string): void {
  const later = (date: string, years: number) => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  const ends = ids.flatMap((id) => {
    const p = (byId.procurements.get(id) as Row[]).at(-1) as Row;
    const end = later(p.Publiceringsdatum ?? '0000', 4);
    return p['Typ av avtal'] === 'Ramavtal' && p.Publiceringsdatum && end >= today && end <= later(today, 2) ? [end] : [];
  });
  const found = figures.find((f) => f.id === 'expiring-contracts');
  expect(found?.n ?? 0).toBe(ends.length);
  if (found?.kind === 'cases') expect(found.rows.map((row) => row[2])).toEqual(ends.sort().slice(0, 10));
}
