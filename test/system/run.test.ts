import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asfMatch, type Ran } from './cli.ts';

let folder: string;
const path = (name: string): string => join(folder, name);
let ran: Ran;
let files: string[];
const page = (name: string): Promise<string> => readFile(path(`out/${name}`), 'utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-'));
  ran = await asfMatch('--store', path('store'), 'run', '--offline', '--out', path('out'));
  files = await readdir(path('out'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a first run with nothing but what ships', () => {
  it('ends well, shows a ranked table and says where to look', () => {
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('Lokalvård i kommunens lokaler');
    expect(ran.out).toContain(path('out/index.html'));
    expect(ran.err).toMatch(/^TED \(Tenders Electronic Daily\): Not asked \(--offline\)\. The job goes on with what is stored and shipped\.\n$/);
  });

  it('writes a report for each need, a digest for each open ASF, and an index that leads to all of them', async () => {
    const reports = files.filter((f) => /^matchrapport-.*\.html$/.test(f));
    const digests = files.filter((f) => /^bevakning-.*\.html$/.test(f));
    expect(reports).toHaveLength(15);
    expect(digests.length).toBeGreaterThan(70);
    const links = [...(await page('index.html')).matchAll(/href="([^"#]+)"/g)].map((m) => decodeURI(m[1] ?? ''));
    expect(links.sort()).toEqual([...reports, ...digests].sort());
  });

  it('finds what a person would: cleaners for cleaning, the café, and nobody for asphalt machines', async () => {
    const cleaning = JSON.parse(await page('matchrapport-amn-2027-05.json'));
    expect(cleaning.organisations.map((o: { name: string }) => o.name)).toContain('SolnaFixarna');
    expect(await page('bevakning-bönorna.html')).toContain('Drift av café på stadsbiblioteket');
    const told = await Promise.all(files.filter((f) => f.startsWith('bevakning-')).map(page));
    for (const title of ['Städmaskiner och städvagnar', 'Robotgräsklippare', 'gröna obligationer', 'IT-drift och molntjänster']) {
      expect(told.filter((html) => html.includes(title))).toHaveLength(0);
    }
  });

  it('never shows an ASF what is only planned', async () => {
    const needs = files.filter((f) => /^matchrapport-.*\.json$/.test(f));
    const titles = await Promise.all(needs.map(async (f) => JSON.parse(await page(f)).need.title as string));
    for (const digest of files.filter((f) => f.startsWith('bevakning-'))) {
      const html = await page(digest);
      for (const title of titles) expect(html.includes(title), `${digest}: ${title}`).toBe(false);
      expect(html).not.toMatch(/matchrapport|index\.html|AMN 2027/);
    }
  });

  it('quotes word for word', async () => {
    for (const name of files.filter((f) => /^matchrapport-.*\.json$/.test(f))) {
      const { need, organisations } = JSON.parse(await page(name));
      for (const { offers, evidence } of organisations) {
        for (const { asked, offered } of evidence) {
          if (asked && asked.part !== 'cpv') expect(need[asked.part].slice(asked.start, asked.end)).toBe(asked.text);
          if (offered) expect(offers.slice(offered.start, offered.end)).toBe(offered.text);
        }
      }
    }
  });

  it('writes the same again, and tells a machine what it did', async () => {
    const before = await Promise.all(files.map(page));
    const again = await asfMatch('--store', path('store'), 'run', '--offline', '--out', path('out'), '--json');
    expect(JSON.parse(again.out)).toMatchObject({ needs: 15, notices: { stored: 14, open: 14 }, problems: [] });
    expect(await Promise.all(files.map(page))).toEqual(before);
  });
});
