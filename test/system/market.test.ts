import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asfMatch } from './cli.ts';

const DRAFT = `# Städning av kontor

Uppskattat värde är 2 000 000 kr.

Leverantören ska ha en årsomsättning om minst 10 mkr. Vite utgår inte.
`;

describe('commands that prepare a purchase', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'market-'));
    await writeFile(join(folder, 'utkast.md'), DRAFT);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const at = (...parts: readonly string[]): string => join(folder, ...parts);

  it('draft: finds what is demanded, not what is denied, in JSON, in text and on a page', async () => {
    const { code, out } = await asfMatch('draft', at('utkast.md'), '--json');
    const { findings, measures } = JSON.parse(out);
    expect([code, findings.map((f: { id: string; line: number }) => [f.id, f.line])]).toEqual([0, [['oms.min', 5]]]);
    expect(findings[0].detail).toContain('Lagen tillåter högst två gånger');
    expect(measures).toMatchObject({ sentences: 3, words: 17 });
    const text = await asfMatch('draft', at('utkast.md'), '--compare', at('utkast.md'), '--out', at('out'));
    expect(text.out).toContain('Hinder som är kvar:\n– Krav på minsta omsättning');
    expect(await readFile(at('out', 'utkastkontroll-utkast.html'), 'utf8')).toContain('Två utkast jämförda');
  });

  it('draft: refuses a value that is none, a file that is no document, and a table of barriers with a mistake', async () => {
    expect(await asfMatch('draft', at('utkast.md'), '--value', 'mycket')).toMatchObject({ code: 2, err: expect.stringContaining('mycket is no amount') });
    await writeFile(at('bild.bin'), new Uint8Array([1, 0, 2]));
    expect(await asfMatch('draft', at('bild.bin'))).toMatchObject({ code: 2, err: expect.stringContaining('no text, DOCX or PDF') });
    await writeFile(at('barriers.json'), '{"about":"","parts":{},"barriers":[]}');
    expect(await asfMatch('--data', folder, 'draft', at('utkast.md'))).toMatchObject({ code: 2, err: expect.stringContaining('barriers.json: barriers:') });
  });

  it('report: writes page, document, workbook and JSON of a need with its draft', async () => {
    const { code } = await asfMatch('--store', at('store'), 'report', 'AMN 2027-05', '--draft', at('utkast.md'), '--out', at('report'));
    expect(code).toBe(0);
    expect((await readdir(at('report'))).sort()).toEqual(['docx', 'html', 'json', 'xlsx'].map((ending) => `matchrapport-amn-2027-05.${ending}`));
    const report = JSON.parse(await readFile(at('report', 'matchrapport-amn-2027-05.json'), 'utf8'));
    expect(report.ladder.rungs).toHaveLength(4);
    expect(report.tasks[0].quotes.length).toBeGreaterThan(0);
    // The need's own value is compared with, not the draft's.
    expect(report.draft.findings[0].detail).toContain('3\u00a0200\u00a0000\u00a0kr');
  });

  it('dialogue: invites every open organisation in the field, and sends nothing', async () => {
    const { code, out } = await asfMatch('--store', at('store'), 'dialogue', 'AMN 2027-10', '--out', at('dialog'), '--json');
    const pack = JSON.parse(out);
    expect(code).toBe(0);
    expect(pack.invited.length).toBeGreaterThan(0);
    expect(pack.invited.map((o: { name: string }) => o.name)).toEqual(
      pack.invited.map((o: { name: string }) => o.name).sort((a: string, b: string) => a.localeCompare(b, 'sv')),
    );
    expect((await readdir(at('dialog'))).sort()).toEqual(['dialog-amn-2027-10.docx', 'dialog-amn-2027-10.xlsx']);
  });
});
