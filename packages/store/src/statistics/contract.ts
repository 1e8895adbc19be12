import type { ContractedTender, LotTenders, PastPurchase } from '@asf-match/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import type { StatisticsRow } from './statistics-repository.ts';

const key = (id: string, year = 2021) => ({ source: 'uhm', year, id });
const purchase = (row: number, id: string, more: Partial<PastPurchase> = {}): StatisticsRow => ({
  ...{ row, export: 'procurements', fields: [{ field: 'mat.cafe', probability: 0.9 }], stems: ['kafé'] },
  value: { ...key(id), title: 'Kafé', buyer: 'Exempelköpings kommun', published: `2021-01-0${row}`, ...more },
});
const tender = (row: number, id: string, more: Partial<ContractedTender> = {}): StatisticsRow => ({
  ...{ row, export: 'contracted-tenders' },
  value: { ...key(id), title: 'Kafé', supplier: 'Kafékooperativet', tenders: 1, ...more },
});
const lot = (row: number, id: string, more: Partial<LotTenders> = {}): StatisticsRow => ({
  ...{ row, export: 'lot-tenders' },
  value: { ...key(id), title: 'Kafé', lot: `L${row}`, tenders: row, ...more },
});
async function* stream(...rows: StatisticsRow[]): AsyncGenerator<StatisticsRow> {
  yield* rows;
}
const everyLine = async (store: Store): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of store.exportAll()) lines.push(line);
  return lines;
};

/** What every store must do with statistics of past purchases. */
export function statisticsContract(name: string, open: () => Promise<Store>): void {
  describe(`statistics on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());
    const ids = async (query: Parameters<Store['statistics']['find']>[0]) => (await store.statistics.find(query)).map((h) => h.purchase.id);

    it('are the same after the same file twice, and replaced by year and export', async () => {
      await store.statistics.replace(stream(purchase(1, 'A'), purchase(2, 'B'), purchase(3, 'C', { year: 2022 })), 'a.csv');
      const once = await everyLine(store);
      await store.statistics.replace(stream(purchase(1, 'A'), purchase(2, 'B'), purchase(3, 'C', { year: 2022 })), 'a.csv');
      expect(await everyLine(store)).toEqual(once);
      const imports = await store.statistics.replace(stream(purchase(7, 'D', { published: '2021-05-01' })), 'b.csv');
      expect(imports).toMatchObject([{ year: 2021, export: 'procurements', file: 'b.csv', rows: 1 }]);
      expect((await ids({ fields: ['mat.cafe'] })).sort()).toEqual(['C', 'D']);
      expect(await store.statistics.imports()).toMatchObject([
        { year: 2021, file: 'b.csv' },
        { year: 2022, file: 'a.csv', rows: 1 },
      ]);
    });

    it('stay as they were when a file breaks off', async () => {
      await store.statistics.replace(stream(purchase(1, 'A')), 'a.csv');
      const before = await everyLine(store);
      async function* broken(): AsyncGenerator<StatisticsRow> {
        yield purchase(1, 'B');
        throw new Error('cut');
      }
      await expect(store.statistics.replace(broken(), 'b.csv')).rejects.toThrow('cut');
      expect(await everyLine(store)).toEqual(before);
    });

    it('give a purchase back as it was, with how it went and where it was read', async () => {
      const full = purchase(1, 'A', {
        ...{ buyerOrgNumber: '212000-0142', cpv: '55330000', nature: 'services', procedure: 'Öppet förfarande', framework: true, inLots: false },
        ...{ directive: true, social: true, reserved: false, reservedExecution: true, reviewed: false },
      });
      await store.statistics.replace(stream(full, purchase(2, 'B')), 'a.csv');
      await store.statistics.replace(
        stream(tender(1, 'A', { size: 'micro', legalForm: 'Ekonomiska föreningar', publicSector: false, sni: '56100', lot: 'L1' })),
        't.csv',
      );
      await store.statistics.replace(stream(lot(1, 'A'), lot(2, 'A')), 'l.csv');
      await store.statistics.replace(
        stream({ row: 1, export: 'contracted-value', value: { ...key('A'), title: 'Kafé', value: { amount: 5.5, currency: 'SEK' } } }),
        'v.csv',
      );
      const [b, a] = await store.statistics.find({ stems: ['kafé'] });
      expect(a?.purchase).toEqual(full.value);
      expect(a).toMatchObject({
        winners: [{ supplier: 'Kafékooperativet', size: 'micro', legalForm: 'Ekonomiska föreningar', publicSector: false }],
        readFrom: 'Upphandlingsmyndighetens statistik, a.csv',
        readOn: '2026-11-23',
      });
      expect(a?.lots.map((l) => l.tenders)).toEqual([1, 2]);
      expect(a?.values.map((v) => v.value)).toEqual([{ amount: 5.5, currency: 'SEK' }]);
      expect([b?.winners, b?.lots, b?.values, b?.purchase.reserved]).toEqual([[], [], [], undefined]);
    });

    it('are found by field, word, code above and below, buyer and reservation', async () => {
      const rows = [
        purchase(1, 'field', { cpv: '90000000' }),
        { ...purchase(2, 'code', { cpv: '79634000' }), fields: [], stems: [] },
        { ...purchase(3, 'branch', { cpv: '79000000', buyerOrgNumber: '212000-0142' }), fields: [], stems: [] },
        { ...purchase(4, 'reserved', { reservedExecution: true }), fields: [], stems: [] },
        { ...purchase(5, 'none'), fields: [], stems: [] },
      ] as StatisticsRow[];
      await store.statistics.replace(stream(...rows), 'a.csv');
      expect(await ids({ fields: ['mat.cafe', 'mat.lunch'] })).toEqual(['field']);
      expect(await ids({ stems: ['kafé', 'x'] })).toEqual(['field']);
      expect(await ids({ cpvPrefixes: ['7963'] })).toEqual(['code']);
      expect(await ids({ cpvPrefixes: ['79'], cpvCodes: ['79000000'] })).toEqual(['branch', 'code']);
      expect(await ids({ buyerOrgNumbers: ['212000-0142'], reserved: true })).toEqual(['reserved', 'branch']);
      expect(await ids({})).toEqual([]);
      expect(await store.statistics.stemCounts(['kafé', 'x'])).toEqual({ titles: 5, withStem: new Map([['kafé', 1]]) });
    });

    it('keep two purchases under one number apart, take one that was advertised again as one, and count outcomes without a purchase', async () => {
      await store.statistics.replace(stream(purchase(1, 'A'), purchase(2, 'A')), 'a.csv');
      await store.statistics.replace(stream(lot(1, 'A'), lot(2, 'A', { title: 'Städ' }), lot(3, 'X')), 'l.csv');
      const found = await store.statistics.find({ fields: ['mat.cafe'] });
      expect(found.map((h) => [h.purchase.published, h.lots.map((l) => l.tenders)])).toEqual([['2021-01-02', [1]]]);
      expect(await store.statistics.orphans()).toBe(1);
    });
  });
}
