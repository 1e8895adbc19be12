import type { Finding } from '@asf-match/domain';
import { moneyInSwedish } from '@asf-match/domain';
import type { DraftCheck, DraftComparison } from '@asf-match/market';
import { MEASURES, NO_PROSE, NOT_JUDGED, placeInSwedish, severityInSwedish } from './draft-words.ts';
import { clipped } from './text.ts';

const QUOTED = 300;

/** A draft check as Swedish plain text for a terminal. */
export function draftCheckText(check: DraftCheck): string {
  const { findings, leftOut, value } = check;
  const count =
    findings.length === 0 ? 'Inga hinder hittades.' : findings.length === 1 ? 'Ett hinder hittades.' : `${findings.length} hinder visas, värst först.`;
  return `${[
    [
      `Kontroll av ${clipped(check.file, 200)}`,
      count,
      ...(leftOut > 0 ? [`${leftOut} mindre hinder till visas inte.`] : []),
      ...(value ? [valueLine(value)] : []),
    ],
    ...findings.map((f, i) => findingLines(f, i + 1)),
    measureLines(check),
    ...(check.longSentences.length > 0
      ? [['Längsta meningarna', ...check.longSentences.map((s) => `– ${s.words} ord, ${placeInSwedish(s)}: ”${oneLine(s.quote)}”`)]]
      : []),
    [NOT_JUDGED],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const valueLine = (value: NonNullable<DraftCheck['value']>): string =>
  `Upphandlingens värde: ${moneyInSwedish(value)} (${value.from === 'given' ? 'angivet' : 'hämtat ur utkastet'}).`;

function findingLines(finding: Finding, number: number): string[] {
  return [
    `${number}. ${finding.title} (${severityInSwedish(finding.severity)}, ${finding.id})`,
    `   ${placeInSwedish(finding)}: ”${oneLine(finding.quote)}”`,
    ...(finding.also.length > 0 ? [`   Också: ${[...new Set(finding.also.map(placeInSwedish))].join(', ')}`] : []),
    ...(finding.detail ? [`   ${finding.detail}`] : []),
    `   Varför: ${finding.why}`,
    `   Råd: ${finding.advice}`,
    `   Lagrum: ${finding.law}`,
  ];
}

const measureLines = ({ measures }: DraftCheck): string[] =>
  measures ? ['Språket', ...MEASURES.map((m) => `– ${m.label}: ${m.value(measures)}${m.hint ? `. ${m.hint}` : ''}`)] : [NO_PROSE];

/** Two drafts side by side as plain text. */
export function draftComparisonText({ before, after, gone, added, kept }: DraftComparison): string {
  const named = (title: string, findings: readonly Finding[]): string[] =>
    findings.length > 0 ? [title, ...findings.map((f) => `– ${f.title} (${f.id}), ${placeInSwedish(f)}`)] : [`${title} inga`];
  const [old, now] = [before.measures, after.measures];
  return `${[
    [`Före: ${clipped(before.file, 200)}`, `Efter: ${clipped(after.file, 200)}`],
    named('Hinder som är borta:', gone),
    named('Hinder som är nya:', added),
    named('Hinder som är kvar:', kept),
    old && now ? ['Språket, före och efter', ...MEASURES.map((m) => `– ${m.label}: ${m.value(old)} → ${m.value(now)}`)] : [NO_PROSE],
    [NOT_JUDGED],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const oneLine = (quote: string): string => clipped(quote.replace(/\s+/g, ' '), QUOTED);
