import { type Organisation, parseConcepts, parseTaxonomy, type RegisterRow } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { monitorFields } from './field-monitor.ts';
import { registerChanges } from './register-changes.ts';

const taxonomy = parseTaxonomy(
  'id\tparent\tlabel_sv\tlabel_en\nmat\t\tMat\tFood\nmat.cafe\tmat\tKafé\tCafé\nmat.bageri\tmat\tBageri\tBakery\n',
  parseConcepts('field\tkind\ttext\tweight\tsource\n'),
);
const row = (id: string, more: Partial<Organisation> = {}, fields: readonly string[] = ['mat.cafe']): RegisterRow => ({
  organisation: {
    ...{ id, name: id.toUpperCase(), orgNumberMasked: false, municipalities: ['Solna'], nuts: ['SE110'], offers: 'kafé', capabilities: [] },
    ...{ status: 'verified', source: 'Listan', seen: '2026-10', origin: 'x' },
    ...more,
  },
  fields,
});

describe('registerChanges', () => {
  it('tells new, closed, reopened, changed, confirmed and gone apart', () => {
    const before = [row('same'), row('closes'), row('opens', { status: 'closed' }), row('moves'), row('again'), row('gone')];
    const after = [
      row('same'),
      row('closes', { status: 'closed' }),
      row('opens'),
      row('moves', { municipalities: ['Nacka'] }, []),
      row('again', { seen: '2026-11' }),
      row('new'),
    ];
    expect(registerChanges(before, after).map(({ kind, id, what }) => [id, kind, ...what])).toEqual([
      ['again', 'confirmed'],
      ['closes', 'closed'],
      ['gone', 'gone'],
      ['moves', 'changed', 'kommun', 'fält'],
      ['new', 'new'],
      ['opens', 'reopened'],
    ]);
  });

  it('finds nothing in an unchanged register, in whatever order', () => {
    const rows = [row('a'), row('b'), row('c', { status: 'closed' })];
    expect(registerChanges(rows, [...rows].reverse())).toEqual([]);
  });
});

describe('monitorFields', () => {
  const rows = [
    row('a', { municipalities: ['Solna', 'Nacka'] }),
    row('b', { seen: '2016' }, ['mat.cafe']),
    row('c', { municipalities: [], source: 'Annan' }, []),
    row('d', { status: 'closed' }, ['mat.bageri']),
  ];
  const monitor = monitorFields({
    rows,
    before: { taken: '2026-01-01T00:00:00Z', rows: rows.slice(1) },
    taxonomy,
    example: false,
    today: '2026-11-24',
    version: '1',
  });

  it('counts open rows by field and municipality, and marks the old', () => {
    expect(monitor.register).toEqual({ rows: 4, open: 3, old: 1, closed: 1, withoutField: 1 });
    expect(monitor.fields).toEqual([
      {
        field: 'mat.cafe',
        label: 'Kafé',
        group: 'Mat',
        count: 2,
        old: 1,
        places: [
          { name: 'Solna', count: 2 },
          { name: 'Nacka', count: 1 },
        ],
      },
    ]);
    expect(monitor.empty).toEqual(['Bageri']);
    expect(monitor.municipalities).toEqual([
      { name: 'Solna', count: 2, known: true },
      { name: 'Nacka', count: 1, known: true },
      { name: 'okänd kommun', count: 1, known: false },
    ]);
    expect(monitor.old.map((o) => o.name)).toEqual(['B']);
    expect(monitor.sources).toEqual([
      { source: 'Listan', rows: 3 },
      { source: 'Annan', rows: 1 },
    ]);
  });

  it('compares with an earlier look, or says that there is none', () => {
    expect(monitor.since?.changes.map((c) => [c.kind, c.id])).toEqual([['new', 'a']]);
    expect(monitorFields({ rows, taxonomy, example: false, today: '2026-11-24', version: '1' }).since).toBeUndefined();
  });
});
