import { moneyInSwedish } from '@asf-match/domain';
import type { DraftCheck, Evidence, MatchReport, OrganisationEntry } from '@asf-match/market';
import { type DocumentPart, docxOf } from '../docx/document.ts';
import { MEASURES, NO_PROSE, NOT_JUDGED, placeInSwedish, severityInSwedish } from '../draft-words.ts';
import { clipped, dayInSwedish } from '../text.ts';
import { marketDocument } from './market-document.ts';
import {
  CERTAINTY,
  CHECK_WITH_LAWYER,
  descriptionOf,
  distinct,
  HEADINGS,
  holdsOf,
  LOG_COLUMNS,
  LOG_LAW,
  limitSpan,
  NOBODY,
  NOT_A_RECOMMENDATION,
  needFactsOf,
  OTHER_WAYS,
  registerSentences,
  SAME_QUESTIONS,
  SIGN_ROWS,
  STATE,
} from './words.ts';

const h1 = (text: string): DocumentPart => ({ kind: 'heading', level: 1, text });
const h2 = (text: string): DocumentPart => ({ kind: 'heading', level: 2, text });
const text = (words: string, tone?: 'soft' | 'strong' | 'quote'): DocumentPart => ({ kind: 'text', text: words, ...(tone && { tone }) });

/** A match report as a document that an officer can edit; the same headings and words as the page, without its charts. */
export const matchReportDocx = (report: MatchReport): Promise<Uint8Array> =>
  docxOf(
    {
      title: clipped(report.need.title, 300),
      kind: 'Matchrapport inför marknadsdialog',
      status: report.status,
      madeOn: report.madeOn,
      version: report.version,
    },
    [
      ...(report.example
        ? [
            text(
              'Här används exempel som följer med programmet. Uppgifterna om företag kommer från öppna källor och är obekräftade. De behov och annonser som följer med är påhittade.',
              'soft',
            ),
          ]
        : []),
      h1(HEADINGS.short),
      { kind: 'list', items: report.short },
      h1(HEADINGS.need),
      text(descriptionOf(report.need)),
      { kind: 'facts', rows: needFactsOf(report) },
      ...rules(report),
      ...organisations(report),
      ...marketDocument(report),
      ...parts(report),
      ...draft(report.draft),
      h1(HEADINGS.questions),
      text(SAME_QUESTIONS),
      { kind: 'list', numbered: true, items: report.questions },
      h1(HEADINGS.log),
      text(LOG_LAW),
      {
        kind: 'table',
        caption: 'Vilka som fick samma inbjudan och vad som lämnades ut',
        columns: LOG_COLUMNS.map((head) => ({ head })),
        rows: [1, 2, 3, 4].map(() => ['\n', '', '', '']),
      },
      ...method(report),
    ],
  );

function rules({ limits, reservations, lots, turnover, ladder }: MatchReport): DocumentPart[] {
  return [
    h1(HEADINGS.rules),
    text(CHECK_WITH_LAWYER),
    {
      ...{ kind: 'table', caption: 'Behovets värde och lagens beloppsgränser' },
      columns: [
        { head: 'Gräns', share: 2 },
        { head: 'Belopp', share: 1.3 },
        { head: 'Gäller', share: 1.4 },
        { head: 'Jämfört med behovet', share: 3 },
      ],
      rows: limits.map((l) => [
        `${l.label}\n${l.law}`,
        `${moneyInSwedish(l.limit)}${l.verified ? '' : '\ninte bekräftat'}`,
        limitSpan(l),
        `${l.sentence} Källa: ${l.source}`,
      ]),
    },
    h2('Hur långt räcker marknaden?'),
    {
      ...{ kind: 'table', caption: ladder.note },
      columns: [
        { head: 'Steg', share: 2 },
        { head: 'Läge', share: 1.2 },
        { head: 'Talen bakom', share: 4 },
      ],
      rows: ladder.rungs.map((r) => [`${r.title}\n${r.law}`, holdsOf(r), r.numbers.join(' ')]),
    },
    h2('Delar och krav på omsättning'),
    { kind: 'list', items: [`${lots.facts} ${lots.duty} ${lots.law}.`, `Mening att fylla i: ${lots.sentence}`, `${turnover} LOU 14 kap. 4 §.`] },
    h2('Tre sätt att reservera enligt lagen'),
    ...reservations.flatMap((route): DocumentPart[] => [
      { kind: 'heading', level: 3, text: `${route.law}: ${route.title}` },
      {
        ...{ kind: 'table', caption: 'Villkoren i korthet, och vad som är känt' },
        columns: [
          { head: 'Villkor', share: 4 },
          { head: 'Läge', share: 1.2 },
          { head: 'Varför', share: 3 },
        ],
        rows: route.conditions.map((c) => [c.text, STATE[c.state], c.because]),
      },
      ...(route.known.length > 0 ? [text(`Känt här: ${route.known.join(' ')}`)] : []),
      text(`Saknas: ${route.missing.join(' ')}`),
    ]),
    text(OTHER_WAYS, 'soft'),
  ];
}

function organisations({ organisations: entries, nearMisses }: MatchReport): DocumentPart[] {
  return [
    h1(HEADINGS.organisations),
    text(NOT_A_RECOMMENDATION, 'soft'),
    ...(entries.length > 0 ? entries.flatMap(entry) : [text(NOBODY)]),
    {
      ...{ kind: 'table', caption: 'Nästan-träffar och varför de inte är med' },
      columns: [{ head: 'Namn', share: 2 }, { head: 'Kommun' }, { head: 'Varför inte', share: 3 }],
      rows: nearMisses.map((n) => [clipped(n.name, 200), n.municipalities.join(', ') || 'okänd', n.why]),
    },
  ];
}

const entry = (o: OrganisationEntry): DocumentPart[] => [
  h2(clipped(o.name, 200)),
  text(`${o.municipalities.join(', ') || 'Kommun okänd'}${o.website ? ` · ${o.website}` : ''}`, 'soft'),
  ...(o.offers ? [text(clipped(o.offers, 1000), 'quote')] : []),
  ...(o.covers.length > 0 ? [text(`Fält i behovet: ${o.covers.join('; ')}.`)] : []),
  text('Belägg:'),
  { kind: 'list', items: o.evidence.map(evidenceLine) },
  ...(o.uncertain.length > 0 ? [text(`Osäkert: ${o.uncertain.join(' ')}`)] : []),
  text(`Källa: ${clipped(o.source, 400)}. Uppgiften är från ${dayInSwedish(o.seen)}.`, 'soft'),
];

/** "Lokalvård: i behovet ”städning”, i registret ”städar”" */
export function evidenceLine({ field, asked, offered }: Evidence): string {
  const sides = [
    asked && `${asked.part === 'cpv' ? 'CPV-kod' : 'i behovet'} ”${clipped(asked.text, 200)}”`,
    offered && `i registret ”${clipped(offered.text, 200)}”`,
  ].filter(Boolean);
  return `${field ? `${field}: ` : ''}${sides.join(', ')}${!offered && field ? ', fältet är angivet i registret' : ''}`;
}

function parts({ parts: found, tasks }: MatchReport): DocumentPart[] {
  return [
    h1(HEADINGS.parts),
    {
      ...{ kind: 'table', caption: 'Behovets fält, som vart och ett kan vara en del' },
      columns: [
        { head: 'Fält', share: 2 },
        { head: 'Hur säkert' },
        { head: 'Ord och koder i behovet', share: 3 },
        { head: 'ASF i länet', number: true },
        { head: 'I registret', number: true },
      ],
      rows: found.map((p) => [p.label, CERTAINTY[p.certainty], distinct(p.quotes).join(', '), String(p.inCounty), String(p.inCountry)]),
    },
    h2('Enklare moment (arbetsdifferentiering)'),
    ...(tasks.length > 0
      ? [text('Momenten kan köpas för sig, eller göra att någon kan anställas hos leverantören (LOU 17 kap. 1 §) eller i den egna verksamheten.')]
      : [text('Inga kända uppgifter nämns i texten.')]),
    {
      ...{ kind: 'table', caption: 'Arbetsuppgifter i behovet och deras enklare moment' },
      columns: [
        { head: 'Uppgift', share: 2 },
        { head: 'Enklare moment', share: 2.5 },
        { head: 'Att tänka på', share: 2 },
        { head: 'Ord i behovet', share: 1.5 },
        { head: 'ASF i länet', number: true },
        { head: 'I registret', number: true },
      ],
      rows: tasks.map((t) => [
        `${t.task}\n${t.label}`,
        t.simpler.join('; '),
        t.note,
        distinct(t.quotes).join(', ') || 'Nämns inte, men brukar ingå.',
        String(t.inCounty),
        String(t.inCountry),
      ]),
    },
  ];
}

function draft(check: DraftCheck | undefined): DocumentPart[] {
  if (!check) return [h1(HEADINGS.draft), text('Inget utkast till upphandlingsdokument har lästs, så hinder och språk är inte kontrollerade.')];
  const { measures } = check;
  return [
    h1(HEADINGS.draft),
    text(NOT_JUDGED, 'soft'),
    ...(check.findings.length === 0 ? [text('Inga hinder hittades.')] : []),
    ...check.findings.flatMap((f): DocumentPart[] => [
      h2(`${f.title} (${severityInSwedish(f.severity)}, ${placeInSwedish(f)})`),
      text(clipped(f.quote.replace(/\s+/g, ' '), 400), 'quote'),
      ...(f.detail ? [text(f.detail, 'strong')] : []),
      {
        kind: 'facts',
        rows: [
          ['Varför', f.why],
          ['Råd', f.advice],
          ['Lagrum', f.law],
        ],
      },
    ]),
    measures
      ? {
          ...{ kind: 'table', caption: 'Mått på språket. Skattade mått är osäkra.' },
          columns: [
            { head: 'Mått', share: 2 },
            { head: 'Utkastet', number: true },
            { head: 'Att tänka på', share: 3 },
          ],
          rows: MEASURES.map((m) => [m.label, m.value(measures), m.hint]),
        }
      : text(NO_PROSE),
  ];
}

function method(report: MatchReport): DocumentPart[] {
  return [
    h1(HEADINGS.method),
    ...registerSentences(report).map((s) => text(s)),
    {
      ...{ kind: 'table', caption: 'Källor' },
      columns: [{ head: 'Källa', share: 2 }, { head: 'Senast läst' }, { head: 'Senaste svar', share: 2 }],
      rows: report.method.sources.map((s) => [s.label, s.lastRead ? dayInSwedish(s.lastRead) : '–', clipped(s.outcome, 300)]),
    },
    h2('Det här har inte kontrollerats'),
    { kind: 'list', items: report.method.notChecked },
    h1(HEADINGS.sign),
    text(`Status: ${report.status}. Rapporten blir allmän handling när den expedieras eller ärendet avslutas.`),
    {
      kind: 'table',
      caption: 'Fylls i av den som använder rapporten',
      columns: [{ head: 'Vad' }, { head: 'Namn och datum', share: 2 }],
      rows: SIGN_ROWS.map((r) => [r, '']),
    },
  ];
}
