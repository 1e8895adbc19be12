import type { Stated } from '@asf-match/domain';
import { type Actor, actorsIn } from './actors.ts';
import { stated } from './stated.ts';
import type { Statement } from './statements.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  ...{ en: 1, ett: 1, två: 2, tre: 3, fyra: 4, fem: 5, sex: 6, sju: 7, åtta: 8, nio: 9, tio: 10 },
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
};
const NUMBER = `(?<n>\\d{1,2}|${Object.keys(NUMBERS).join('|')})`;
const PARTNERS =
  '(?:(?:olika|skilda|oberoende|självständiga|juridiska|samverkande|deltagande|projekt|independent|different|distinct|legal|eligible|separate|partner)\\s+)*(?:projekt|samverkans|samarbets|konsortie)?(?:part(?:er|ners?)?|organisation(?:er|s)?|organizations?|aktörer|sökande|applicants?|entit(?:y|ies)|partners?|beneficiar(?:y|ies)|medlemmar|members|juridiska personer|legal entities|institutions|verksamheter|länder|countries)';
const LEAST = [
  new RegExp(`(?:minst|minimum|at least)\\s+${NUMBER}\\s+(?:och|and|,)\\s+(?:högst|maximum|max|at most)\\s+\\p{L}*\\d*\\s*${PARTNERS}(?!\\p{L})`, 'iu'),
  new RegExp(`(?:the minimum is|minimum number of \\p{L}+(?: is|:)|minsta antal(?:et)? \\p{L}+(?: är|:))\\s+${NUMBER}(?!\\p{L})`, 'iu'),
  new RegExp(
    `(?:minst|åtminstone|lägst|minimum|at least|a minimum of|no fewer than|not less than|at the very least)\\s+${NUMBER}\\s+${PARTNERS}(?!\\p{L})`,
    'iu',
  ),
  new RegExp(`(?<!\\p{L})${NUMBER}\\s+${PARTNERS}\\s+(?:at (?:the very )?least|eller fler|or more|krävs|som minst|minst)`, 'iu'),
  new RegExp(
    `(?:partnerskap|konsorti(?:um|et)|consortium|partnership|projektgrupp|konstellation(?:en)?)\\s+(?:om|med|av|of|with|consisting of|ska bestå av|must consist of|must include)\\s+(?:minst|at least)?\\s*${NUMBER}\\s+${PARTNERS}(?!\\p{L})`,
    'iu',
  ),
];
const NOT_PARTNERS = /(?:länder|countries|år|years)$/iu;

/** The lowest number of parties that a project must have. Countries count no parties. */
export function readPartnersMin(text: string, statements: readonly Statement[]): Stated<number> | undefined {
  for (const statement of statements) {
    for (const pattern of LEAST) {
      const match = pattern.exec(statement.text);
      const number = match?.groups?.n?.toLowerCase();
      if (!match || !number || NOT_PARTNERS.test(match[0])) continue;
      const value = NUMBERS[number] ?? Number(number);
      if (value > 1) return stated(text, value, [statement]);
    }
  }
  return undefined;
}

const PUBLIC_KINDS: ReadonlySet<Actor['kind']> = new Set(['kommun', 'region', 'offentlig aktör', 'statlig myndighet']);
const ONE_OF_THEM =
  /(?:varav|av vilka|där|däribland|inklusive|minst|åtminstone|at least|of which|one of (?:which|them|whom)|including|must include|ska innehålla|ska omfatta|in which|must involve|must be a|krävs (?:att )?(?:en|minst))/iu;
const MUST =
  /(?:(?:ska|måste|skall|krävs|krav på|förutsätter|obligatorisk|must|shall|required|requires?|mandatory|has to|have to|needs? to)[^.;]*(?:samverkan|samverka|samarbete|tillsammans|partner|part|partnership|cooperation|collaboration|together|involve|include|ingå|delta|medverka)|(?:samverkan|samarbete|partnership|cooperation|collaboration)[^.;]*(?:krävs|obligatorisk|är ett krav|is required|is mandatory))/iu;
const OPTIONAL = /(?<!\p{L})(?:kan|får|gärna|möjlig|may|can|could|optional|encouraged|uppmuntra\w*|välkom\w*|inte|not)(?!\p{L})/iu;
const ONE_PUBLIC =
  /(?:minst|åtminstone|varav|av vilka|at least|of which|one of (?:which|them|whom))\s+(?:minst\s+|at least\s+)?(?:en|ett|one|1)?\s*(?:av dem|av parterna|of them|of which|of whom|(?:projekt|samverkans)?part(?:en|ner)?|organisation|organization|aktör|sökande|applicant|member|beneficiary|medlem)?\s*(?:ska|måste|är|must|shall|should|is|has to)?\s*(?:vara|be)?\s*(?:en|ett|a|an)?\s*(?:offentlig|kommun|region|public|municipal|local|city|statlig|myndighet)/iu;

/** Whether the parties must include a public one. */
export function readPublicPartner(text: string, statements: readonly Statement[]): Stated<true> | undefined {
  const said = statements.filter((s) => {
    if (/(?<!\p{L})(?:inget krav|no requirement|not required|krävs inte)(?!\p{L})/iu.test(s.text)) return false;
    if (ONE_PUBLIC.test(s.text)) return true;
    if (!actorsIn(s.text).some((a) => PUBLIC_KINDS.has(a.kind))) return false;
    return (
      !OPTIONAL.test(s.text) &&
      MUST.test(s.text) &&
      (ONE_OF_THEM.test(s.text) ||
        /(?:tillsammans|samverka\w*|samarbet\w*|together|partner\w*|cooperation|collaboration|in partnership) (?:med|with)[^.;]*(?:kommun|offentlig|region|municipal|public|authorit|cit(?:y|ies))/iu.test(
          s.text,
        ))
    );
  });
  return said.length > 0 ? stated(text, true as const, said) : undefined;
}
