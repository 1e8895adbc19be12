import { type Finding, moneyInSwedish } from '@asf-match/domain';
import type { DraftCheck, DraftComparison } from '@asf-match/market';
import { html } from 'hono/html';
import { MEASURES, NO_PROSE, NOT_JUDGED, placeInSwedish, severityInSwedish } from './draft-words.ts';
import { facts, type Html, list, page, table } from './page.ts';
import { clipped } from './text.ts';

/** A draft check as one HTML page. */
export function draftCheckHtml(check: DraftCheck): string {
  return draftPage(check, 'Hinder och språk i ett utkast', [summary(check), findings(check), measures(check)]);
}

/** Two drafts side by side as one HTML page; the later one's findings are shown in full. */
export function draftComparisonHtml(comparison: DraftComparison): string {
  const { before, after, gone, added, kept } = comparison;
  const named = (items: readonly Finding[]): Html | string =>
    items.length > 0 ? list(items.map((f) => `${f.title} (${placeInSwedish(f)})`)) : html`<p>Inga.</p>`;
  return draftPage(after, 'Två utkast jämförda', [
    html`<p>Före: ${clipped(before.file, 200)}. Efter: ${clipped(after.file, 200)}.</p>
<h2>Hinder</h2><h3>Borta</h3>${named(gone)}<h3>Nya</h3>${named(added)}<h3>Kvar</h3>${named(kept)}`,
    measures(after, before),
    findings(after),
  ]);
}

const draftPage = (check: DraftCheck, kind: string, main: readonly Html[]): string =>
  page({
    title: check.file.replace(/^.*[\\/]/, ''),
    kind,
    status: 'arbetsmaterial',
    madeOn: check.madeOn,
    version: check.version,
    example: false,
    main: [...main, html`<p class="note">${NOT_JUDGED}</p>`],
  });

function summary({ findings: found, leftOut, measures: m, value }: DraftCheck): Html {
  const severe = found.filter((f) => f.severity === 3).length;
  return html`<section class="short" aria-labelledby="kort"><h2 id="kort">Kort svar</h2>${list([
    found.length === 0 ? 'Inga hinder hittades.' : `${found.length} hinder visas, varav ${severe} stora.${leftOut > 0 ? ` ${leftOut} mindre visas inte.` : ''}`,
    m ? `LIX är ${MEASURES[0]?.value(m)}. En mening har i medel ${MEASURES[3]?.value(m)} ord.` : NO_PROSE,
    value
      ? `Krav på omsättning är jämförda med värdet ${moneyInSwedish(value)}, ${value.from === 'given' ? 'som ni har angett' : 'som står i utkastet'}.`
      : 'Upphandlingens värde är inte känt, så krav på omsättning är inte jämförda med det.',
  ])}</section>`;
}

/** The findings of a draft, worst first. Also a section of the match report. */
export function findings({ findings: found }: Pick<DraftCheck, 'findings'>, heading: 'h2' | 'h3' = 'h2'): Html {
  const title = found.length === 0 ? 'Inga hinder hittades' : 'Hinder, värst först';
  return html`${heading === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}${found.map((f) => finding(f, heading))}`;
}

function finding(f: Finding, above: 'h2' | 'h3'): Html {
  const title = html`${f.title} <span class="meta">${severityInSwedish(f.severity)}</span>`;
  return html`<article class="entry">${above === 'h2' ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`}
<p class="meta">${placeInSwedish(f)}${f.also.length > 0 ? `, också ${[...new Set(f.also.map(placeInSwedish))].join(', ')}` : ''}</p>
<p><mark>${clipped(f.quote.replace(/\s+/g, ' '), 400)}</mark></p>
${f.detail ? html`<p><strong>${f.detail}</strong></p>` : ''}
${facts([
  ['Varför', f.why],
  ['Råd', f.advice],
  ['Lagrum', f.law],
])}</article>`;
}

/** The measures of a draft, with those of an earlier one beside them. */
export function measures(check: Pick<DraftCheck, 'measures' | 'longSentences'>, before?: Pick<DraftCheck, 'measures'>, heading: 'h2' | 'h3' = 'h2'): Html {
  const m = check.measures;
  const head = heading === 'h2' ? html`<h2>Språket</h2>` : html`<h3>Språket</h3>`;
  if (!m) return html`${head}<p>${NO_PROSE}</p>`;
  const old = before?.measures;
  return html`${head}${table(
    'Mått på språket. Skattade mått bygger på ordens former och är osäkra.',
    [
      { head: 'Mått', names: true, cell: (r) => r.label },
      ...(old ? [{ head: 'Före', number: true, cell: (r: (typeof MEASURES)[number]) => r.value(old) }] : []),
      { head: old ? 'Efter' : 'Utkastet', number: true, cell: (r) => r.value(m) },
      { head: 'Att tänka på', cell: (r) => r.hint },
    ],
    MEASURES,
  )}${check.longSentences.length > 0 ? html`<p>Längsta meningarna:</p>${list(check.longSentences.map((s) => html`${s.words} ord, ${placeInSwedish(s)}: <mark>${clipped(s.quote.replace(/\s+/g, ' '), 400)}</mark>`))}` : ''}`;
}
