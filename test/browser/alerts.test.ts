/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { simpleParser } from 'mailparser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleaningNotice, deliver, links, NOW, tell } from '../system/alerts/alert-store.ts';
import { type Receiver, startReceiver } from '../system/alerts/receiver.ts';
import { startService } from '../system/alerts/service.ts';
import { CHROMIUM, startBrowser } from './chromium.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
/** Where pictures are put for somebody to look at. */
const PICTURES = process.env.ASF_TEST_PICTURES;

describe.skipIf(!CHROMIUM)(`mail and pages of the service in Chromium${CHROMIUM ? '' : ' (skipped: no Chromium found; set CHROMIUM to its path)'}`, () => {
  let at: Awaited<ReturnType<typeof startService>>;
  let receiver: Receiver;
  let browser: Browser;
  const addresses: Record<string, string> = {};

  beforeAll(async () => {
    at = await startService({ publicUrl: 'http://127.0.0.1' });
    receiver = await startReceiver();
    const notices = [
      cleaningNotice('1', { lots: [lot('LOT-1', 'Norra skolorna'), lot('LOT-2', 'Södra skolorna')], value: { amount: 1_250_000, currency: 'SEK' } }),
      cleaningNotice('2'),
    ];
    await tell(at.store, notices);
    await deliver(at.store, receiver.url, at.time);
    const { html } = await simpleParser(receiver.mails[0]?.raw ?? '');
    await writeFile(join(at.folder, 'mail.html'), String(html));
    const pending = { ...at.subscription, id: 'ny', status: 'pending' as const, weekly: 3, feed: 'n'.repeat(43) };
    const { confirmed: _, ...unconfirmed } = pending;
    await at.store.subscriptions.add(unconfirmed);
    const { recipient } = at.subscription;
    addresses.mail = pathToFileURL(join(at.folder, 'mail.html')).href;
    addresses.confirm = `${at.base}/bekrafta/${links.sign('confirm', 'ny', 30, NOW)}`;
    addresses.answer = `${at.base}/svar/${links.sign('answer', 's1', 30, NOW, 1)}`;
    addresses.manage = `${at.base}/bevakning/${links.sign('manage', recipient, 30, NOW)}`;
    addresses.stop = `${at.base}/sluta/${links.sign('stop', recipient, 30, NOW)}`;
    addresses.operator = `${at.base}/drift`;
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await receiver?.close();
    await at?.close();
  });

  const lot = (id: string, title: string) => ({ ...cleaningNotice('1'), id, title, url: undefined }) as never;
  async function open(name: string, width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'sv-SE' });
    const page = await context.newPage();
    await page.goto(addresses[name] ?? '');
    return page;
  }

  it.each(['mail', 'confirm', 'answer', 'manage', 'stop', 'operator'])(
    '%s: no violation that axe finds, and no scrolling sideways on a phone',
    async (name) => {
      for (const width of [1200, 360, 320]) {
        const page = await open(name, width);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        const [scroll, client] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        expect(scroll).toBeLessThanOrEqual(client ?? 0);
        if (width !== 320) {
          const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
          expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
          if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
        }
        await page.context().close();
      }
    },
  );

  it('is answered by keyboard alone, with a focus that shows', async () => {
    const page = await open('answer', 1200);
    for (let tabs = 0; tabs < 12; tabs++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => [document.activeElement?.textContent ?? '', getComputedStyle(document.activeElement as Element).outlineStyle]);
      if (focused[0] !== 'Det är för långt bort') continue;
      expect(focused[1]).toBe('solid');
      await page.keyboard.press('Enter');
      break;
    }
    await page.waitForSelector('h1:has-text("Tack!")');
    expect(await at.store.responses.of('s1')).toMatchObject([{ step: 'not-relevant', reason: 'place' }]);
    await page.context().close();
  });

  it('is changed by keyboard alone', async () => {
    const page = await open('manage', 1200);
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('select[name=takt]').first().focus();
    await page.keyboard.press('End');
    await page.locator('button:has-text("Spara")').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=status]:has-text("Sparat.")');
    expect((await at.store.subscriptions.get('s1'))?.rhythm.kind).toBe('weekly');
    await page.context().close();
  });
});
