import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type Indicator,
  indicatorSchema,
  LEAST_FOR_RATE,
  type Need,
  type Organisation,
  type PastPurchase,
  type PurchaseHistory,
  parseConcepts,
  parseTaxonomy,
} from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import type { Similarity, SimilarPurchase } from '../past/similar-purchase.ts';
import type { IndicatorInput } from './input.ts';

interface GivenPurchase extends Partial<PastPurchase> {
  /** Tenders of each lot. */
  readonly lots?: readonly number[];
  readonly won?: readonly Partial<PurchaseHistory['winners'][number]>[];
  readonly kronor?: number;
  readonly ends?: string;
  readonly because?: readonly Similarity[];
}

interface Given {
  readonly value?: number;
  readonly fields?: readonly string[];
  readonly classifications?: readonly { readonly field: string; readonly probability: number }[];
  readonly organisations?: readonly (Partial<Organisation> & { readonly fields?: readonly string[] })[];
  readonly similar?: readonly GivenPurchase[];
  readonly reserved?: readonly GivenPurchase[];
}

const taxonomy = parseTaxonomy(
  'id\tparent\tlabel_sv\tlabel_en\nstad\t\tStäd\tCleaning\nstad.lokalvard\tstad\tLokalvård\tCleaning\nstad.fonster\tstad\tFönsterputs\tWindows\n',
  parseConcepts('field\tkind\ttext\tweight\tsource\n'),
);

/**
 * What every indicator must do: give for its folder's `references/input.json` (what it is counted from, written short) what
 * `references/expected.json` says, fit the schema, show no rate of fewer than five cases, and do without statistics.
 */
export function indicatorContract(folder: string, count: (input: IndicatorInput) => Indicator[]): void {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'references', name), 'utf8'));
  const input = inputOf(read('input.json') as Given);

  describe(basename(folder), () => {
    it('gives what its fixture says', () => {
      const expected = read('expected.json') as object[];
      const found = count(input);
      expect(found).toHaveLength(expected.length);
      expect(found).toMatchObject(expected);
    });

    it('gives figures of the right shape under its own name', () => {
      for (const figure of count(input)) {
        expect(indicatorSchema.parse(figure)).toEqual(figure);
        expect(figure.id).toBe(basename(folder));
        if (figure.kind === 'share') expect([figure.n >= LEAST_FOR_RATE, figure.part <= figure.n]).toEqual([true, true]);
        if ('rows' in figure) expect(figure.rows.filter((row) => row.length !== figure.columns.length)).toEqual([]);
      }
    });

    it('says nothing of past purchases when none are stored', () => {
      const { past: _, ...without } = input;
      expect(count(without).filter((figure) => !figure.source.startsWith('ASF-registret'))).toEqual([]);
    });
  });
}

function inputOf({ value, fields = ['stad.lokalvard'], classifications = [], organisations = [], similar = [], reserved = [] }: Given): IndicatorInput {
  const need: Need = { id: 'n', title: 'Lokalvård', description: '', cpv: ['90910000'], places: [], origin: 'fixture', example: true };
  const rows = organisations.map((o, i) => ({ fields: o.fields ?? fields, organisation: organisationOf(o, i) }));
  return {
    need: { ...need, ...(value && { value: { amount: value, currency: 'SEK' } }) },
    ...{ fields, taxonomy, today: '2026-11-24', organisations: rows.map((r) => r.organisation) },
    classifications: classifications.map((c) => ({ ...c, reasons: [{ rule: 'prior' as const, weight: 0 }] })),
    fieldsOf: ({ id }) => new Set(rows.find((r) => r.organisation.id === id)?.fields),
    past: {
      ...{ similar: similar.map(similarOf), reserved: reserved.map(similarOf), searched: 100, source: 'statistik 2021', date: '2026-11-20' },
      period: { from: '2021-01-01', to: '2021-12-31' },
    },
  };
}

const organisationOf = ({ fields: _, ...more }: Partial<Organisation> & { fields?: readonly string[] }, index: number): Organisation => ({
  ...{ id: `o${index}`, name: `ASF ${index}`, orgNumberMasked: false, municipalities: ['Solna'], nuts: ['SE110'], offers: '', capabilities: [] },
  ...{ status: 'verified', source: 'k', seen: '2026-10', origin: 'x' },
  ...more,
});

function similarOf(
  { lots = [], won = [], kronor, ends, because = [{ by: 'words', words: ['lokalvård'] }], ...more }: GivenPurchase,
  index: number,
): SimilarPurchase {
  const key = { source: 'uhm', year: 2021, id: `KA${index + 1}`, title: `Inköp ${index + 1}` };
  return {
    because,
    history: {
      purchase: { ...key, buyer: 'Exempelköpings kommun', ...more },
      lots: lots.map((tenders) => ({ ...key, tenders })),
      winners: won.map((w) => ({ ...key, supplier: 'Vinnaren AB', tenders: 1, ...w })),
      values: kronor === undefined ? [] : [{ ...key, value: { amount: kronor, currency: 'SEK' } }],
      ...(ends && { ends }),
      ...{ readFrom: 'statistik', readOn: '2026-11-20' },
    },
  };
}
