import { type Organisation, parseConcepts, parseMunicipalities, parseTaxonomy } from '@asf-match/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutContacts } from '../contacts/without-contacts.ts';
import { mergeDuplicates, proposeDuplicates } from './duplicates.ts';
import { comparableName, slug } from './identity.ts';
import { readRegister } from './read-register.ts';
import { registerCsv } from './register-csv.ts';

const taxonomy = parseTaxonomy(
  'id\tparent\tlabel_sv\tlabel_en\nstad\t\tStäd\tCleaning\nstad.lokalvard\tstad\tLokalvård\tCleaning\nmat\t\tMat\tFood\nmat.frukt\tmat\tFrukt\tFruit\n',
  parseConcepts('field\tkind\ttext\tweight\tsource\nstad.lokalvard\tcpv\t90910000\t\tx\nmat.frukt\tcpv\t03222000\t\tx\n'),
);
const municipalities = parseMunicipalities('code\tname\tnuts3\n0180\tStockholm\tSE110\n0184\tSolna\tSE110\n');
const options = { taxonomy, municipalities };
const read = (csv: string, file = 'register.csv') => readRegister(new TextEncoder().encode(csv), file, options);
const HEADER = 'namn;organisationsnummer;kommun;webbplats;erbjuder;fält;status;källa;sedd\n';

describe('readRegister', () => {
  it('reads the capacity that an organisation gives, and leaves out one that is no amount', async () => {
    const header = HEADER.replace('status', 'kapacitet;status');
    const row = (name: string, capacity: string): string => `${name};;Solna;;städar;;${capacity};overifierad;Påhittat;2026-11\n`;
    const { organisations, problems } = await read(`${header}${row('Ett', '500 tkr')}${row('Två', 'mycket')}`);
    expect(organisations.map((o) => o.capacity)).toEqual([{ amount: 500_000, currency: 'SEK' }, undefined]);
    expect(problems.map((p) => p.place)).toEqual(['row 3, column capacity']);
  });

  it('reads a row with several capabilities and own words', async () => {
    const { organisations, problems } = await read(
      `${HEADER}Exempelstäd AB;556086-8225;Solna, Stockholm;exempel.se;städar kontor;"stad.lokalvard; mat.frukt | varor | Solna | fruktkorgar; vedhuggning";overifierad;Påhittat;2026-11\n`,
    );
    expect(problems).toEqual([]);
    expect(organisations).toEqual([
      {
        id: '556086-8225',
        name: 'Exempelstäd AB',
        orgNumber: '556086-8225',
        orgNumberMasked: false,
        municipalities: ['Solna', 'Stockholm'],
        nuts: ['SE110'],
        website: 'https://exempel.se/',
        offers: 'städar kontor; vedhuggning',
        capabilities: [
          { field: 'stad.lokalvard', kind: 'services', area: [], words: '' },
          { field: 'mat.frukt', kind: 'supplies', area: ['Solna'], words: 'fruktkorgar' },
        ],
        status: 'unverified',
        source: 'Påhittat',
        seen: '2026-11',
        origin: 'register.csv, row 2',
      },
    ]);
  });

  it('leaves out a row without source, day or status, says so, and reads the others', async () => {
    const { organisations, problems } = await read(
      `${HEADER}A;;;;;;overifierad;;2026\nB;;;;;;overifierad;k;i fjol\nC;;;;;;kanske;k;2026\nD;;;;;;stängd;k;2026\n`,
    );
    expect(organisations.map((o) => [o.name, o.status])).toEqual([['D', 'closed']]);
    expect(problems.map((p) => p.place)).toEqual(['row 2, column source', 'row 3, column seen', 'row 4, column status']);
  });

  it('masks a personal number, leaves out a wrong one, and keeps both rows', async () => {
    const { organisations, problems, remarks } = await read(`${HEADER}A;811218-9876;;;;;overifierad;k;2026\nB;123456-7890;;;;;overifierad;k;2026\n`);
    expect(organisations.map((o) => [o.id, o.orgNumber, o.orgNumberMasked])).toEqual([
      ['a', undefined, true],
      ['b', undefined, false],
    ]);
    expect(problems.map((p) => p.message)).toEqual(['123456-7890 is no Swedish organisation number; the row is kept without it.']);
    expect(JSON.stringify({ organisations, problems, remarks })).not.toContain('811218');
  });

  it('keeps no e-mail address and no telephone number', async () => {
    const { organisations, remarks } = await read(`${HEADER}A;;;;Café, ring 08-123 45 67 eller anna@exempel.se;;overifierad;k;2026\n`);
    expect(organisations[0]?.offers).toBe('Café, ring eller');
    expect(remarks.map((r) => r.place)).toEqual(['row 2, column offers']);
    expect(withoutContacts('Org.nr 556086-8225, 1 250 000 kr, 2026-11-24').found).toBe(false);
  });

  it('gives two of one name in different municipalities an id each', async () => {
    const { organisations } = await read(`${HEADER}Café Bönan;;Solna;;;;overifierad;k;2026\nCafé Bönan;;Stockholm;;;;overifierad;k;2026\n`);
    expect(organisations.map((o) => o.id)).toEqual(['café-bönan', 'café-bönan-2']);
  });
});

describe('duplicates', () => {
  const row = (name: string, more: Partial<Organisation> = {}): Organisation => ({
    ...{ id: slug(name), name, orgNumberMasked: false, municipalities: [], nuts: [], offers: '', capabilities: [], status: 'unverified' },
    ...{ source: 'k', seen: '2020', origin: name },
    ...more,
  });

  it('merges by number, then by name without legal forms; the newest row wins and nothing is lost', () => {
    const merged = mergeDuplicates([
      row('Basta Arbetskooperativ', { offers: 'snickeri', source: 'a', municipalities: ['Nykvarn'] }),
      row('Basta AB', { seen: '2026', offers: 'hundpensionat', source: 'b', orgNumber: '556086-8225' }),
      row('Annat namn', { orgNumber: '556086-8225', source: 'c', seen: '2019' }),
      row('Basta', { municipalities: ['Solna'] }),
    ]);
    expect(merged).toHaveLength(2);
    expect(merged[0]).toMatchObject({ name: 'Basta AB', orgNumber: '556086-8225', seen: '2026', municipalities: ['Nykvarn'], source: 'a ; b ; c' });
    expect(merged[0]?.offers).toContain('snickeri');
  });

  it('compares names without legal forms and brackets', () => {
    expect(comparableName('Stiftelsen Fryshuset')).toBe('fryshuset');
    expect(comparableName('Vägen ut! kooperativen ek. för. (Göteborg)')).toBe('vägen ut kooperativen');
    expect(comparableName('AB')).toBe('ab');
  });

  it('proposes near names and decides nothing', async () => {
    const all = [row('Ågesta Trädgård ek. för.'), row('Agesta tradgard'), row('Öppna Dörren'), row('Sirius Textil ekonomisk förening')];
    const proposals = await proposeDuplicates(all);
    expect(proposals.map(({ a, b }) => [a.name, b.name])).toEqual([['Ågesta Trädgård ek. för.', 'Agesta tradgard']]);
    expect(mergeDuplicates(all)).toHaveLength(4);
  });
});

describe('registerCsv', () => {
  it('reads back equal, whatever the cells hold', async () => {
    const text = fc
      .stringMatching(/^[=+\-@'"a-zåäö]([ a-zåäö0-9"=,.()-]{0,20}[a-zåäö])?$/)
      .filter((t) => !withoutContacts(t).found && t.trim() === t && !t.startsWith("'"));
    const organisation = fc.record({ name: text, offers: fc.oneof(fc.constant(''), text), source: text, capability: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(organisation, { selector: (o) => comparableName(o.name), maxLength: 5 }), async (rows) => {
        const register = rows.map(
          (r, index): Organisation => ({
            ...{ id: slug(r.name), name: r.name, orgNumberMasked: false, municipalities: ['Solna'], nuts: ['SE110'], offers: r.offers, status: 'verified' },
            ...{ source: r.source, seen: '2026-11-24', origin: `register.csv, row ${index + 2}` },
            capabilities: r.capability ? [{ field: 'stad.lokalvard', kind: 'services', area: ['Solna'], words: 'ord' }] : [],
          }),
        );
        const { organisations, problems } = await read(registerCsv(register));
        expect(problems).toEqual([]);
        expect(organisations.map(({ id: _, ...o }) => o)).toEqual(register.map(({ id: _, ...o }) => o));
      }),
      { numRuns: 60 },
    );
  });

  it('writes no cell that a spreadsheet would run', () => {
    const csv = registerCsv([
      {
        ...{ id: 'a', name: '=HYPERLINK("x")', orgNumberMasked: false, municipalities: [], nuts: [] },
        offers: '@SUM(1)',
        capabilities: [],
        status: 'verified',
        source: 'k',
        seen: '2026',
        origin: 'x',
      },
    ]);
    expect(csv.split('\r\n')[1]).toBe(`"'=HYPERLINK(""x"")";;;;;'@SUM(1);;;verifierad;;k;2026`);
  });
});
