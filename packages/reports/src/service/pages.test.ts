import type { ToldItem } from '@asf-match/market';
import { readability } from '@asf-match/swedish';
import { load } from 'cheerio';
import { expect, it } from 'vitest';
import { answerPage } from './answer-page.ts';
import { confirmPage } from './confirm-page.ts';
import { stopPage } from './stop-page.ts';

const frame = { today: '2026-11-25', version: 'test' };
const item: ToldItem = {
  ...{ kind: 'published', about: 'ted:1', title: 'Städ <b>', places: [], deadlines: [], lots: [], reserved: false, why: [], hurdles: [] },
  ...{ at: '2026-11-25T08:00:00Z', url: 'javascript:alert(1)' },
};

it('links to the web only', () => {
  const page = answerPage({ item, answered: [] }, frame);
  expect(page).not.toContain('javascript:');
  expect(load(page)('h1').text()).toBe('Städ <b>');
});

it('has no script, no outside address and forms that go back to where they came from', () => {
  for (const text of [answerPage({ item, answered: ['bid'] }, frame), stopPage(frame), confirmPage({ lines: ['Fält: städning'], weekly: 2 }, frame)]) {
    const page = load(text);
    expect([page('script').length, page('[src]').length, page('form[action]').length]).toEqual([0, 0, 0]);
    expect(page('form[method=post] button').length).toBeGreaterThan(0);
    expect(page('meta[http-equiv=Content-Security-Policy]').attr('content')).toContain("form-action 'self'");
  }
});

it('is easy to read: LIX 40 at most', () => {
  for (const text of [stopPage(frame), confirmPage({ lines: ['Var: Solna'], weekly: 2 }, frame)]) {
    const prose = load(text)('main')
      .find('p, button, li')
      .map((_, e) => `${load(e).text()}\n\n`)
      .get()
      .join('');
    expect(readability(prose)?.lix).toBeLessThanOrEqual(40);
  }
});
