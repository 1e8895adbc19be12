import { readFileSync } from 'node:fs';
import { parseBarriers } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { BARRIER_CASES } from './barrier-cases.ts';
import { checkDraft, type DraftCheck } from './check-draft.ts';
import { compareDrafts } from './compare-drafts.ts';

const barriers = parseBarriers(readFileSync(new URL('../../../../data/barriers.json', import.meta.url), 'utf8'));
const check = (text: string, more: Partial<Parameters<typeof checkDraft>[2]> = {}): DraftCheck =>
  checkDraft({ text, format: 'text', pageStarts: [] }, barriers, { file: 'utkast.txt', madeOn: '2026-11-25', version: '1', ...more });
const ids = (text: string): string[] => check(text).findings.map((f) => f.id);

describe('each barrier', () => {
  it('has cases of its own', () => {
    expect(Object.keys(BARRIER_CASES).sort()).toEqual(barriers.map((b) => b.id).sort());
  });

  const cases = Object.entries(BARRIER_CASES);
  it.each(cases.flatMap(([id, { fires }]) => fires.map((text) => [id, text] as const)))('%s is found in: %s', (id, text) => {
    expect(ids(text)).toContain(id);
  });
  it.each(cases.flatMap(([id, { silent }]) => silent.map((text) => [id, text] as const)))('%s is not found in: %s', (id, text) => {
    expect(ids(text)).not.toContain(id);
  });
});

describe('checkDraft', () => {
  const DRAFT = `# Lokalvård

Uppskattat värde är 2 000 000 kr.

Leverantören ska:
- ha en årsomsättning om minst 10 mkr,
- vara certifierad enligt ISO 9001.

Vite utgår med 500 kr. Viten dras av från
fakturan.`;

  it('says where: the line, the sentence as it is written, and other places', () => {
    const vite = check(DRAFT).findings.find((f) => f.id === 'vite.alla');
    expect(vite).toMatchObject({ quote: 'Vite utgår med 500 kr.', line: 9, also: [{ quote: 'Viten dras av från\nfakturan.', line: 9 }] });
    for (const { quote } of check(DRAFT).findings) expect(DRAFT).toContain(quote);
  });

  it('compares turnover with the value of the draft or the one that is given (LOU 14 kap. 4 §)', () => {
    const detail = (more: Parameters<typeof check>[1] = {}, text = DRAFT): string | undefined =>
      check(text, more).findings.find((f) => f.id === 'oms.min')?.detail;
    expect(detail()).toMatch(/10\u00a0000\u00a0000\u00a0kr, 5 gånger upphandlingens värde 2\u00a0000\u00a0000\u00a0kr\. Lagen tillåter högst två gånger/);
    expect(detail({ value: { amount: 5_000_000, currency: 'SEK' } })).toContain('inom gränsen två gånger värdet');
    expect(detail({ value: { amount: 4_999_999, currency: 'SEK' } })).toContain('Lagen tillåter högst');
    expect(detail({}, 'Omsättningen ska vara minst 10 mkr.')).toContain('värde är inte känt');
  });

  it('gives at most fifteen, worst first, and says how many are left out', () => {
    const all = Object.values(BARRIER_CASES).flatMap((c) => c.fires[0] ?? []);
    const { findings, leftOut } = check(all.join('\n\n'));
    expect(findings).toHaveLength(15);
    expect(leftOut).toBeGreaterThan(10);
    expect(findings.map((f) => f.severity)).toEqual(findings.map((f) => f.severity).sort((a, b) => b - a));
    expect(new Set(findings.map((f) => f.id)).size).toBe(15);
  });

  it('takes away what a list’s first line takes away, and reads rows of tables', () => {
    expect(ids('Vi ställer inga krav på:\n- ISO 9001\n- soliditet')).toEqual([]);
    expect(ids('Krav | Nivå\nÅrsomsättning | minst 5 mkr')).toEqual(['oms.min']);
    expect(ids('## Vite\n\nVi litar på varandra.')).toEqual([]);
  });

  it('counts the days between two dates', () => {
    const short = 'Upphandlingen annonseras 2027-03-01. Anbud ska ha kommit in senast 2027-03-20.';
    expect(check(short).findings[0]).toMatchObject({ id: 'tid.kort', detail: 'Från annonsering 2027-03-01 till sista dag 2027-03-20 är det 19 dagar.' });
    expect(ids(short.replace('03-20', '03-31'))).toEqual([]);
  });

  it('gives pages of a PDF and paragraphs of a DOCX', () => {
    const text = 'Första sidan.\n\nVite utgår.';
    const at = (format: 'pdf' | 'docx') =>
      checkDraft({ text, format, pageStarts: [0, 15] }, barriers, { file: 'f', madeOn: '2026-11-25', version: '1' }).findings[0];
    expect(at('pdf')).toMatchObject({ page: 2, line: 3 });
    expect(at('docx')).toMatchObject({ paragraph: 2 });
  });

  it('stays quick on a hostile text', () => {
    const started = performance.now();
    check(`${'omsättning minst '.repeat(3000)}\n${'a'.repeat(200_000)} ${'referens två '.repeat(3000)}`);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('compares two drafts', () => {
    const after = check('Viten dras av.\n\nLägsta pris vinner.');
    const { gone, added, kept } = compareDrafts(check(DRAFT), after);
    expect([gone.map((f) => f.id), added.map((f) => f.id), kept.map((f) => f.id)]).toEqual([['oms.min', 'cert.kval'], ['pris.lagst'], ['vite.alla']]);
  });
});

describe('parseBarriers', () => {
  const file = (row: object, parts = {}): string =>
    JSON.stringify({ about: '', parts, barriers: [{ id: 'a.b', category: 'c', severity: 1, title: 't', why: 'w', advice: 'a', law: 'l', ...row }] });

  it('names the barrier and what is wrong', () => {
    expect(() => parseBarriers(file({ patterns: ['('] }))).toThrow(/barrier a\.b: Invalid regular expression/);
    expect(() => parseBarriers(file({ patterns: ['{sum}'] }))).toThrow('barrier a.b: no part is called {sum}');
    expect(() => parseBarriers(file({ severity: 4 }))).toThrow('barriers.0.severity');
    expect(() => parseBarriers(file({ pattern: [] }))).toThrow('barriers.0');
  });

  it('knows å, ä and ö as letters at the edge of a word', () => {
    const [barrier] = parseBarriers(file({ patterns: ['\\bår\\b'] }));
    expect('ett år.'.match(barrier?.patterns[0] ?? /$/)).toEqual(['år']);
    expect('får åra'.match(barrier?.patterns[0] ?? /$^/)).toBeNull();
  });
});
