import type { MatchReport, OrganisationEntry } from '@asf-match/market';
import { html } from 'hono/html';
import { evidence } from '../evidence.ts';
import { type Html, table } from '../page.ts';
import { clipped, dayInSwedish, shown, webAddress } from '../text.ts';
import { HEADINGS, NOBODY, NOT_A_RECOMMENDATION } from './words.ts';

/** Section 3: who works in the field, with the words that were found, and who nearly fits. */
export function organisations({ organisations: entries, nearMisses }: MatchReport): Html {
  return html`<section aria-labelledby="asf"><h2 id="asf">${HEADINGS.organisations}</h2>
<p class="note">${NOT_A_RECOMMENDATION}</p>
${entries.length > 0 ? entries.map(entry) : html`<p>${NOBODY}</p>`}
${table(
  'Nästan-träffar och varför de inte är med',
  [
    { head: 'Namn', names: true, cell: (n) => clipped(n.name, 200) },
    { head: 'Kommun', cell: (n) => shown(n.municipalities.join(', ')) || 'okänd' },
    { head: 'Varför inte', cell: (n) => n.why },
  ],
  nearMisses,
)}</section>`;
}

function entry(o: OrganisationEntry): Html {
  const website = webAddress(o.website);
  return html`<article class="entry"><h3>${clipped(o.name, 200)}</h3>
<p class="meta">${o.municipalities.length > 0 ? shown(o.municipalities.join(', ')) : 'Kommun okänd'}${website ? html` · <a href="${website}">${new URL(website).hostname}</a>` : ''}</p>
${o.offers ? html`<p class="said">${clipped(o.offers, 1000)}</p>` : ''}
${o.covers.length > 0 ? html`<p>Fält i behovet: ${o.covers.join('; ')}.</p>` : ''}
<p>Belägg:</p>${evidence(o.evidence, 'i behovet')}
${o.uncertain.length > 0 ? html`<p>Osäkert:</p><ul class="warn">${o.uncertain.map((u) => html`<li>${shown(u)}</li>`)}</ul>` : ''}
<p class="meta">Källa: ${sources(o.source)} Uppgiften är från ${dayInSwedish(o.seen)}.</p></article>`;
}

/** A source is free text, often one or several addresses. */
const sources = (source: string): Html =>
  html`${source.split(' ; ').map((part, index) => {
    const address = webAddress(part);
    return html`${index > 0 ? ', ' : ''}${address ? html`<a href="${address}">${clipped(new URL(address).hostname, 100)}</a>` : clipped(part, 300)}`;
  })}.`;
