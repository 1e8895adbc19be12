import { minuteMoment, STOCKHOLM } from '@asf-match/domain';
import type { ToldItem } from '@asf-match/market';
import { parseFeed } from 'feedsmith';
import { expect, it } from 'vitest';
import { atomFeed } from './feed.ts';

const item = (part: Partial<ToldItem> = {}): ToldItem => ({
  ...{
    kind: 'published',
    about: 'ted:1',
    title: 'Städ åt skolor',
    places: ['Solna'],
    lots: [],
    reserved: false,
    why: [],
    hurdles: [],
    at: '2026-11-25T08:00:00Z',
  },
  ...{ deadlines: [{ for: 'tenders' as const, at: minuteMoment('2026-12-01', '23:59', STOCKHOLM) }], url: 'https://example.org/1', ...part },
});
const address = 'https://asf.example.se/flode/abc.atom';
function readBack(...items: readonly ToldItem[]) {
  const text = atomFeed({ title: 'Bevakning för Städlaget', address, items, now: '2026-11-25T09:00:00Z' });
  const { format, feed } = parseFeed(text);
  if (format !== 'atom') throw new Error(`read as ${format}`);
  return { text, feed };
}

it('is an Atom feed with everything that RFC 4287 asks for', () => {
  const { feed } = readBack(item());
  expect(feed).toMatchObject({ id: address, title: { value: 'Bevakning för Städlaget' }, updated: '2026-11-25T08:00:00Z', authors: [{ name: 'asf-match' }] });
  expect(feed.links).toMatchObject([{ rel: 'self', href: address }]);
  expect(feed.entries).toMatchObject([
    { title: { value: 'Ny annons: Städ åt skolor' }, updated: '2026-11-25T08:00:00Z', links: [{ href: 'https://example.org/1' }] },
  ]);
  expect(feed.entries?.[0]?.content?.value).toContain('Sista dag: tisdag 1 december 2026 kl. 23.59');
});

it('names every entry for good, and no two alike', () => {
  const { feed } = readBack(item(), item({ kind: 'deadline' }), item({ kind: 'deadline', at: '2026-11-26T08:00:00Z' }), item({ about: 'ted:2' }));
  expect(new Set(feed.entries?.map((e) => e.id)).size).toBe(4);
});

it('is dated now while it is empty', () => {
  expect(readBack().feed.updated).toBe('2026-11-25T09:00:00Z');
});

it('stays well formed and links to the web only, whatever a title holds', () => {
  const title = 'A <b> & "c" ]]> \u0001 \uD800 \u202e </title>';
  const { feed, text } = readBack(item({ title, url: 'javascript:alert(1)' }));
  expect(feed.entries?.[0]?.title?.value).toBe('Ny annons: A <b> & "c" ]]> </title>');
  for (const bad of ['javascript', '\u202e', '\u0001']) expect(text).not.toContain(bad);
});
