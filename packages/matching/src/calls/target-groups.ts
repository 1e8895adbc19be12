import type { Stated } from '@asf-match/domain';
import { stated } from './stated.ts';
import type { Statement } from './statements.ts';

/** Groups that ASF work with, as people see them, and how calls write them. */
const GROUPS: readonly (readonly [string, RegExp])[] = [
  [
    'långtidsarbetslösa',
    /långtids?arbetslös\p{L}*|långvarigt arbetslös\p{L}*|(?:stått|står) (?:långt (?:ifrån|från)|utanför|länge utanför)[^.;]{0,20}(?:arbetsmarknaden)?|long-term unemployed|long-term unemployment|furthest from the labour market/iu,
  ],
  [
    'arbetslösa',
    /(?<!\p{L})arbetslös(?:a|het|heten|hets\p{L}*)(?!\p{L})|inskrivna (?:på|hos|vid) arbetsförmedlingen|(?<!long-term )(?<!\p{L})unemployed|job ?seekers|arbetssökande/iu,
  ],
  [
    'personer med funktionsnedsättning',
    /funktions(?:nedsättning|variation|hinder)\p{L}*|nedsatt arbetsförmåga|persons? with disabilit\p{L}*|people with disabilit\p{L}*|disabled/iu,
  ],
  ['psykisk ohälsa', /psykisk\p{L}* (?:ohälsa|hälsa|sjukdom|funktions\p{L}*)|mental (?:ill[- ])?health|mental illness/iu],
  [
    'nyanlända och utrikes födda',
    /nyanländ\p{L}*|utrikes född\p{L}*|asylsökande|tredjelandsmedborgare|etablering\p{L}*|migrants?|refugees?|third[- ]country nationals|newcomers|newly arrived/iu,
  ],
  [
    'unga som varken arbetar eller studerar',
    /varken arbetar eller studerar|uvas|NEETs?(?!\p{L})|not in education|unga utanför|unga (?:i|utan) (?:arbete|utanförskap)|young people (?:outside|furthest)|unga arbetslösa|youth unemployment/u,
  ],
  ['unga', /(?<!\p{L})(?:unga|ungdomar|ungdom|young people|youth)(?!\p{L})/iu],
  ['kvinnor', /(?<!\p{L})(?:kvinnor|women)(?!\p{L})/iu],
  ['personer med missbruk eller beroende', /missbruk\p{L}*|beroende(?:problematik|sjukdom)|addiction|substance (?:use|abuse)/iu],
  [
    'personer med erfarenhet av kriminalitet',
    /kriminalvård\p{L}*|kriminell\p{L}*|kriminalitet|tidigare dömda|ex-offenders?|former (?:prisoners|inmates)|prison/iu,
  ],
  ['hemlösa', /hemlös\p{L}*|homeless\p{L}*/iu],
  ['sjukskrivna', /sjukskriv\p{L}*|sjukersättning|aktivitetsersättning|sick leave|rehabilitering/iu],
];

/** The groups that the text names, in the order of this list. */
export function readTargetGroups(text: string, statements: readonly Statement[]): Stated<readonly string[]> | undefined {
  const found = GROUPS.flatMap(([name, pattern]) => {
    const said = statements.find((s) => pattern.test(s.text));
    return said ? [{ name, said }] : [];
  });
  return found.length > 0
    ? stated(
        text,
        found.map((f) => f.name),
        found.map((f) => f.said),
      )
    : undefined;
}
