import { momentInSwedish } from '@asf-match/domain';
import type { NeedFacts, Part } from './report.ts';
import { listing, named } from './short-answer.ts';

const AT_MOST = 8;

/**
 * Five to eight questions for a dialogue: the same to everyone, none of them a requirement, none shaped after one
 * supplier (LOU 4 kap. 1 and 2 §§).
 */
export function dialogueQuestions(need: NeedFacts, parts: readonly Part[]): string[] {
  const [first, second] = parts;
  const start = need.plannedStart ? momentInSwedish(need.plannedStart).replace(/^\p{L}+ /u, '') : undefined;
  return [
    'Vilka delar av behovet kan ni utföra själva, och vilka skulle ni vilja utföra tillsammans med någon annan?',
    first && second ? `Vad talar för och emot att det går att lämna anbud på ${named(first.label)} och ${named(second.label)} var för sig?` : undefined,
    'Hur stor volym kan ni ta vid start, och hur kan den växa under avtalstiden?',
    need.places.length > 0
      ? `Hur påverkas ni av att arbetet ska utföras i ${listing(need.places.map((p) => p.replace(/^Hela(?= )/, 'hela')))}?`
      : 'Var kan ni utföra arbetet?',
    start ? `Hur lång tid behöver ni från tilldelning till start, om starten är ${start}?` : 'Hur lång tid behöver ni från tilldelning till start?',
    'Vilka krav i liknande upphandlingar har gjort att ni inte har lämnat anbud?',
    'Hur behöver ersättning och betalning vara utformade för att en mindre verksamhet ska kunna delta?',
    'Hur brukar ni ordna handledning när personer som behöver stöd deltar i arbetet?',
  ]
    .filter((q) => q !== undefined)
    .slice(0, AT_MOST);
}
