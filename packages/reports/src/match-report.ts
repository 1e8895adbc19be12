import { momentInSwedish, moneyInSwedish } from '@asf-match/domain';
import type { EarlierNotice, MatchReport, OrganisationEntry, Part } from '@asf-match/market';
import { html } from 'hono/html';
import { evidence } from './evidence.ts';
import { facts, type Html, list, page, table } from './page.ts';
import { clipped, dayInSwedish, shown, webAddress } from './text.ts';
import { NEED_STATUS } from './words.ts';

/** A match report as one HTML page that can be read on a screen, on a phone and on paper. */
export function matchReportHtml(report: MatchReport): string {
  const { need } = report;
  return page({
    title: need.title,
    kind: 'Matchrapport inför marknadsdialog',
    status: report.status,
    madeOn: report.madeOn,
    version: report.version,
    example: report.example,
    main: [
      short(report),
      needSection(report),
      rules(report),
      organisations(report),
      market(report),
      parts(report),
      barriers(),
      questions(report),
      dialogue(),
      method(report),
    ],
  });
}

const short = ({ short: lines }: MatchReport): Html =>
  html`<section class="short" aria-labelledby="kort"><h2 id="kort">Kort svar</h2>${list(lines.map(shown))}</section>`;

function needSection({ need }: MatchReport): Html {
  const codes = need.cpv.map(({ code, label }) => (label ? `${code} (${label.toLowerCase()})` : code)).join(', ');
  return html`<section aria-labelledby="behov"><h2 id="behov">1. Behovet</h2>
${need.description ? html`<p class="said">${clipped(need.description, 4000)}</p>` : html`<p>Behovet har ingen beskrivning.</p>`}
${facts([
  ['Referens', need.reference && shown(need.reference)],
  ['CPV-kod', codes ? shown(codes) : 'Ingen kod är angiven.'],
  ['Plats', need.places.length > 0 ? shown(need.places.join(', ')) : undefined],
  ['Värde utan moms', need.value && moneyInSwedish(need.value)],
  ['Planerad start', need.plannedStart && momentInSwedish(need.plannedStart)],
  ['Läge', need.status && NEED_STATUS[need.status]],
  ['Hämtat från', shown(originInSwedish(need.origin))],
])}</section>`;
}

/** File and row without the folder, which is the operator's own. */
const originInSwedish = (origin: string): string => origin.replace(/^.*[\\/]/, '').replace(', row ', ', rad ');

function rules({ limits, reservations }: MatchReport): Html {
  return html`<section aria-labelledby="regler"><h2 id="regler">2. Regler att kontrollera</h2>
<p>Uppgifterna är ett stöd. Vad som gäller avgör ni tillsammans med jurist.</p>
${table(
  'Behovets värde och lagens beloppsgränser',
  [
    { head: 'Gräns', names: true, cell: (l) => html`${l.label}<br><span class="meta">${l.law}</span>` },
    { head: 'Belopp', cell: (l) => html`${moneyInSwedish(l.limit)}${l.verified ? '' : html`<br><span class="meta">inte bekräftat</span>`}` },
    { head: 'Gäller', cell: (l) => (l.to ? `${dayInSwedish(l.from)} till ${dayInSwedish(l.to)}` : `från ${dayInSwedish(l.from)}`) },
    { head: 'Jämfört med behovet', cell: (l) => html`${l.sentence}<br><span class="meta">Källa: ${shown(l.source)}</span>` },
  ],
  limits,
)}
<h3>Tre sätt att reservera enligt lagen</h3>
${reservations.map(
  (route) => html`<details><summary>${route.law}: ${route.title.toLowerCase()}</summary>
<p>Villkor i korthet:</p>${list(route.conditions.map((c) => `${c.text} ${c.because}`))}<p>Känt här:</p>${list(route.known)}<p>Saknas:</p>${list(route.missing)}</details>`,
)}
<p class="note">Andra vägar som inte är reserverad upphandling: idéburet offentligt partnerskap (IOP) och valfrihetssystem (LOV).</p></section>`;
}

function organisations({ organisations: entries, nearMisses }: MatchReport): Html {
  return html`<section aria-labelledby="asf"><h2 id="asf">3. ASF som arbetar i fältet</h2>
<p class="note">Ordningen är inte en rekommendation. Den visar bara hur tydligt orden i behovet och i registret hör ihop.</p>
${entries.length > 0 ? entries.map(entry) : html`<p>Ingen rad i registret har tydliga belägg för det här behovet. Det betyder inte att ingen kan utföra det.</p>`}
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

function market({ indicators, earlier }: MatchReport): Html {
  const counts = indicators.filter((i) => i.kind === 'value');
  const inField = counts.filter((i) => i.id === 'asf-in-field');
  const byArea = counts.filter((i) => i.id === 'asf-by-area');
  const columns = [
    { head: 'Vad', names: true, cell: (i: (typeof counts)[number]) => shown(i.label) },
    { head: 'Antal', number: true, cell: (i: (typeof counts)[number]) => String(i.value) },
  ];
  return html`<section aria-labelledby="marknad"><h2 id="marknad">4. Marknadsbild</h2>
${inField.length > 0 ? table('Hur många ASF registret har i behovets fält', columns, inField) : html`<p>Behovet har inget fält att räkna på.</p>`}
${table('Var de finns, Stockholms län', [{ ...columns[0], head: 'Kommun' } as (typeof columns)[number], ...columns.slice(1)], byArea)}
${inField.length > 0 ? html`<p class="meta">Antalen är rader i registret, inte kapacitet. Även Samhall och andra företag kan utföra arbetet.</p>` : ''}
<h3>Tidigare och aktuella annonser i samma fält</h3>
${earlier.length > 0 ? table('Fall som finns lagrade här. De är för få för att räknas om till andelar.', earlierColumns, earlier) : html`<p>Inga annonser i fältet finns lagrade här ännu.</p>`}</section>`;
}

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
  { head: 'Publicerad', cell: (e: EarlierNotice) => (e.published ? momentInSwedish({ ...e.published, precision: 'day' }).replace(/^\p{L}+ /u, '') : 'okänt') },
  { head: 'Värde', cell: (e: EarlierNotice) => (e.value ? moneyInSwedish(e.value) : 'ej angivet') },
  { head: 'Anbud', cell: (e: EarlierNotice) => (e.tendersReceived === undefined ? 'okänt' : String(e.tendersReceived)) },
  { head: 'Vinnare', cell: (e: EarlierNotice) => (e.winners.length > 0 ? clipped(e.winners.join(', '), 200) : 'okänd') },
];

const CERTAINTY = { clear: 'tydligt', likely: 'troligt', possible: 'möjligt' } as const;

function parts({ parts: found }: MatchReport): Html {
  return html`<section aria-labelledby="delar"><h2 id="delar">5. Delar som kan köpas för sig</h2>
${
  found.length > 0
    ? html`<p>Behovet rör de här fälten. Fundera på om någon del är enklare och kan lämnas för sig (arbetsdifferentiering).</p>${table<Part>(
        'Behovets delar',
        [
          { head: 'Del', names: true, cell: (p) => p.label },
          { head: 'Hur säkert', cell: (p) => CERTAINTY[p.certainty] },
          { head: 'Ord och koder i behovet', cell: (p) => html`${p.quotes.map((q, i) => html`${i > 0 ? ', ' : ''}<mark>${clipped(q.text, 100)}</mark>`)}` },
          { head: 'ASF i länet', number: true, cell: (p) => String(p.inCounty) },
          { head: 'I registret', number: true, cell: (p) => String(p.inCountry) },
        ],
        found,
      )}`
    : html`<p>Texten pekar inte ut några delar.</p>`
}</section>`;
}

const barriers = (): Html => html`<section aria-labelledby="hinder"><h2 id="hinder">6. Hinder i utkastet</h2>
<p>Inget utkast till upphandlingsdokument har lästs, så hinder och språk är inte kontrollerade.</p></section>`;

const questions = ({ questions: asked }: MatchReport): Html => html`<section aria-labelledby="fragor"><h2 id="fragor">7. Förslag till frågor inför dialogen</h2>
<p>Ställ samma frågor till alla och samtidigt. Svar ger ingen fördel eller nackdel i en kommande upphandling.</p><ol>${asked.map((q) => html`<li>${shown(q)}</li>`)}</ol></section>`;

const dialogue = (): Html => html`<section aria-labelledby="logg"><h2 id="logg">8. Dialoglogg att fylla i</h2>
<p>Om någon har deltagit i förberedelserna ska övriga få de upplysningar som har betydelse (LOU 4 kap. 8 §).</p>
<div class="scroll" role="region" aria-label="Dialoglogg" tabindex="0"><table class="fill"><caption>Vilka som fick samma inbjudan och vad som lämnades ut</caption>
<thead><tr>${['Datum', 'Inbjudna', 'Svarade', 'Upplysningar av betydelse'].map((h) => html`<th scope="col">${h}</th>`)}</tr></thead>
<tbody>${[1, 2, 3].map(() => html`<tr><td></td><td></td><td></td><td></td></tr>`)}</tbody></table></div></section>`;

function method({ method: m, madeOn, version }: MatchReport): Html {
  return html`<section aria-labelledby="metod"><h2 id="metod">9. Så gjordes rapporten</h2>
<p>Rapporten gjordes ${dayInSwedish(madeOn)} med asf-match ${version}. Behovets ord och koder jämförs med en katalog över 57 fält, och fälten med det som företagen själva eller källorna säger.</p>
<p>Registret har ${m.register.rows} rader. ${m.register.unverified} öppna rader är obekräftade, ${m.register.old} är äldre än tolv månader och ${m.register.closed} är stängda.</p>
${table(
  'Källor för annonser',
  [
    { head: 'Källa', names: true, cell: (s) => shown(s.label) },
    { head: 'Senast läst', cell: (s) => (s.lastRead ? dayInSwedish(s.lastRead) : 'aldrig') },
    { head: 'Senaste svar', cell: (s) => clipped(s.outcome, 300) },
  ],
  m.sources,
)}
<h3>Det här har inte kontrollerats</h3>${list(m.notChecked)}</section>`;
}
