import type { Stated } from '@asf-match/domain';
import { stated } from './stated.ts';
import type { Statement } from './statements.ts';

const INVITED =
  /(?<!\p{L})(?:(?:endast|enbart|bara|uteslutande)\s+(?:de\s+|(?:två|tre|fyra|fem|sex|\d+)\s+|för\s+|öppen\s+|öppet\s+|särskilt\s+|\p{L}+\s+som\s+(?:är|har|blivit|fått)\s+)*(?:inbjud\p{L}*|en inbjudan|bjudits in)|(?:är|söks|sker|kan sökas|görs)\s+(?:endast|enbart|bara)?\s*(?:efter|på|genom|via)\s+(?:särskild\s+|personlig\s+)?inbjudan|särskilt inbjudna|sluten (?:utlysning|ansökningsomgång|omgång)|(?:by|on|upon|through) invitation(?: only)?|invitation[- ]only|only (?:those |the )?(?:\p{L}+ ){0,6}invited|invited (?:applicants|organisations|organizations|consortia|parties|projects|cities|participants) (?:only|alone|may|can|submit)|restricted (?:call|to invited)|(?:not|inte) (?:an )?open (?:call|to the general public)|have received (?:a |an )?(?:personal )?invitation|har (?:fått|mottagit) (?:en )?(?:\p{L}+ )?inbjudan|closed call (?:for|to) (?:invited|selected))/iu;
/** Being invited to the second stage, or to a meeting, is not this. */
const OTHER_INVITATION =
  /(?:steg 2|steg två|andra steget|fullständig ansökan|gå(?:r|tt)? vidare|second stage|stage 2|stage two|full (?:proposal|application)s? (?:will|are|is)|first stage|informationsmöte|webbinari|seminari|webinar|information (?:session|meeting)|intervju|interview)/iu;

/** Whether only those who have been asked may apply. */
export function readInvitedOnly(text: string, statements: readonly Statement[]): Stated<true> | undefined {
  const said = statements.filter((s) => INVITED.test(s.text) && !OTHER_INVITATION.test(s.text));
  return said.length > 0 ? stated(text, true as const, said) : undefined;
}
