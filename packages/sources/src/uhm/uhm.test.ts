import { gzipSync } from 'node:zlib';
import { InputError } from '@asf-match/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBuyerNumber, readCount, readCpvCell, readFlag, readKronor } from './cells.ts';
import type { UhmRow } from './read-row.ts';
import { readUhm } from './read-uhm.ts';

const PURCHASE =
  'År;Namn för köpare;Organisationsnummer för köpare;Juridisk form för köpare;Upphandlingsslag;Huvudsaklig CPV-kod;Direktivstyrd;Förfarande;Typ av avtal;Anbudsområden;Socialt hållbar upphandling;Reserverad upphandling;Reserverat genomförande;Överprövad;Upphandlings-ID;Upphandlingens titel;Publiceringsdatum';
const CAFE =
  '2021;Exempelköpings kommun;2120000142;Kommuner;Tjänster;55330000 Caféer;Inte direktivstyrd ;Öppet förfarande;Ramavtal;False;;1;0;Uppgift saknas;KA1;"Drift av ""Café Björken""; hela året";2021-03-19';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function read(text: string | Uint8Array, size = 7) {
  const reading = readUhm(inChunks(typeof text === 'string' ? Buffer.from(text) : text, size), 'export.csv');
  const rows: (UhmRow & { row: number })[] = [];
  for await (const row of reading.rows) rows.push(row);
  return { rows, problems: reading.problems, skipped: reading.skipped() };
}
const keyOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error) => (error instanceof InputError ? error.problem.key : String(error)),
  );
const csv = (...lines: string[]) => `\uFEFF${lines.join('\r\n')}\r\n`;

describe('procurements', () => {
  it('are read with quotes, flags as words, and what is missing left out', async () => {
    const { rows, problems } = await read(csv(`${PURCHASE};Antal upphandlingar, Summa`, `${CAFE};1`));
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        export: 'procurements',
        row: 2,
        value: {
          ...{
            source: 'uhm',
            year: 2021,
            id: 'KA1',
            title: 'Drift av "Café Björken"; hela året',
            buyer: 'Exempelköpings kommun',
            buyerOrgNumber: '212000-0142',
          },
          ...{ published: '2021-03-19', cpv: '55330000', nature: 'services', procedure: 'Öppet förfarande', framework: true, inLots: false, directive: false },
          ...{ reserved: true, reservedExecution: false },
        },
      },
    ]);
  });

  it('are the same however the bytes are cut, and packed or not', async () => {
    const bytes = Buffer.from(csv(`${PURCHASE};Antal upphandlingar, Summa`, `${CAFE};1`, `${CAFE.replace('KA1;', 'KA2;')};1`));
    const { rows } = await read(bytes, bytes.length);
    expect((await read(gzipSync(bytes), 1)).rows).toEqual(rows);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 400 })), fc.boolean(), async (size, packed) => {
        expect((await read(packed ? gzipSync(bytes) : bytes, size)).rows).toEqual(rows);
      }),
      { numRuns: 25 },
    );
  });

  it('are read from a page of RowStore, whose names are lower case and whose first has a byte order mark', async () => {
    const [header, cells] = [PURCHASE.split(';'), CAFE.replace(/"Drift.*året"/, 'Kafé').split(';')];
    const result = Object.fromEntries(header.map((name, i) => [`${i === 0 ? '\uFEFF' : ''}${name.toLowerCase()}`, cells[i]]));
    const { rows } = await read(`\uFEFF${JSON.stringify({ resultCount: 1, results: [result, { ...result, 'namn för köpare': null }] })}`, 1);
    expect(rows.map((r) => [r.export, r.row, r.value.title])).toEqual([['procurements', 1, 'Kafé']]);
  });

  it('show no natural person as buyer', async () => {
    const person = CAFE.replace('Exempelköpings kommun;2120000142;Kommuner', 'Åsa Exempel;8507099805;Fysiska personer');
    const { rows } = await read(csv(`${PURCHASE};Antal upphandlingar`, `${person};1`));
    expect(rows[0]?.value).toMatchObject({ buyer: 'Fysisk person' });
    expect(JSON.stringify(rows)).not.toMatch(/Åsa|850709/);
  });
});

describe('outcomes', () => {
  const supplier =
    'Namn för leverantör;Sektor för leverantör;Företagsstorlek för leverantör;Juridisk form för leverantör;SNI-Huvudgrupp för leverantör;SNI-Detaljgrupp för leverantör;Kontrakterad;Antal kontrakterade anbud*, Summa';
  it('of tenders name the supplier, never a person, and leave out who lost', async () => {
    const { rows, skipped } = await read(
      csv(
        `${PURCHASE};Anbudsområdes-ID;${supplier}`,
        `${CAFE};L1;Kafékooperativet;Privat;Mikroföretag;Ekonomiska föreningar;56 Järnmalmsgruvor;56100 Restauranger;Kontrakterad;2`,
        `${CAFE};L1;Åsa Exempel;Privat;;Fysiska personer;;;1;1`,
        `${CAFE};L2;Personuppgift;;;;;;;1`,
        `${CAFE};L2;Förloraren AB;Privat;;;;;Inte kontrakterad;1`,
      ),
    );
    expect(rows.map(({ value }) => value)).toMatchObject([
      { supplier: 'Kafékooperativet', publicSector: false, size: 'micro', legalForm: 'Ekonomiska föreningar', sni: '56100', lot: 'L1', tenders: 2 },
      { supplier: 'Fysisk person', legalForm: 'Fysiska personer' },
      { supplier: 'Fysisk person', lot: 'L2' },
    ]);
    expect(rows.every((r) => r.export === 'contracted-tenders')).toBe(true);
    expect(skipped).toBe(1);
    expect(JSON.stringify(rows)).not.toContain('Åsa');
  });

  it('of lots and values are counts and kronor; a row without its figure is a problem with its place, not a nought', async () => {
    const lots = await read(csv(`${PURCHASE};Anbudsområdes-ID;Antal anbud, Summa`, `${CAFE};L1;3`, `${CAFE};L2;0`, `${CAFE};L3;Uppgift saknas`));
    expect(lots.rows.map(({ value }) => 'tenders' in value && value.tenders)).toEqual([3, 0]);
    expect(lots.problems).toMatchObject([{ key: 'uhm.row', place: 'row 4' }]);
    const values = await read(csv(`${PURCHASE};Kontrakterat värde, Summa`, `${CAFE};1250000,50`));
    expect(values.rows[0]).toMatchObject({ export: 'contracted-value', value: { value: { amount: 1250000.5, currency: 'SEK' } } });
  });
});

it('files that are something else are refused by name', async () => {
  expect(await keyOf(read(''))).toBe('uhm.empty');
  expect(await keyOf(read('namn;ort\nA;B\n'))).toBe('table.missing-column');
  expect(await keyOf(read('{"results": 3}'))).toBe('uhm.not-json');
  expect(await keyOf(read(gzipSync(csv(PURCHASE, CAFE)).subarray(0, 90)))).toBe('gzip.damaged');
  expect(await keyOf(read(csv(PURCHASE, '2021;"aldrig avslutat')))).toBe('table.malformed');
});

describe('cells', () => {
  it('flags are true, false or unknown', () => {
    const read = ['Överprövad', 'Inte överprövad ', '1', '0', 'True', 'False', '', 'Uppgift saknas', 'kanske', undefined].map((c) => readFlag(c, 'Överprövad'));
    expect(read).toEqual([true, false, true, false, true, false, undefined, undefined, undefined, undefined]);
  });
  it('codes, counts, kronor and numbers', () => {
    expect(['79624000 Förmedling av vårdpersonal', '00000000 Uppgift saknas', '', 'x'].map(readCpvCell)).toEqual(['79624000', undefined, undefined, undefined]);
    expect(['3', '1 250', '2.0', '2,5', '-1', 'Uppgift saknas'].map(readCount)).toEqual([3, 1250, 2, undefined, undefined, undefined]);
    expect(['1 250 000', '2,5', '1e9', '-3'].map(readKronor)).toEqual([1250000, 2.5, undefined, undefined]);
    expect(['2120000142', '8507099805', '1'].map(readBuyerNumber)).toEqual(['212000-0142', undefined, undefined]);
  });
});
