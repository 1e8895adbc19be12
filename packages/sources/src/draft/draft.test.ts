import { InputError } from '@asf-match/domain';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDraft } from './read-draft.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
function docx(paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((p) => `<w:p><w:r><w:t>${p}</w:t></w:r></w:p>`).join('');
  return zipSync({
    '[Content_Types].xml': bytes(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': bytes(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': bytes(`<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`),
  });
}

/** A PDF with one page that shows the text, or nothing. */
function pdf(shown: string): Uint8Array {
  const stream = shown ? `BT /F1 12 Tf 72 700 Td (${shown}) Tj ET` : '';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const xref = out.length;
  out += `xref\n0 6\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF`;
  return bytes(out);
}

async function refusal(input: Uint8Array, file: string): Promise<string> {
  const error: unknown = await readDraft(input, file).catch((e: unknown) => e);
  return error instanceof InputError ? `${error.problem.key}: ${error.message}` : 'read';
}

describe('readDraft', () => {
  it('takes the first line for the title and all of it for the description', async () => {
    expect(await readDraft(bytes('\n# Städning av Jobbtorg\n\nVi behöver städning.\nVarje dag.\n'), 'mapp/Utkast 1.md')).toMatchObject({
      ...{ id: 'utkast-1', title: 'Städning av Jobbtorg', description: '# Städning av Jobbtorg\n\nVi behöver städning.\nVarje dag.', example: false },
    });
  });

  it('reads DOCX and PDF by what they hold, whatever they are called', async () => {
    expect(await readDraft(docx(['Café i Kista', 'Drift av café.']), 'utkast.txt')).toMatchObject({
      title: 'Café i Kista',
      description: 'Café i Kista\n\nDrift av café.',
    });
    expect(await readDraft(pdf('Tvatt av mattor'), 'utkast.pdf')).toMatchObject({ title: 'Tvatt av mattor' });
  });

  it('takes the codes that the draft names', async () => {
    expect((await readDraft(bytes('Städning\nCPV 90910000-9, 90911300 och 90910000.'), 'a.txt')).cpv).toEqual(['90910000', '90911300']);
  });

  it('leaves contact details out', async () => {
    expect((await readDraft(bytes('Flytt\nFrågor: anna@exempel.se, 08-123 45 67\n\nBärhjälp'), 'a.txt')).description).toBe('Flytt\nFrågor:,\n\nBärhjälp');
  });

  it('refuses what has no text and what is no document, each by name', async () => {
    expect(await refusal(docx([]), 'tom.docx')).toMatch(/^draft\.no-text: tom\.docx: The document has no text/);
    expect(await refusal(pdf(''), 'bild.pdf')).toMatch(/^draft\.no-text/);
    expect(await refusal(bytes('  \n'), 'tom.txt')).toMatch(/^draft\.no-text/);
    expect(await refusal(zipSync({ 'a.txt': bytes('hej') }), 'arkiv.docx')).toMatch(/^draft\.unreadable/);
    expect(await refusal(bytes('%PDF-1.7 trasig'), 'trasig.pdf')).toMatch(/^draft\.unreadable/);
    expect(await refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]), 'gammal.doc')).toMatch(/^draft\.type/);
    expect(await refusal(new Uint8Array([1, 0, 2]), 'bild.txt')).toMatch(/^draft\.type/);
  });
});
