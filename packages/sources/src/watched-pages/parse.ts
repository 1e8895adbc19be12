import { type Call, callSchema, InputError } from '@asf-match/domain';
import { readDates } from '@asf-match/swedish';
import { callTextOf } from '../calls/call-text.ts';
import { decodeHtml } from '../html/decode-html.ts';
import { htmlText } from '../html/html-text.ts';
import { slug } from '../register/identity.ts';
import type { Parsed } from '../source.ts';
import { pageOf, type WatchedPage } from './pages.ts';

/** Words of a text that is about applying. */
const APPLYING = /(?<!\p{L})(?:utlys\p{L}*|ansök\p{L}*|sök(?:a|er|s|as)|bidrag\p{L}*|projektmedel|stöd\p{L}*|call|appl(?:y|ication)\p{L}*)(?!\p{L})/iu;
const AT_ANY_TIME = /(?<!\p{L})(?:löpande|året runt|när som helst)(?!\p{L})/iu;

/**
 * Reads a watched page: its text from the main heading on, so that menus and warning banners do not count as changes. A page of
 * one call is one Call; a page of several has one for each heading of the second level whose text has a date. A page on which no
 * call can be made out is a Call that says: read the page.
 * @throws InputError `watched-pages.empty` when the page has no text
 */
export function parseWatchedPage(bytes: Uint8Array, origin: string): Parsed {
  const page = pageOf(origin);
  const html = decodeHtml(bytes);
  const text = callTextOf(html, 'h1');
  if (!text)
    throw new InputError({ key: 'watched-pages.empty', file: page.url, message: 'The page has no text.', remedy: 'Look at it, and mend its address.' });
  const heading = /^#\s+(.+)$/mu.exec(text)?.[1];
  const title = heading ?? /<title[^>]*>([^<]{1,300})/i.exec(html)?.[1];
  const whole = callOf(page, page.id, title ? htmlText(title) : page.funder, text);
  if (page.kind === 'page') return { calls: [whole], remarks: [] };
  const sections = sectionsOf(text).filter((section) => isReadable(section.text));
  const calls = sections.map(({ title: name, text: own }) => callOf(page, `${page.id}/${slug(name)}`, name, own));
  return { calls: calls.length > 0 ? calls : [{ ...whole, readPage: true }], remarks: [] };
}

function sectionsOf(text: string): { readonly title: string; readonly text: string }[] {
  return text
    .split(/^(?=##\s)/mu)
    .slice(1)
    .map((section) => ({ title: /^##\s+(.*)$/mu.exec(section)?.[1]?.trim() ?? '', text: section.trim() }))
    .filter((section) => section.title);
}

/** That something can be applied for, and when: a date of any kind, or at any time. A date that had to be refused is read by a person. */
const isReadable = (text: string): boolean => APPLYING.test(text) && (AT_ANY_TIME.test(text) || readDates(text).some((d) => d.kind !== 'refused'));

const callOf = ({ funder, url }: WatchedPage, id: string, title: string, text: string): Call =>
  callSchema.parse({ source: 'watched-pages', id, funder, title, text, language: 'sv', url, rounds: [], readPage: !isReadable(text) }) as Call;
