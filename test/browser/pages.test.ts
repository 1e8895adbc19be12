/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asfMatch } from '../system/cli.ts';
import { CHROMIUM, startBrowser } from './chromium.ts';

/** WCAG 2.1 AA, which EN 301 549 asks of the city, and what axe knows of good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
const PAGES = {
  index: /^index\.html$/,
  'match report': /^matchrapport-amn-2027-05\.html$/,
  'match report without any organisation': /^matchrapport-amn-2027-11\.html$/,
  'match report of a draft': /^matchrapport-utkast\.html$/,
  'draft check': /^utkastkontroll-utkast\.html$/,
  'digest with alerts': /^bevakning-solnafixarna\.html$/,
  'digest without alerts': /^bevakning-koopus\.html$/,
  'monitoring of fields': /^omvarldsbevakning\.html$/,
  'follow-up': /^uppfoljning\.html$/,
  'yearly report': /^arsrapport-\d{4}\.html$/,
};

const DRAFT = `# Städning och tvätt

Uppskattat värde är 900 000 kr. CPV 90910000.

Vi behöver städning av kontor och tvätt av arbetskläder. Leverantören ska ha en årsomsättning om minst 10 mkr.

- Tre referensuppdrag ska lämnas.
- Anbud ska avse hela uppdraget.
`;

/** The pages that look back: of a register that has changed, and of one purchase in the statistics. */
async function writeFollowedPages(folder: string): Promise<void> {
  const store = ['--store', join(folder, 'imported')];
  const statistics = join(folder, 'statistik.csv');
  const header =
    'År;Namn för köpare;Organisationsnummer för köpare;Huvudsaklig CPV-kod;Upphandlings-ID;Upphandlingens titel;Publiceringsdatum;Antal upphandlingar';
  await writeFile(statistics, `${header}\n2021;STOCKHOLMS KOMMUN;2120000142;80530000 Yrkesutbildning;KA1;Arbetsförberedande insatser;2021-03-19;1\n`);
  await asfMatch(...store, 'statistics', 'import', statistics);
  await asfMatch(...store, 'register', 'data/register-example.csv', '--import');
  for (const command of [['fields'], ['follow-up'], ['yearly', String(new Date().getFullYear())]]) {
    expect((await asfMatch(...store, ...command, '--out', join(folder, 'out'))).code).toBe(0);
  }
}

describe.skipIf(!CHROMIUM)(`pages in Chromium${CHROMIUM ? '' : ' (skipped: no Chromium found; set CHROMIUM to its path)'}`, () => {
  let folder: string;
  let browser: Browser;
  let files: string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pages-'));
    const { code } = await asfMatch('--store', join(folder, 'store'), 'run', '--offline', '--out', join(folder, 'out'));
    expect(code).toBe(0);
    const draft = join(folder, 'utkast.md');
    await writeFile(draft, DRAFT);
    for (const command of ['report', 'draft'])
      expect((await asfMatch('--store', join(folder, 'store'), command, draft, '--out', join(folder, 'out'))).code).toBe(0);

    await writeFollowedPages(folder);
    files = await readdir(join(folder, 'out'));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  });

  async function open(name: RegExp, width = 1200): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'sv-SE' });
    const page = await context.newPage();
    const file = files.find((f) => name.test(f));
    await page.goto(pathToFileURL(join(folder, 'out', file ?? 'missing')).href);
    return page;
  }

  describe.each(Object.entries(PAGES))('%s', (_, name) => {
    it('has no violation that axe finds, folded parts opened', async () => {
      const page = await open(name);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
      await page.context().close();
    });

    it('fits a phone and 400 % zoom without scrolling sideways', async () => {
      for (const width of [320, 360]) {
        const page = await open(name, width);
        const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        expect(scroll).toBeLessThanOrEqual(client ?? 0);
        await page.context().close();
      }
    });

    it('asks the network for nothing and runs nothing', async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const file = files.find((f) => name.test(f)) ?? 'missing';
      await page.goto(pathToFileURL(join(folder, 'out', file)).href);
      expect(asked).toHaveLength(1);
      expect(await page.locator('script').count()).toBe(0);
      await context.close();
    });
  });

  it('lets the keyboard skip to the content, open every fold and reach every link', async () => {
    const page = await open(PAGES['match report']);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Till innehållet');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('innehall');
    const wanted = await page.locator('main a, main summary, main [tabindex="0"]').count();
    const reached = new Set<string>();
    for (let i = 0; i < wanted; i++) {
      await page.keyboard.press('Tab');
      const { box, outline } = await page.evaluate(() => {
        const active = document.activeElement as HTMLElement;
        const at = [...document.querySelectorAll('main a, main summary, main [tabindex="0"]')].indexOf(active);
        return { box: String(at), outline: getComputedStyle(active).outlineStyle };
      });
      reached.add(box);
      expect(outline).toBe('solid');
    }
    expect(reached.size).toBe(wanted);
    expect(reached.has('-1')).toBe(false);
    await page.context().close();
  });

  it('prints its short answer, the need and the rules on the first page', async () => {
    const page = await open(PAGES['match report']);
    await page.emulateMedia({ media: 'print' });
    // A4 less the margins of the style sheet, at 96 dots an inch.
    await page.setViewportSize({ width: 672, height: 986 });
    const bottom = (heading: string) =>
      page.evaluate((id) => document.getElementById(id)?.parentElement?.getBoundingClientRect().bottom ?? Number.NaN, heading);
    expect(await bottom('kort')).toBeLessThan(986);
    expect(await bottom('behov')).toBeLessThan(986);
    expect(await bottom('regler')).toBeLessThan(986);
    expect((await page.pdf({ format: 'A4', preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
    await page.context().close();
  });
});
