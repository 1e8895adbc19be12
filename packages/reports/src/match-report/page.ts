import type { MatchReport } from '@asf-match/market';
import { html } from 'hono/html';
import { findings, measures } from '../draft-page.ts';
import { NOT_JUDGED } from '../draft-words.ts';
import { facts, type Html, list, page, table } from '../page.ts';
import { clipped, dayInSwedish, shown } from '../text.ts';
import { market } from './market.ts';
import { organisations } from './organisations.ts';
import { parts } from './parts.ts';
import { rules } from './rules.ts';
import { descriptionOf, HEADINGS, LOG_COLUMNS, LOG_LAW, needFactsOf, registerSentences, SAME_QUESTIONS, SIGN_ROWS } from './words.ts';

/** A match report as one HTML page that can be read on a screen, on a phone and on paper; printed, its first page stands alone. */
export async function matchReportHtml(report: MatchReport): Promise<string> {
  return page({
    title: report.need.title,
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
      await market(report),
      parts(report),
      draft(report),
      questions(report),
      log(),
      method(report),
      sign(report),
    ],
  });
}

const short = ({ short: lines }: MatchReport): Html =>
  html`<section class="short" aria-labelledby="kort"><h2 id="kort">${HEADINGS.short}</h2>${list(lines.map(shown))}</section>`;

const needSection = (report: MatchReport): Html => html`<section aria-labelledby="behov"><h2 id="behov">${HEADINGS.need}</h2>
<p class="said">${descriptionOf(report.need)}</p>${facts(needFactsOf(report))}</section>`;

function draft({ draft: check }: MatchReport): Html {
  return html`<section aria-labelledby="hinder"><h2 id="hinder">${HEADINGS.draft}</h2>
${
  check
    ? html`<p>Utkastet ${clipped(check.file.replace(/^.*[\\/]/, ''), 200)} är läst. ${NOT_JUDGED}</p>${findings(check, 'h3')}${measures(check, undefined, 'h3')}`
    : html`<p>Inget utkast till upphandlingsdokument har lästs, så hinder och språk är inte kontrollerade. Gör om rapporten med utkastet när det finns.</p>`
}</section>`;
}

const questions = ({ questions: asked }: MatchReport): Html => html`<section aria-labelledby="fragor"><h2 id="fragor">${HEADINGS.questions}</h2>
<p>${SAME_QUESTIONS}</p><ol>${asked.map((q) => html`<li>${shown(q)}</li>`)}</ol></section>`;

const log = (): Html => html`<section aria-labelledby="logg"><h2 id="logg">${HEADINGS.log}</h2>
<p>${LOG_LAW}</p>
<div class="scroll" role="region" aria-label="Dialoglogg" tabindex="0"><table class="fill"><caption>Vilka som fick samma inbjudan och vad som lämnades ut</caption>
<thead><tr>${LOG_COLUMNS.map((h) => html`<th scope="col">${h}</th>`)}</tr></thead>
<tbody>${[1, 2, 3].map(() => html`<tr><td></td><td></td><td></td><td></td></tr>`)}</tbody></table></div></section>`;

function method(report: MatchReport): Html {
  const { method: m } = report;
  return html`<section aria-labelledby="metod"><h2 id="metod">${HEADINGS.method}</h2>
${registerSentences(report).map((s) => html`<p>${s}</p>`)}
${table(
  'Källor',
  [
    { head: 'Källa', names: true, cell: (s) => shown(s.label) },
    { head: 'Senast läst', cell: (s) => (s.lastRead ? dayInSwedish(s.lastRead) : '–') },
    { head: 'Senaste svar', cell: (s) => clipped(s.outcome, 300) },
  ],
  m.sources,
)}
<h3>Det här har inte kontrollerats</h3>${list(m.notChecked)}</section>`;
}

const sign = ({ status }: MatchReport): Html => html`<section aria-labelledby="ansvar"><h2 id="ansvar">${HEADINGS.sign}</h2>
<p>Status: ${status}. Rapporten blir allmän handling när den expedieras eller ärendet avslutas.</p>
<div class="scroll" role="region" aria-label="Ansvarig" tabindex="0"><table class="fill"><caption>Fylls i av den som använder rapporten</caption>
<thead><tr><th scope="col">Vad</th><th scope="col">Namn och datum</th></tr></thead>
<tbody>${SIGN_ROWS.map((r) => html`<tr><th scope="row">${r}</th><td></td></tr>`)}</tbody></table></div></section>`;
