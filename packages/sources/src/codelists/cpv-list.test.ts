import { describe, expect, it } from 'vitest';
import { readCpvList } from './cpv-list.ts';

const read = (text: string) => readCpvList(new TextEncoder().encode(text), 'cpv');

describe('readCpvList', () => {
  it('reads the table', () => {
    expect(read('code\tlabel_sv\tlabel_en\tmer\n90910000-9\tStädning\tCleaning\t1\n55330000\tKafeteria\t\t2\n')).toEqual([
      { code: '90910000', sv: 'Städning', en: 'Cleaning' },
      { code: '55330000', sv: 'Kafeteria' },
    ]);
  });

  it('reads Genericode, columns in any order', () => {
    const value = (column: string, text: string) => `<Value ColumnRef="${column}"><SimpleValue>${text}</SimpleValue></Value>`;
    expect(
      read(
        `<?xml version="1.0"?><gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"><ColumnSet><Column Id="code"/></ColumnSet><SimpleCodeList><Row>${value('swe_label', 'Städning')}${value('code', '90910000')}${value('eng_label', 'Cleaning')}${value('bul_label', 'x')}</Row><Row>${value('code', '1')}</Row></SimpleCodeList></gc:CodeList>`,
      ),
    ).toEqual([{ code: '90910000', sv: 'Städning', en: 'Cleaning' }]);
  });

  it('refuses another list', () => {
    expect(() => read('code\tlabel_sv\nopen\tÖppet\n')).toThrow(/no CPV codes/);
    expect(() => read('a\tb\n1\t2\n')).toThrow(/line 2, column code/);
    expect(() => read('<a/>')).toThrow(/no CPV codes/);
  });
});
