import { describe, expect, it } from 'vitest';
import { answer, replayServer, stepsOf, versioned } from '../testing/index.ts';
import { readCodeList, readCpvList } from './code-list.ts';
import { codeLists } from './index.ts';

const value = (column: string, text: string) => `<Value ColumnRef="${column}"><SimpleValue>${text}</SimpleValue></Value>`;
const genericode = (...rows: Record<string, string>[]) =>
  `<?xml version="1.0"?><gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"><Identification><ShortName>x</ShortName></Identification><ColumnSet><Column Id="code"/></ColumnSet><SimpleCodeList>${rows
    .map(
      (row) =>
        `<Row>${Object.entries(row)
          .map(([c, t]) => value(c, t))
          .join('')}</Row>`,
    )
    .join('')}</SimpleCodeList></gc:CodeList>`;
const read = (text: string) => readCpvList(new TextEncoder().encode(text), 'cpv');

describe('readCpvList', () => {
  it('reads the table', () => {
    expect(read('code\tlabel_sv\tlabel_en\tmer\n90910000-9\tStädning\tCleaning\t1\n55330000\tKafeteria\t\t2\n')).toEqual([
      { code: '90910000', sv: 'Städning', en: 'Cleaning' },
      { code: '55330000', sv: 'Kafeteria' },
    ]);
  });

  it('reads Genericode, columns in any order', () => {
    expect(read(genericode({ swe_label: 'Städning', code: '90910000', eng_label: 'Cleaning', bul_label: 'x' }, { code: '1' }))).toEqual([
      { code: '90910000', sv: 'Städning', en: 'Cleaning' },
    ]);
  });

  it('tells NUTS from CPV by its codes', () => {
    const nuts = [
      { code: 'SE', sv: 'Sverige' },
      { code: 'SE110', sv: 'Stockholms län', en: 'Stockholm county' },
    ];
    const rows = [
      { code: 'SE', Name: 'Sweden', swe_label: 'Sverige' },
      { code: 'SE110', swe_label: 'Stockholms län', eng_label: 'Stockholm county' },
    ];
    expect(readCodeList(new TextEncoder().encode(genericode(...rows)), 'nuts.gc')).toEqual({ cpvLabels: [], nutsLabels: nuts });
    const table = 'code\tlabel_sv\tlabel_en\nSE\tSverige\t\nSE110\tStockholms län\tStockholm county\n';
    expect(readCodeList(new TextEncoder().encode(table), 'nuts.tsv')).toEqual({ cpvLabels: [], nutsLabels: nuts });
  });

  it('refuses another list', () => {
    expect(() => read('code\tlabel_sv\nopen\tÖppet\n')).toThrow(/no CPV codes/);
    expect(() => read('code\tlabel_sv\nSEK\tSvensk krona\nEU4H\tEU för hälsa\nEU-X\tProgram\n')).toThrow(/no CPV codes and no NUTS codes/);
    expect(() => read('code\tlabel_sv\nSE110\tStockholms län\n')).toThrow(/no CPV codes/);
    expect(() => read('a\tb\n1\t2\n')).toThrow(/line 2, column code/);
    expect(() => read('<a/>')).toThrow(/no CPV codes/);
  });
});

describe('asking for the lists', () => {
  const cpv = genericode({ code: '90910000', swe_label: 'Städning' });
  const nuts = genericode({ code: 'SE110', swe_label: 'Stockholms län' });

  it('gives each list, and next time only what has changed', async () => {
    await using server = await replayServer({ '/lists/cpv.gc': versioned(cpv, '"1"'), '/lists/nuts.gc': versioned(nuts, '"2"') });
    const steps = await stepsOf(codeLists, server.origin, { url: server.url('/lists/') });
    expect(steps).toMatchObject([
      { kind: 'document', validators: { etag: '"1"' } },
      { kind: 'document', validators: { etag: '"2"' } },
    ]);
    const [first] = steps;
    if (first?.kind !== 'document') throw new Error('no document');
    expect(codeLists.parse(first.document.bytes, first.document.origin)).toMatchObject({ cpvLabels: [{ code: '90910000', sv: 'Städning' }], nutsLabels: [] });
    const validators = new Map([[server.url('/lists/cpv.gc'), { etag: '"1"' }]]);
    expect((await stepsOf(codeLists, server.origin, { url: server.url('/lists/') }, { validators })).map(({ kind }) => kind)).toEqual([
      'unchanged',
      'document',
    ]);
  });

  it('goes on to the next when one cannot be had', async () => {
    await using server = await replayServer({ '/cpv.gc': answer(404), '/nuts.gc': answer(200, nuts) });
    expect(await stepsOf(codeLists, server.origin, { url: server.url('/') })).toMatchObject([
      { kind: 'failed', failure: { key: 'fetch.not-found' } },
      { kind: 'document' },
    ]);
  });
});
