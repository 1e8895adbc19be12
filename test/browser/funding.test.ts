import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asfMatch } from '../system/cli.ts';
import { CHROMIUM, startBrowser } from './chromium.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
const HEAD = 'id\tfunder\tprogramme\ttitle\turl\tchecked\ttext';
const ROWS = [
  'esf\tSvenska ESF-rådet\tESF+ A\tInkluderande arbetsliv i Stockholm\thttps://example.se/esf\t2026-11-01\tKommuner, samordningsförbund och arbetsintegrerande sociala företag kan söka. Målgruppen är långtidsarbetslösa. Utlysningen öppnar den 1 december 2026 och stänger den 15 januari 2027 kl. 16.00. Stödet är högst 54 procent och medfinansieringen minst 46 procent. Projektets budget ska vara lägst 4 och högst 15 miljoner kronor. Projekten kan arbeta med café, lokalvård och cykelverkstad.',
  'fond\tFonden <b>Exempel</b>\t\tMötesplatser för arbete <script>alert(1)</script>\t\t2026-11-01\tIdeella föreningar kan söka. Kommuner kan vara samverkanspart. Arbetsträning för arbetslösa. Sök senast den 1 mars 2027.',
  'nej\tStiftelsen Exempel\t\tSociala företag växer\thttps://example.se/nej\t2026-11-01\tArbetsintegrerande sociala företag kan söka. Kommuner kan inte söka eller delta. Sista dag är den 2 februari 2027.',
];

describe.skipIf(!CHROMIUM)(`the page of calls in Chromium${CHROMIUM ? '' : ' (skipped: no Chromium found; set CHROMIUM to its path)'}`, () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'funding-'));
    await cp('data', join(folder, 'data'), { recursive: true });
    await writeFile(join(folder, 'data/funding-calls.tsv'), [HEAD, ...ROWS].join('\n'));
    const at = ['--at', '2026-11-25T12:00:00Z'];
    const { code, err } = await asfMatch('--store', join(folder, 'store'), '--data', join(folder, 'data'), 'funding', ...at, '--out', join(folder, 'out'));
    expect([code, err]).toEqual([0, '']);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  });

  async function open(width = 1200): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'sv-SE' });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, 'out/utlysningar.html')).href);
    return page;
  }

  it('has no violation that axe finds, and runs nothing', async () => {
    const page = await open();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.locator('h1').count()).toBe(1);
    await page.context().close();
  });

  it('fits a phone and 400 % zoom', async () => {
    for (const width of [320, 360]) {
      const page = await open(width);
      const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      expect(scroll).toBeLessThanOrEqual(client ?? 0);
      await page.context().close();
    }
  });

  it('leads the keyboard from the list to each call, through every link and fold', async () => {
    const page = await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Till innehållet');
    await page.keyboard.press('Enter');
    // What is inside a fold is reached once it is opened.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const wanted = await page.locator('main a, main summary, main [tabindex="0"]').count();
    const reached = new Set<number>();
    for (let i = 0; i < wanted; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() =>
        [...document.querySelectorAll('main a, main summary, main [tabindex="0"]')].indexOf(document.activeElement as HTMLElement),
      );
      reached.add(at);
    }
    expect([reached.size, reached.has(-1)]).toEqual([wanted, false]);
    await page.locator('table a').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.querySelector(':target h3')?.textContent)).toBe('Inkluderande arbetsliv i Stockholm');
    await page.context().close();
  });
});
