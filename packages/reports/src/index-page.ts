import { momentInSwedish } from '@asf-match/domain';
import type { Overview } from '@asf-match/market';
import { html } from 'hono/html';
import { page, table } from './page.ts';
import { clipped, dayInSwedish, shown } from './text.ts';
import { NEED_STATUS } from './words.ts';

/** The first page of the output folder, for the buyer's own staff. */
export function indexHtml(overview: Overview): string {
  const { needs, digests, notices } = overview;
  return page({
    title: 'Rapporter och bevakningar',
    kind: 'asf-match',
    status: 'arbetsmaterial',
    madeOn: overview.madeOn,
    version: overview.version,
    example: overview.example,
    main: [
      html`<p>Rapporterna visar belägg och rekommenderar ingen leverantör. De är arbetsmaterial för den som förbereder ett inköp. Bevakningarna innehåller bara publicerade annonser och är till för respektive ASF.</p>
<p>${notices.stored} annonser är lagrade. ${notices.open} av dem är öppna, och ${notices.relevant} av de öppna hör till något ASF-fält.</p>`,
      html`<h2>Matchrapporter</h2>${needs.length > 0 ? '' : html`<p>Inköpsplanen har inga behov.</p>`}${table(
        'En rapport för varje planerat inköp',
        [
          {
            head: 'Behov',
            names: true,
            cell: (n) =>
              html`<a href="${encodeURI(n.file)}">${clipped(n.title, 200)}</a>${n.reference ? html`<br><span class="meta">${shown(n.reference)}</span>` : ''}`,
          },
          { head: 'Läge', cell: (n) => (n.status ? NEED_STATUS[n.status] : 'ej angivet') },
          { head: 'Start', cell: (n) => (n.plannedStart ? momentInSwedish(n.plannedStart).replace(/^\p{L}+ /u, '') : 'ej angiven') },
          { head: 'Fält', cell: (n) => n.fields.join(', ') || 'inget tydligt' },
          { head: 'ASF med belägg', number: true, cell: (n) => String(n.organisations) },
        ],
        needs,
      )}`,
      html`<h2>Bevakningar</h2>${digests.length > 0 ? '' : html`<p>Registret har inga öppna ASF.</p>`}${table(
        'En bevakning för varje öppen ASF i registret',
        [
          { head: 'ASF', names: true, cell: (d) => html`<a href="${encodeURI(d.file)}">${clipped(d.name, 200)}</a>` },
          { head: 'Kommun', cell: (d) => shown(d.municipalities.join(', ')) || 'okänd' },
          { head: 'Annonser', number: true, cell: (d) => String(d.alerts) },
        ],
        digests,
      )}`,
      html`<h2>Källor</h2>${table(
        'Varifrån annonserna kommer',
        [
          { head: 'Källa', names: true, cell: (s) => shown(s.label) },
          { head: 'Senast läst', cell: (s) => (s.lastRead ? dayInSwedish(s.lastRead) : 'aldrig') },
          { head: 'Senaste svar', cell: (s) => clipped(s.outcome, 300) },
        ],
        overview.sources,
      )}`,
    ],
  });
}
