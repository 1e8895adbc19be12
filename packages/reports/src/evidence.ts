import type { Evidence } from '@asf-match/market';
import { html } from 'hono/html';
import type { Html } from './page.ts';
import { clipped } from './text.ts';

/** What was found on each side, word for word: "Lokalvård: i behovet städning, i registret städar". */
export function evidence(items: readonly Evidence[], asker: string): Html {
  return html`<ul>${items.map(
    ({ field, asked, offered }) =>
      html`<li>${field ? `${field}: ` : ''}${asked ? html`${asked.part === 'cpv' ? 'CPV-kod' : asker} <mark>${clipped(asked.text, 200)}</mark>` : ''}${asked && offered ? ', ' : ''}${offered ? html`i registret <mark>${clipped(offered.text, 200)}</mark>` : ''}${!offered && field ? ', fältet är angivet i registret' : ''}</li>`,
  )}</ul>`;
}
