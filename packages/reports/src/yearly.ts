import type { YearFigure, YearlyReport } from '@asf-match/market';
import { html } from 'hono/html';
import { type DocumentPart, docxOf } from './docx/document.ts';
import { type Html, list, page, table } from './page.ts';
import { clipped, dayInSwedish } from './text.ts';

const kronor = new Intl.NumberFormat('sv-SE');
const amountOf = ({ value, of }: YearFigure): string =>
  value === null ? 'uppgift saknas' : of === 0 ? 'inga' : of === undefined ? kronor.format(value) : `${kronor.format(value)} av ${kronor.format(of)}`;
const titleOf = ({ year }: YearlyReport): string => `Arbetsintegrerande sociala företag ${year}`;
const KIND = 'Årlig rapport till nämnden';

/** What a reader must know before any figure. */
const introduction = ({ year, madeOn, example }: YearlyReport): string[] => [
  `Rapporten följer planens aktiviteter. Siffrorna är räknade ur systemets databas ${dayInSwedish(madeOn)} och gäller ${year} om inget annat sägs.`,
  'Rutor som är tomma fyller ni i: det som systemet inte ser, som hur många som kom till en dialog.',
  ...(example ? ['Inget eget register har lästs in. Därför saknas alla siffror om registret.'] : []),
];
const RECOUNT = 'Alla siffror kan räknas om. Kommandot asf-match export skriver ut varje rad i databasen; här står vilka rader som räknades.';

const recount = ({ activities }: YearlyReport): readonly (readonly [string, string, string])[] =>
  activities.flatMap((a) => a.figures.map((f) => [f.label, amountOf(f), f.method] as const));

/** The yearly report as a page. */
export function yearlyHtml(report: YearlyReport): string {
  return page({
    title: titleOf(report),
    kind: KIND,
    status: 'arbetsmaterial',
    madeOn: report.madeOn,
    version: report.version,
    example: false,
    main: [
      html`<section class="short" aria-labelledby="kort"><h2 id="kort">Om rapporten</h2>${list(introduction(report))}</section>`,
      ...report.activities.map(activity),
      sources(report),
      html`<section aria-labelledby="om"><h2 id="om">Så räknas siffrorna om</h2><p>${RECOUNT}</p>${table(
        'Vad varje siffra är räknad på',
        [
          { head: 'Siffra', names: true, cell: ([label]) => label },
          { head: 'Värde', number: true, cell: ([, value]) => value },
          { head: 'Räknad på', cell: ([, , method]) => method },
        ],
        recount(report),
      )}</section>`,
    ],
  });
}

function activity({ title, figures, fillIn }: YearlyReport['activities'][number], index: number): Html {
  return html`<section aria-labelledby="a${index + 1}"><h2 id="a${index + 1}">${index + 1}. ${title}</h2>
${table(
  `Siffror till aktivitet ${index + 1}`,
  [
    { head: 'Vad', names: true, cell: (f) => f.label },
    { head: 'Antal', number: true, cell: amountOf },
  ],
  figures,
)}
${fillIn.map(
  (question) =>
    html`<p>${question}</p><div class="scroll" role="region" aria-label="${question}" tabindex="0"><table class="fill"><caption>Svar</caption><tbody><tr><td></td></tr></tbody></table></div>`,
)}</section>`;
}

const sources = ({ sources: read }: YearlyReport): Html => html`<section aria-labelledby="kallor"><h2 id="kallor">Källor</h2>
${read.length === 0 ? html`<p>Inga källor är inlästa.</p>` : ''}${table(
  'Vad siffrorna kommer ifrån',
  [
    { head: 'Källa', names: true, cell: (s) => clipped(s.label, 200) },
    { head: 'Inläst', cell: (s) => dayInSwedish(s.read) },
  ],
  read,
)}</section>`;

/** The same as an editable document. */
export function yearlyDocx(report: YearlyReport): Promise<Uint8Array> {
  const parts: DocumentPart[] = [
    { kind: 'list', items: introduction(report) },
    ...report.activities.flatMap(({ title, figures, fillIn }, index): DocumentPart[] => [
      { kind: 'heading', level: 1, text: `${index + 1}. ${title}` },
      {
        kind: 'table',
        caption: `Siffror till aktivitet ${index + 1}`,
        columns: [
          { head: 'Vad', share: 3 },
          { head: 'Antal', number: true },
        ],
        rows: figures.map((f) => [f.label, amountOf(f)]),
      },
      ...fillIn.flatMap((text): DocumentPart[] => [
        { kind: 'text', text },
        { kind: 'table', caption: 'Fyll i här', columns: [{ head: 'Svar' }], rows: [['\n\n']] },
      ]),
    ]),
    { kind: 'heading', level: 1, text: 'Källor' },
    {
      kind: 'table',
      caption: 'Vad siffrorna kommer ifrån',
      columns: [{ head: 'Källa', share: 3 }, { head: 'Inläst' }],
      rows: report.sources.map((s) => [s.label, dayInSwedish(s.read)]),
    },
    { kind: 'heading', level: 1, text: 'Så räknas siffrorna om' },
    { kind: 'text', text: RECOUNT },
    {
      kind: 'table',
      caption: 'Vad varje siffra är räknad på',
      columns: [
        { head: 'Siffra', share: 3 },
        { head: 'Värde', number: true, share: 1.5 },
        { head: 'Räknad på', share: 4 },
      ],
      rows: recount(report),
    },
  ];
  return docxOf({ title: titleOf(report), kind: KIND, status: 'arbetsmaterial', madeOn: report.madeOn, version: report.version }, parts);
}
