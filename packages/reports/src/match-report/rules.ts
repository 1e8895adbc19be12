import { moneyInSwedish } from '@asf-match/domain';
import type { MatchReport } from '@asf-match/market';
import { html } from 'hono/html';
import { type Html, list, table } from '../page.ts';
import { shown } from '../text.ts';
import { CHECK_WITH_LAWYER, HEADINGS, holdsOf, limitSpan, OTHER_WAYS, STATE } from './words.ts';

/** Section 2: limits and the ladder first, which belong on the first page; then lots, turnover and the three reservations in full. */
export function rules({ limits, reservations, lots, turnover, ladder }: MatchReport): Html {
  return html`<section aria-labelledby="regler"><h2 id="regler">${HEADINGS.rules}</h2>
<p>${CHECK_WITH_LAWYER}</p>
${table(
  'Behovets värde och lagens beloppsgränser',
  [
    { head: 'Gräns', names: true, cell: (l) => html`${l.label}<br><span class="meta">${l.law}</span>` },
    { head: 'Belopp', cell: (l) => html`${moneyInSwedish(l.limit)}${l.verified ? '' : html`<br><span class="meta">inte bekräftat</span>`}` },
    { head: 'Gäller', cell: (l) => limitSpan(l) },
    { head: 'Jämfört med behovet', cell: (l) => html`${l.sentence}<br><span class="meta">Källa: ${shown(l.source)}</span>` },
  ],
  limits,
)}</section>
<section aria-labelledby="trappan"><h3 id="trappan">Hur långt räcker marknaden?</h3>
${table(
  ladder.note,
  [
    { head: 'Steg', names: true, cell: (r) => html`${r.title}<br><span class="meta">${r.law}</span>` },
    { head: 'Läge', cell: (r) => holdsOf(r) },
    { head: 'Talen bakom', cell: (r) => r.numbers.join(' ') },
  ],
  ladder.rungs,
)}
<h3>Delar och krav på omsättning</h3>
${list([html`${lots.facts} ${lots.duty} <span class="meta">${lots.law}</span>`, html`Mening att fylla i: <em>${lots.sentence}</em>`, html`${turnover} <span class="meta">LOU 14 kap. 4 §</span>`])}
<h3>Tre sätt att reservera enligt lagen</h3>
${reservations.map(
  (route) => html`<h4>${route.law}: ${route.title.charAt(0).toLowerCase()}${route.title.slice(1)}</h4>
${table(
  `Villkoren i ${route.law} i korthet, och vad som är känt`,
  [
    { head: 'Villkor', cell: (c) => c.text },
    { head: 'Läge', cell: (c) => STATE[c.state] },
    { head: 'Varför', cell: (c) => c.because },
  ],
  route.conditions,
)}
${route.known.length > 0 ? html`<p>Känt här: ${route.known.join(' ')}</p>` : ''}<p>Saknas: ${route.missing.join(' ')}</p>`,
)}
<p class="note">${OTHER_WAYS}</p></section>`;
}
