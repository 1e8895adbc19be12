import { html, raw } from 'hono/html';
import { STYLE } from './style.ts';
import { clipped, dayInSwedish } from './text.ts';

/** A piece of HTML in which everything from outside is escaped. */
export type Html = ReturnType<typeof html>;

/** Nothing is fetched, sent or run; the page's own style sheet is inside it (Content Security Policy level 3). */
const policy = (forms: boolean): string => `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action '${forms ? 'self' : 'none'}'`;

/** A whole page. `kind` stands above the heading, `status` beside it; `lead` below. */
export function page(parts: {
  readonly title: string;
  readonly kind: string;
  readonly status?: string;
  readonly lead?: Html;
  readonly main: readonly Html[];
  readonly madeOn: string;
  readonly version: string;
  readonly example: boolean;
  /** True for a page of the service, whose forms are sent to where it came from. */
  readonly forms?: boolean;
}): string {
  const title = clipped(parts.title, 300);
  const whole = html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${raw(policy(parts.forms ?? false))}">
<meta name="referrer" content="${parts.forms ? 'same-origin' : 'no-referrer'}">
<title>${clipped(parts.title, 100)} – ${parts.kind}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#innehall">Till innehållet</a>
<header class="top"><div>
<p class="kind">${parts.kind}${parts.status ? html` <span class="status">${parts.status}</span>` : ''}</p>
<h1>${title}</h1>
${parts.lead ?? ''}
</div></header>
<main id="innehall" tabindex="-1">
${parts.example ? html`<p class="note">Här används exempel som följer med programmet. Uppgifterna om företag kommer från öppna källor och är obekräftade. De behov och annonser som följer med är påhittade.</p>` : ''}
${parts.main}
</main>
<footer>Gjord ${dayInSwedish(parts.madeOn)} av asf-match ${parts.version}.</footer>
</body>
</html>
`;
  return String(whole);
}

/** A list of facts; those without a value are left out. */
export function facts(rows: readonly (readonly [name: string, value: string | Html | undefined])[]): Html {
  return html`<dl class="facts">${rows.map(([name, value]) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : ''))}</dl>`;
}

export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => string | Html;
  /** The column that names the row. */
  readonly names?: boolean;
  readonly number?: boolean;
}

/** A table with a caption, headed columns and rows that their first cell names; nothing when there are no rows. */
export function table<T>(caption: string, columns: readonly Column<T>[], rows: readonly T[]): Html | '' {
  if (rows.length === 0) return '';
  const css = (c: Column<T>) => (c.number ? raw(' class="number"') : '');
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption>
<thead><tr>${columns.map((c) => html`<th scope="col"${css(c)}>${c.head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${columns.map((c) => (c.names ? html`<th scope="row">${c.cell(row)}</th>` : html`<td${css(c)}>${c.cell(row)}</td>`))}</tr>`)}</tbody></table></div>`;
}

export const list = (items: readonly (string | Html)[]): Html => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
