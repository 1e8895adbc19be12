import type { ToldItem } from '@asf-match/market';
import { html, raw } from 'hono/html';
import { factsOf, NEWS_IN_SWEDISH, oneLine, whyOf } from './mail/words.ts';
import { webAddress } from './text.ts';

/** A feed of what one subscription is told, newest first. */
export interface Feed {
  readonly title: string;
  /** The feed's own address; its id too, since it never changes. */
  readonly address: string;
  readonly items: readonly ToldItem[];
  /** ISO instant for an empty feed. */
  readonly now: string;
}

/** An Atom feed (RFC 4287) in UTF-8. */
export function atomFeed({ title, address, items, now }: Feed): string {
  const entries = items.map((item) => {
    const url = webAddress(item.url);
    const text = [...factsOf(item).map(([name, value]) => `${name}: ${value}`), ...whyOf(item.why)].join('\n');
    return html`<entry><id>${`${address}#${encodeURIComponent(`${item.about} ${item.kind} ${item.at}`)}`}</id>
<title>${xmlText(`${NEWS_IN_SWEDISH[item.kind]}: ${oneLine(item.title, 300)}`)}</title><updated>${item.at}</updated>
<link rel="alternate" href="${url ?? address}"/><category term="${item.kind}" label="${NEWS_IN_SWEDISH[item.kind]}"/>
<content type="text">${xmlText(text)}</content></entry>
`;
  });
  return String(html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv"><id>${address}</id><title>${xmlText(oneLine(title, 200))}</title>
<updated>${items[0]?.at ?? now}</updated><author><name>asf-match</name></author><link rel="self" type="application/atom+xml" href="${address}"/>
${entries}</feed>
`);
}

/** What XML 1.0 cannot hold, even escaped, is left out. */
const xmlText = (text: string): string => text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
