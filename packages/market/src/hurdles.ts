import { type Barrier, type Deadline, isPast, type Match, type Notice } from '@asf-match/domain';
import { checkDraft } from './draft/check-draft.ts';

/** Fewer days than this are short for a first tender. */
const SHORT = 14;
const LANGUAGES: Readonly<Record<string, string>> = { en: 'engelska', fi: 'finska', da: 'danska', nb: 'norska', no: 'norska', de: 'tyska' };

/** Longer texts are boilerplate more than they are the purchase. */
const MOST_READ = 40_000;
const MOST_DEMANDS = 3;
const LONGEST_QUOTE = 160;

/**
 * What the notice demands that may shut small suppliers out, in its own words, worst first: the barriers of the draft check
 * that are more than slight. The last day is known better than from the text.
 */
export function demandsOf(notice: Notice, barriers: readonly Barrier[]): string[] {
  if (notice.language !== 'sv') return [];
  const text = [notice.description ?? '', ...notice.lots.map((lot) => lot.description ?? '')].join('\n\n').slice(0, MOST_READ);
  const worse = barriers.filter((b) => b.severity > 1 && b.id !== 'tid.kort');
  const { findings } = checkDraft({ text, format: 'text', pageStarts: [] }, worse, { file: '', madeOn: '', version: '' });
  // One sentence may be two demands; it is quoted once, for the worst.
  const quotedOnce = findings.filter((f, i) => findings.findIndex((g) => g.quote === f.quote) === i);
  return quotedOnce.slice(0, MOST_DEMANDS).map(({ title, quote }) => `${title}. Det står: ”${shortened(quote)}”`);
}

function shortened(quote: string): string {
  const words = quote.replace(/\s+/g, ' ');
  return words.length <= LONGEST_QUOTE ? words : `${words.slice(0, words.lastIndexOf(' ', LONGEST_QUOTE))} …`;
}

/**
 * What may be hard for a small supplier, as the notice itself shows it, in short Swedish sentences, hardest first. What the
 * tender documents demand is not known here.
 * @param demands see demandsOf
 * @param now ISO instant
 */
export function hurdlesOf(notice: Notice, match: Match | undefined, deadlines: readonly Deadline[], demands: readonly string[], now: string): string[] {
  const said: string[] = [];
  const next = deadlines.find((d) => !isPast(d.at, now));
  const days = next && Math.floor((Date.parse(next.at.instant) - Date.parse(now)) / 86_400_000);
  if (days !== undefined && days < SHORT)
    said.push(days === 0 ? 'Det är bråttom: sista dag är i dag.' : `Det är kort om tid: ${days === 1 ? 'en dag' : `${days} dagar`} kvar.`);
  if (match?.reasons.some((r) => r.rule === 'size')) said.push('Jobbet är större än vad ni har sagt att ni klarar på ett år.');
  if (notice.language !== 'sv') said.push(`Texten är på ${LANGUAGES[notice.language] ?? 'ett annat språk'}.`);
  if (next?.for === 'requests') said.push('Ni ansöker först. Sedan väljer köparen vilka som får lämna anbud.');
  if (match?.reasons.some((r) => r.rule === 'place' && r.weight < 0)) said.push('Jobbet ligger på en annan ort än er.');
  said.push(...demands);
  if (notice.lots.length <= 1 && notice.formType === 'competition') said.push('Jobbet är inte delat i mindre delar. Ni kan lämna anbud ihop med andra.');
  return said;
}
