import type { FieldMonitor, RegisterChange } from '@asf-match/market';
import { html } from 'hono/html';
import { facts, type Html, list, page, table } from './page.ts';
import { clipped, dayInSwedish, shown } from './text.ts';

const KIND: readonly (readonly [RegisterChange['kind'], string])[] = [
  ['new', 'Nya'],
  ['closed', 'Stängda'],
  ['reopened', 'Öppna igen'],
  ['changed', 'Ändrade'],
  ['confirmed', 'Bekräftade på nytt, i övrigt oförändrade'],
  ['gone', 'Finns inte längre i registret. Det betyder inte att de har stängt'],
];

/** The fields of the register's ASF as a page: what is where, what has changed, what is old. */
export function fieldMonitorHtml(monitor: FieldMonitor): string {
  return page({
    title: 'Områden där ASF arbetar',
    kind: 'Omvärldsbevakning',
    status: 'arbetsmaterial',
    madeOn: monitor.madeOn,
    version: monitor.version,
    example: monitor.example,
    main: [summary(monitor), fields(monitor), changes(monitor), old(monitor), sources(monitor)],
  });
}

function summary({ register, municipalities, fields: found, empty }: FieldMonitor): Html {
  return html`<section class="short" aria-labelledby="kort"><h2 id="kort">Kort svar</h2>${list([
    `Registret har ${register.open} öppna ASF i ${municipalities.filter((m) => m.known).length} kommuner. De arbetar i ${found.length} av ${found.length + empty.length} fält.`,
    `${register.old} av de öppna uppgifterna är äldre än tolv månader. ${register.closed} rader är stängda.`,
    register.withoutField > 0 ? `${register.withoutField} öppna rader säger inte tydligt vad de arbetar med.` : 'Alla öppna rader har minst ett fält.',
    'En rad är en organisation, oavsett storlek. Antalen säger inget om kapacitet.',
  ])}</section>`;
}

function fields({ fields: found, empty, municipalities }: FieldMonitor): Html {
  return html`<section aria-labelledby="falt"><h2 id="falt">Fält, kommun och antal</h2>
${table(
  'Öppna ASF efter fält och kommun. Den som arbetar i flera fält eller kommuner räknas i varje.',
  [
    { head: 'Fält', names: true, cell: (f) => html`${f.label}<br><span class="meta">${f.group}</span>` },
    { head: 'Antal', number: true, cell: (f) => String(f.count) },
    { head: 'Varav äldre än tolv månader', number: true, cell: (f) => String(f.old) },
    { head: 'Kommuner', cell: (f) => shown(f.places.map((p) => `${p.name} ${p.count}`).join(', ')) },
  ],
  found,
)}
${empty.length > 0 ? html`<h3>Fält utan någon känd ASF</h3><p>${empty.join('; ')}.</p>` : ''}
${table(
  'Öppna ASF efter kommun',
  [
    { head: 'Kommun', names: true, cell: (m) => shown(m.name) },
    { head: 'Antal', number: true, cell: (m) => String(m.count) },
  ],
  municipalities,
)}</section>`;
}

function changes({ since }: FieldMonitor): Html {
  if (!since) {
    return html`<section aria-labelledby="nytt"><h2 id="nytt">Nytt sedan sist</h2>
<p>Registret har bara lästs in en gång, så det finns inget att jämföra med ännu.</p></section>`;
  }
  const of = (kind: RegisterChange['kind']) => since.changes.filter((c) => c.kind === kind);
  return html`<section aria-labelledby="nytt"><h2 id="nytt">Nytt sedan ${dayInSwedish(since.taken.slice(0, 10))}</h2>
${facts(KIND.map(([kind, label]) => [label, String(of(kind).length)] as const))}
${KIND.filter(([kind]) => kind !== 'confirmed').map(([kind, label]) =>
  table(
    label,
    [
      { head: 'Namn', names: true, cell: (c) => clipped(c.name, 200) },
      { head: 'Kommun', cell: (c) => shown(c.municipalities.join(', ')) || 'okänd' },
      ...(kind === 'changed' ? [{ head: 'Vad', cell: (c: RegisterChange) => c.what.join(', ') }] : []),
    ],
    of(kind),
  ),
)}</section>`;
}

const old = ({ old: rows }: FieldMonitor): Html => html`<section aria-labelledby="gamla"><h2 id="gamla">Uppgifter äldre än tolv månader</h2>
${rows.length > 0 ? html`<p>De här raderna behöver bekräftas innan någon litar på dem.</p>` : html`<p>Inga öppna rader är äldre än tolv månader.</p>`}
${table(
  'Gamla rader, äldst först',
  [
    { head: 'Namn', names: true, cell: (o) => clipped(o.name, 200) },
    { head: 'Kommun', cell: (o) => shown(o.municipalities.join(', ')) || 'okänd' },
    { head: 'Uppgiften är från', cell: (o) => dayInSwedish(o.seen) },
    { head: 'Källa', cell: (o) => clipped(o.source, 120) },
  ],
  rows,
)}</section>`;

const sources = ({ sources: rows, madeOn }: FieldMonitor): Html => html`<section aria-labelledby="kallor"><h2 id="kallor">Så gjordes sammanställningen</h2>
<p>Alla rader i registret räknades ${dayInSwedish(madeOn)}. Fält är de som någon har fört in och de som verksamhetens egna ord tydligt pekar på. Att en rad saknas i en källa räknas aldrig som att verksamheten har stängt.</p>
${table(
  'Varifrån raderna kommer',
  [
    { head: 'Källa', names: true, cell: (s) => clipped(s.source, 200) },
    { head: 'Rader', number: true, cell: (s) => String(s.rows) },
  ],
  rows,
)}</section>`;
