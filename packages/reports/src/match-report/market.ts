import { momentInSwedish, moneyInSwedish } from '@asf-match/domain';
import type { EarlierNotice, MatchReport } from '@asf-match/market';
import { html } from 'hono/html';
import { type FigureTable, figureTables } from '../figures.ts';
import { type Html, table } from '../page.ts';
import { clipped, webAddress } from '../text.ts';
import { chartsOf } from './charts.ts';
import { HEADINGS } from './words.ts';

/** Section 4: every figure with what it rests on, and charts of the three that are easier seen. */
export async function market({ indicators, earlier }: MatchReport): Promise<Html> {
  const charts = await chartsOf(indicators);
  return html`<section aria-labelledby="marknad"><h2 id="marknad">${HEADINGS.market}</h2>
${indicators.length > 0 ? html`<p class="note">Antal ASF är rader i registret, inte kapacitet. Även Samhall och andra företag kan utföra arbetet. Färre än fem fall visas som fall, aldrig som andel.</p>` : html`<p>Behovet har inget fält att räkna på.</p>`}
${charts}
${figureTables(indicators).map(figure)}
<h3>Tidigare och aktuella annonser i samma fält</h3>
${earlier.length > 0 ? table('Fall som finns lagrade här. De är för få för att räknas om till andelar.', earlierColumns, earlier) : html`<p>Inga annonser i fältet finns lagrade här ännu.</p>`}</section>`;
}

const figure = ({ caption, columns, rows, foot }: FigureTable): Html =>
  html`${table(
    caption,
    columns.map((c, i) => ({ head: c.head, number: c.number, names: i === 0, cell: (row: readonly string[]) => clipped(row[i] ?? '', 200) })),
    rows,
  )}<p class="meta">${rows.length === 0 ? `${caption}: inga fall. ` : ''}${clipped(foot.join(' '), 900)}</p>`;

const earlierColumns = [
  {
    head: 'Annons',
    names: true,
    cell: (e: EarlierNotice) => {
      const address = webAddress(e.url);
      const title = clipped(e.title, 200);
      return html`${address ? html`<a href="${address}">${title}</a>` : title}<br><span class="meta">${e.field}${e.example ? ', påhittat exempel' : ''}</span>`;
    },
  },
  { head: 'Köpare', cell: (e: EarlierNotice) => clipped(e.buyer ?? 'okänd', 120) },
  { head: 'Publicerad', cell: (e: EarlierNotice) => publishedOf(e) },
  { head: 'Värde', cell: (e: EarlierNotice) => (e.value ? moneyInSwedish(e.value) : 'ej angivet') },
  { head: 'Anbud', cell: (e: EarlierNotice) => (e.tendersReceived === undefined ? 'okänt' : String(e.tendersReceived)) },
  { head: 'Vinnare', cell: (e: EarlierNotice) => (e.winners.length > 0 ? clipped(e.winners.join(', '), 200) : 'okänd') },
];

export const publishedOf = (e: EarlierNotice): string =>
  e.published ? momentInSwedish({ ...e.published, precision: 'day' }).replace(/^\p{L}+ /u, '') : 'okänt';
