import { type Deadline, isPast, type Match, type Notice } from '@asf-match/domain';

/** Fewer days than this are short for a first tender. */
const SHORT = 14;
const LANGUAGES: Readonly<Record<string, string>> = { en: 'engelska', fi: 'finska', da: 'danska', nb: 'norska', no: 'norska', de: 'tyska' };

/**
 * What may be hard for a small supplier, as the notice itself shows it, in short Swedish sentences, hardest first. What the
 * tender documents demand is not known here.
 * @param now ISO instant
 */
export function hurdlesOf(notice: Notice, match: Match | undefined, deadlines: readonly Deadline[], now: string): string[] {
  const said: string[] = [];
  const next = deadlines.find((d) => !isPast(d.at, now));
  const days = next && Math.floor((Date.parse(next.at.instant) - Date.parse(now)) / 86_400_000);
  if (days !== undefined && days < SHORT)
    said.push(days === 0 ? 'Det är bråttom: sista dag är i dag.' : `Det är kort om tid: ${days === 1 ? 'en dag' : `${days} dagar`} kvar.`);
  if (match?.reasons.some((r) => r.rule === 'size')) said.push('Jobbet är större än vad ni har sagt att ni klarar på ett år.');
  if (notice.language !== 'sv') said.push(`Texten är på ${LANGUAGES[notice.language] ?? 'ett annat språk'}.`);
  if (next?.for === 'requests') said.push('Ni ansöker först. Sedan väljer köparen vilka som får lämna anbud.');
  if (match?.reasons.some((r) => r.rule === 'place' && r.weight < 0)) said.push('Jobbet ligger på en annan ort än er.');
  if (notice.lots.length <= 1 && notice.formType === 'competition') said.push('Jobbet är inte delat i mindre delar. Ni kan lämna anbud ihop med andra.');
  return said;
}
