import type { MatchReport, Part, TaskSplit } from '@asf-match/market';
import { html } from 'hono/html';
import { type Html, table } from '../page.ts';
import { clipped } from '../text.ts';
import { CERTAINTY, distinct, HEADINGS } from './words.ts';

const quotes = (list: Part['quotes']): Html => html`${distinct(list).map((q, i) => html`${i > 0 ? ', ' : ''}<mark>${clipped(q, 100)}</mark>`)}`;

/** Section 5: the fields of the need, and its tasks with simpler parts, for buying and for employing. */
export function parts({ parts: found, tasks }: MatchReport): Html {
  return html`<section aria-labelledby="delar"><h2 id="delar">${HEADINGS.parts}</h2>
${
  found.length > 0
    ? table<Part>(
        'Behovets fält, som vart och ett kan vara en del',
        [
          { head: 'Fält', names: true, cell: (p) => p.label },
          { head: 'Hur säkert', cell: (p) => CERTAINTY[p.certainty] },
          { head: 'Ord och koder i behovet', cell: (p) => quotes(p.quotes) },
          { head: 'ASF i länet', number: true, cell: (p) => String(p.inCounty) },
          { head: 'I registret', number: true, cell: (p) => String(p.inCountry) },
        ],
        found,
      )
    : html`<p>Texten pekar inte ut några fält.</p>`
}
<h3>Enklare moment (arbetsdifferentiering)</h3>
${
  tasks.length > 0
    ? html`<p>Momenten kan <strong>köpas</strong> för sig, som en egen del av upphandlingen. De kan också göra att någon kan <strong>anställas</strong>: hos leverantören som villkor i kontraktet (LOU 17 kap. 1 §), eller i den egna verksamheten.</p>
${table<TaskSplit>(
  'Arbetsuppgifter i behovet och deras enklare moment',
  [
    { head: 'Uppgift', names: true, cell: (t) => html`${t.task}<br><span class="meta">${t.label}</span>` },
    { head: 'Enklare moment', cell: (t) => t.simpler.join('; ') },
    { head: 'Att tänka på', cell: (t) => t.note },
    { head: 'Ord i behovet', cell: (t) => (t.quotes.length > 0 ? quotes(t.quotes) : 'Nämns inte, men brukar ingå.') },
    { head: 'ASF i länet', number: true, cell: (t) => String(t.inCounty) },
    { head: 'I registret', number: true, cell: (t) => String(t.inCountry) },
  ],
  tasks,
)}<p class="meta">Indelningen är projektets egen (data/tasks.tsv) och ska prövas mot verksamheten.</p>`
    : html`<p>Inga kända uppgifter nämns i texten.</p>`
}</section>`;
}
