import type { CallReading } from '@asf-match/domain';
import { type Said, stated } from './stated.ts';
import type { Statement } from './statements.ts';

const TWO_STAGES =
  /(?<!\p{L})(?:två ?stegs\p{L}*|(?:i|har|omfattar) två steg|steg (?:2|två|ii)|andra steget|etapp 2|two[- ]stages?|two[- ]steps?|2[- ]stages?|second stage|(?:stage|step) (?:2|two|ii)|full proposals?|fullständig(?:a)? ansök\p{L}*|concept notes?|outline proposals?|pre-proposals?|föransökan|idéskiss\p{L}*|skissansök\p{L}*)(?!\p{L})/iu;
/** An outline that is not asked for. */
const NOT_ASKED = /(?<!\p{L})(?:not required|not needed|no need|krävs inte|behövs inte|inte två)(?!\p{L})/iu;
const FULL_ONLY = /^(?:full proposals?)$/iu;
const ONE_STAGE = /(?<!\p{L})(?:single[- ]stage|one[- ]stage|(?:i )?ett(?: enda)? steg|enstegs\p{L}*)(?!\p{L})/iu;
const ROLLING =
  /(?<!\p{L})(?:(?:sök|ansök|skicka|lämna|ta emot|tas emot)\p{L}*[^.;]*(?<!\p{L})löpande|löpande (?:ansök\p{L}*|utlysning\p{L}*|under (?:hela )?året|mottag\p{L}*)|löpande[^.;]*(?:sök|ansök)\p{L}*|året (?:runt|om)|när som helst|ingen sista ansökningsdag|inga fasta ansökningsdatum|öppen tills vidare|rolling|continuous(?:ly)? (?:open|call|basis|applications?)|on a continuous basis|at any time|all year round|throughout the year|no (?:fixed )?(?:deadline|closing date)s?|open-ended)(?!\p{L})/iu;
const NOT_ROLLING =
  /(?<!\p{L})(?:beslut\p{L}*|bedöm\p{L}*|rapport\p{L}*|utbetal\p{L}*|decisions?|evaluat\p{L}*|inte löpande|not (?:on )?a? ?rolling)(?!\p{L})[^.;]*(?:löpande|rolling|continuous)|när som helst (?:avbryta|ändra|stänga)/iu;
const CLOSED =
  /(?<!\p{L})(?:ansökan stängd|(?:utlysningen|ansökningsomgången|ansökan|omgången|ansökningstiden|ansökningsperioden|möjligheten att söka|stödet)(?: för [^.;]{1,20})? (?:är|har|blev)(?: nu| numera)? (?:stängd|stängt|avslutad|avslutats|slut|gått ut|passerat|löpt ut)|status\s*:\s*(?:stängd|avslutad|closed)|(?:call|applications?|fund|programme|scheme|round) (?:is|are|has|have)(?: now| been)? closed|(?:call|round) closed|closed to (?:new )?applications|no longer accept\p{L}*|deadline has (?:now )?passed|tar inte längre emot|inte längre (?:möjligt att )?sök\p{L}*|går inte längre att söka|medlen är slut|utlysningen har stängt|har stängt)(?!\p{L})/iu;
const OTHER_CALL = /(?<!\p{L})(?:förra|föregående|tidigare|previous|last year|första omgången|first round|förra omgången)(?!\p{L})/iu;

/** Stages, running application, and whether the text says that the call is closed. */
export function readManner(text: string, statements: readonly Statement[]): Pick<CallReading, 'stages' | 'rolling' | 'closedInWords'> {
  const where = (pattern: RegExp, not?: RegExp): readonly Said[] => statements.filter((s) => pattern.test(s.text) && !not?.test(s.text));
  const two = statements.filter((s) => TWO_STAGES.test(s.text) && !NOT_ASKED.test(s.text) && !FULL_ONLY.test(TWO_STAGES.exec(s.text)?.[0] ?? ''));
  const one = where(ONE_STAGE);
  const rolling = where(ROLLING, NOT_ROLLING);
  const closed = where(CLOSED, OTHER_CALL);
  return {
    ...(two.length > 0 ? { stages: stated(text, 2, two) } : one.length > 0 && { stages: stated(text, 1, one) }),
    ...(rolling.length > 0 && { rolling: stated(text, true as const, rolling) }),
    ...(closed.length > 0 && { closedInWords: stated(text, true as const, closed) }),
  };
}
