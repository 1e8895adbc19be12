import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asfMatch } from './cli.ts';

let folder: string;
const path = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tables-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function given(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(path(name), content);
  return path(name);
}
const asf = (...args: readonly string[]) => asfMatch('--store', path('store'), ...args);
const HEADER = 'namn;erbjuder;status;källa;sedd\n';
const ROW = 'Exempelkaféet;café;overifierad;Påhittat;2026-11\n';

describe('a register', () => {
  it('with a missing column is refused in one line that names file, place and remedy', async () => {
    const { code, err } = await asf('register', await given('utan.csv', 'namn;erbjuder\nA;café\n'));
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/utan\.csv, row 1: There is no column for status .* --map status=HEADER/);
  });

  it('with line breaks in quotes and formulas in cells is read as it stands', async () => {
    const file = await given('citat.csv', `${HEADER}"Kafé\nmed radbrytning";"=HYPERLINK(""http://ond.example"";""klicka"")";overifierad;Påhittat;2026\n`);
    const { code, out } = await asf('register', file, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).organisations).toMatchObject([{ name: 'Kafé\nmed radbrytning', offers: '=HYPERLINK("http://ond.example";"klicka")' }]);
  });

  it('in Windows-1252 is read with its letters, and that is said', async () => {
    const bytes = Buffer.from(HEADER.replace('källa', 'k\u00e4lla') + ROW.replace('Påhittat', 'P\u00e5hittat'), 'latin1');
    const { code, out, err } = await asf('register', await given('gammal.csv', bytes), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).organisations[0]).toMatchObject({ name: 'Exempelkaféet', source: 'Påhittat' });
    expect(err).toContain('Windows-1252');
  });

  it('with a million rows is refused quickly and in one line', async () => {
    const { code, err, milliseconds } = await asf('register', await given('million.csv', HEADER + ROW.repeat(1_000_000)));
    expect(code).toBe(2);
    expect(err).toMatch(/million\.csv, row 100002: The table has more than 100000 rows/);
    expect(milliseconds).toBeLessThan(15_000);
  });

  it('that is a renamed text file is refused', async () => {
    const { code, err } = await asf('register', await given('text.xlsx', HEADER + ROW));
    expect(code).toBe(2);
    expect(err).toMatch(/text\.xlsx: The file is no XLSX workbook, whatever its name says/);
  });

  it('with one bad row among good ones stores the good, names the bad and ends with 1', async () => {
    const { code, err } = await asf('register', await given('delvis.csv', `${HEADER}${ROW}Utan källa;café;overifierad;;2026\n`), '--import');
    expect(code).toBe(1);
    expect(err.trim()).toMatch(/^\S+delvis\.csv, row 3, column source: Utan källa has no source\./);
    const exported = (await asf('export')).out;
    expect(exported).toContain('Exempelkaféet');
    expect(exported).not.toContain('Utan källa');
  });
});

describe('a draft', () => {
  it('without text is refused, and nothing is written', async () => {
    const empty = zipSync({
      '[Content_Types].xml': Buffer.from(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': Buffer.from(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': Buffer.from(
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>',
      ),
    });
    await mkdir(path('out'));
    const { code, err } = await asf('report', await given('tom.docx', empty), '--out', path('out'));
    expect(code).toBe(2);
    expect(err).toMatch(/tom\.docx: The document has no text\./);
    expect(await readdir(path('out'))).toEqual([]);
  });

  it('with text becomes a report', async () => {
    const file = await given('Utkast fönster.txt', 'Fönsterputs på Jobbtorg\n\nPutsning av fönster två gånger om året.\n');
    const { code, out } = await asf('report', file, '--out', path('out'));
    expect(code).toBe(0);
    expect(out).toContain('Behovet rör ”Fönsterputs”');
    expect(await readdir(path('out'))).toEqual(['docx', 'html', 'json', 'xlsx'].map((type) => `matchrapport-utkast-fönster.${type}`));
  });
});

it('wrong usage says what is wrong and ends with 2', async () => {
  const runs = await Promise.all([asf('report', 'finns-inte'), asf('register', path('saknas.csv')), asf('hitta-på'), asf('ingest')]);
  expect(runs.map((r) => r.code)).toEqual([2, 2, 2, 2]);
  expect(runs[0]?.err).toMatch(/finns-inte is neither a file nor a need of the plan/);
  expect(runs[1]?.err).toMatch(/saknas\.csv/);
});
