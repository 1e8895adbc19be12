import { minuteMoment, STOCKHOLM } from '@asf-match/domain';
import { readability } from '@asf-match/swedish';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { confirmationMail, weeklyInSwedish } from './confirmation-mail.ts';
import { digestMail, IN_FULL, type MailDigest, type MailItem } from './digest-mail.ts';

const deadline = (day: string) => ({ for: 'tenders' as const, at: minuteMoment(day, '23:59', STOCKHOLM) });
const item = (part: Partial<MailItem> = {}): MailItem => ({
  ...{
    kind: 'published',
    about: 'ted:1',
    title: 'Städ åt skolor i Solna',
    description: 'Vi vill köpa städ åt åtta skolor. Det går att städa på dagen.',
    who: 'Solna stad',
  },
  ...{ places: ['Solna'], value: { amount: 1_250_000, currency: 'SEK' }, deadlines: [deadline('2026-12-01')], lots: ['Norr', 'Söder'], reserved: false },
  why: [{ field: 'Städning', asked: { part: 'title', text: 'Städ', start: 0, end: 4 }, offered: { part: 'offers', text: 'städar', start: 3, end: 9 } }],
  ...{ hurdles: ['Det är kort om tid: 6 dagar kvar.', 'Texten är på engelska.'], url: 'https://example.org/n/1', at: '2026-11-25T08:00:00Z' },
  ...{ answer: 'https://asf.example.se/svar/abc', ...part },
});
const digest = (part: Partial<MailDigest> = {}): MailDigest => ({
  ...{ profile: 'Städlaget', items: [item()], silent: [], internal: false },
  links: {
    manage: 'https://asf.example.se/b/1',
    stop: 'https://asf.example.se/s/1',
    feed: 'https://asf.example.se/f.atom',
    calendar: 'https://asf.example.se/k.ics',
  },
  ...part,
});
/** What a person reads: addresses are pressed, not read. */
const read = (text: string): string => text.replace(/https?:\S+/g, '').replace(/^(?=- )/gm, '\n');
const lix = (text: string): number => readability(read(text))?.lix ?? Number.NaN;

describe('a digest', () => {
  it('says what, who, where, value, last day with weekday and hour, parts, why, what is hard, and where to read', () => {
    const { text, subject } = digestMail(digest());
    expect(subject).toBe('Ny annons: Städ åt skolor i Solna');
    const wanted = [
      'Köpare: Solna stad',
      'Var: Solna',
      'Värde: 1\u00a0250\u00a0000\u00a0kr utan moms',
      'Sista dag: tisdag 1 december 2026 kl. 23.59',
      'Delar: 2 delar',
    ];
    wanted.push(
      'Annonsen har ”Städ”. Ni har ”städar”.',
      '6 dagar kvar',
      'Läs hos köparen: https://example.org/n/1',
      'Passar den? Svara här: https://asf.example.se/svar/abc',
    );
    wanted.push('Detta är ingen inbjudan att lämna anbud.', 'Alla källor svarade.', 'Sluta få brev: https://asf.example.se/s/1');
    expect(wanted.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('says the same in both forms', () => {
    const { text, html } = digestMail(digest({ silent: ['TED'] }));
    const shown = load(html)('body').text();
    for (const part of [
      'tisdag 1 december 2026 kl. 23.59',
      'Ni har ”städar”',
      '6 dagar kvar',
      'Vi fick inget svar från TED',
      'ingen inbjudan att lämna anbud',
    ]) {
      expect([text.includes(part), shown.includes(part)], part).toEqual([true, true]);
    }
  });

  it('says what changed, and what was cancelled', () => {
    const moved = item({ kind: 'deadline', before: [deadline('2026-12-01')], deadlines: [deadline('2026-12-08')], note: 'Ny fråga från marknaden.' });
    const { text, subject } = digestMail(digest({ items: [moved, item({ kind: 'cancelled' }), item()] }));
    expect(subject).toBe('Bevakning: 1 ny sak och 2 ändringar');
    expect(text).toContain('Förut: tisdag 1 december 2026 kl. 23.59\n- Ny sista dag: tisdag 8 december 2026 kl. 23.59');
    expect(text).toContain('Köparen skriver: Ny fråga från marknaden.');
    expect(text).toContain('Köparen har avbrutit köpet.');
  });

  it('leaves out what is not stated, and nothing that the reader must know', () => {
    const { value: _, who: __, ...bare } = item({ places: [], lots: [], deadlines: [], why: [], hurdles: [], description: '' });
    const { text } = digestMail(digest({ items: [bare] }));
    expect(text).not.toMatch(/Köpare|Var:|Värde|Delar|Därför|svårt/);
    expect(text).toContain('Sista dag: Står inte i annonsen.');
  });

  it('tells many items by title, none of them lost', () => {
    const items = Array.from({ length: IN_FULL + 30 }, (_, n) => item({ title: `Städ nummer ${n}`, answer: `https://asf.example.se/svar/${n}` }));
    const { text, html } = digestMail(digest({ items }));
    for (const { title, answer } of items)
      expect([text.includes(`${title}\n`) || text.includes(`${title}: ${answer}`), html.includes(title)]).toEqual([true, true]);
  });

  it('is easy to read: LIX 40 at most, in every kind of item', () => {
    expect(lix(digestMail(digest()).text)).toBeLessThanOrEqual(40);
    const kinds = ['published', 'planned', 'deadline', 'changed', 'cancelled', 'result', 'call'] as const;
    expect(lix(digestMail(digest({ items: kinds.map((kind) => item({ kind })), silent: ['TED'] })).text)).toBeLessThanOrEqual(40);
    const confirmation = confirmationMail({ profile: 'Städlaget', lines: ['Fält: Städning', 'Område: Solna'], weekly: 3, link: 'https://x.se', days: 14 });
    expect(lix(confirmation.text)).toBeLessThanOrEqual(40);
  });
});

describe('text from outside', () => {
  const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script> & "Städ"';

  it('is escaped in the HTML', () => {
    const { html } = digestMail(
      digest({ profile: hostile, items: [item({ title: hostile, description: hostile, who: hostile, note: hostile, places: [hostile] })] }),
    );
    const page = load(html);
    expect(page('script, img').length).toBe(0);
    expect(page('h2').first().text()).toBe(hostile);
  });

  it('adds no line to the header or to the text', () => {
    const title = 'Städ\r\nBcc: alla@example.org\n\nSluta få brev: https://ond.example';
    const { subject, text } = digestMail(digest({ items: [item({ title, who: title })] }));
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/^(Bcc|Sluta få brev: https:\/\/ond)/m);
  });

  it('links to the web only, hides no direction marks and is cut when it is long', () => {
    const { text, html, subject } = digestMail(digest({ items: [item({ url: 'javascript:alert(1)', title: `Städ \u202egnp.exe ${'x'.repeat(1_000_000)}` })] }));
    expect(text + html).not.toMatch(/javascript|\u202e/);
    expect(text).toContain('Den finns inte på nätet.');
    expect([subject.length < 120, text.length < 3000, html.length < 6000]).toEqual([true, true, true]);
  });
});

it('tells how many there will be in plain words', () => {
  expect([0.1, 0.5, 3.4].map(weeklyInSwedish)).toEqual([
    'Det blir nog mindre än en sak i månaden.',
    'Det blir nog ungefär en till tre saker i månaden.',
    'Det blir nog ungefär 3 i veckan.',
  ]);
});
