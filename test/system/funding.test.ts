import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asfMatch } from './cli.ts';

let folder: string;
const path = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'asf-funding-'));
  await cp('data', path('data'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

describe('call', () => {
  it('reads a page and prints each thing with its quote', async () => {
    await writeFile(
      path('call.html'),
      '<!doctype html><html><body><nav>Meny</nav><p>Varning den 1 januari 2026</p><h1>Ny kraft</h1><h2>Vem kan söka?</h2><ul><li>ideella föreningar</li></ul><p>En kommun kan vara medsökande.</p><p>Sista ansökningsdag är den 15 september kl. 14.00.</p></body></html>',
    );
    const { code, out } = await asfMatch('call', path('call.html'), '--published', '2026-06-01', '--at', '2026-08-01', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      role: { value: 'samverkanspart' },
      eligible: { value: ['ideell förening'], quote: 'ideella föreningar' },
      closes: { value: ['2026-09-15T14:00:00+02:00'], quote: 'Sista ansökningsdag är den 15 september kl. 14.00.' },
      closed: { value: false, quote: null },
      stages: { value: 1, quote: null },
      budget_sek: { value: null, quote: null },
    });
    const later = JSON.parse((await asfMatch('call', path('call.html'), '--published', '2026-06-01', '--at', '2026-09-15T12:00:01Z', '--json')).out);
    expect(later.closed).toEqual({ value: true, quote: 'Sista ansökningsdag är den 15 september kl. 14.00.' });
    expect((await asfMatch('call', path('call.html'))).out).toContain('Medfinansiering, minst: framgår inte');
  });

  it('refuses what it cannot read, and a day that is none', async () => {
    await writeFile(path('empty.txt'), ' \n');
    expect((await asfMatch('call', path('empty.txt'))).code).toBe(2);
    const { code, err } = await asfMatch('call', path('call.html'), '--published', '15 mars');
    expect([code, err]).toEqual([2, expect.stringContaining('--published is no day: 15 mars')]);
  });
});

describe('funding', () => {
  const rows = [
    'id\tfunder\tprogramme\ttitle\turl\tchecked\ttext',
    'a\tFonden\t\t=HYPERLINK("x") för arbete\thttps://example.se/a\t2026-11-01\tKommuner kan söka. Arbetsträning för långtidsarbetslösa. Stödet är högst 60 procent. Sista dag är den 15 januari 2027 kl. 16.00.',
    'b\tFonden\t\tSociala företag\t\t2026-11-01\tArbetsintegrerande sociala företag kan söka. Kommunen kan vara samverkanspart. Sista dag är den 10 december 2026.',
  ];
  const funding = (...more: string[]) => asfMatch('--store', path('store'), '--data', path('data'), 'funding', '--out', path('out'), ...more);

  it('lists what closes soonest first, and writes page, workbook, calendar and JSON', async () => {
    await writeFile(path('data/funding-calls.tsv'), rows.join('\n'));
    const { code, out } = await funding('--at', '2026-11-25T12:00:00Z', '--json');
    expect(code).toBe(0);
    const list = JSON.parse(out);
    expect(list.calls.map((c: { key: string; role: string }) => [c.key, c.role])).toEqual([
      ['hand-kept:b', 'samverkanspart'],
      ['hand-kept:a', 'projektägare'],
    ]);
    expect(list.calls[1].cofinancing).toMatchObject({ percent: 40, from: 'remaining', projectFrom: 'assumed', amount: { amount: 1_600_000 } });
    expect(await readFile(path('out/utlysningar.html'), 'utf8')).toContain('torsdag 10 december 2026');
    const calendar = await readFile(path('out/utlysningar.ics'), 'utf8');
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(calendar).toContain('DTSTART;TZID=Europe/Stockholm:20270115T160000');
    const sheet = Object.values(unzipSync(await readFile(path('out/utlysningar.xlsx'))))
      .map((bytes) => new TextDecoder().decode(bytes))
      .join('');
    expect(sheet).toContain('=HYPERLINK(&quot;x&quot;) för arbete');
    expect(sheet).not.toContain('<f>');
  });

  it('leaves a call out from its own minute on, and keeps it in the archive', async () => {
    const at = async (time: string) => JSON.parse((await funding('--at', time, '--json')).out);
    expect((await at('2027-01-15T15:00:00Z')).calls).toHaveLength(1);
    const after = await at('2027-01-15T15:00:01Z');
    expect([after.calls, after.others.closed]).toEqual([[], 2]);
    const { out } = await asfMatch('--store', path('store'), 'export');
    expect(out.match(/"table":"call_version"/g)).toHaveLength(2);
  });

  it('names the file and line of a row that it cannot use', async () => {
    await writeFile(path('data/funding-calls.tsv'), `${rows[0]}\nc\tFonden\t\tX\t\tigår\tText`);
    const { code, err } = await funding();
    expect([code, err]).toEqual([2, expect.stringContaining('funding-calls.tsv: line 2, column checked')]);
  });
});
