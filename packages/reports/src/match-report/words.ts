import { type Moment, momentInSwedish, moneyInSwedish } from '@asf-match/domain';
import type { Condition, MatchReport, NeedFacts, Part, Rung } from '@asf-match/market';
import { clipped, dayInSwedish, shown } from '../text.ts';
import { NEED_STATUS } from '../words.ts';

/** The words that are quoted, each once, whether or not they begin a sentence. */
export const distinct = (quotes: readonly { readonly text: string }[]): string[] =>
  quotes.map((q) => q.text).filter((one, i, all) => all.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === i);

export const NOT_A_RECOMMENDATION = 'Ordningen är inte en rekommendation. Den visar bara hur tydligt orden i behovet och i registret hör ihop.';
export const NOBODY = 'Ingen rad i registret har tydliga belägg för det här behovet. Det betyder inte att ingen kan utföra det.';
export const CERTAINTY: Readonly<Record<Part['certainty'], string>> = { clear: 'tydligt', likely: 'troligt', possible: 'möjligt' };
export const STATE: Readonly<Record<Condition['state'], string>> = { met: 'uppfyllt', 'not-met': 'inte uppfyllt', unknown: 'okänt' };
const HOLDS: Readonly<Record<Rung['holds'], string>> = { yes: 'antalen räcker', no: 'antalen räcker inte', unknown: 'går inte att säga' };
export const holdsOf = ({ id, holds }: Rung): string => (id === 'dialogue' ? 'går alltid' : HOLDS[holds]);
export const OTHER_WAYS =
  'Andra vägar som inte är reserverad upphandling: idéburet offentligt partnerskap (IOP) och valfrihetssystem (LOV). De beräknas inte här.';
export const CHECK_WITH_LAWYER = 'Uppgifterna är ett stöd. Vad som gäller avgör ni tillsammans med jurist.';
export const SAME_QUESTIONS = 'Ställ samma frågor till alla och samtidigt. Svar ger ingen fördel eller nackdel i en kommande upphandling.';
export const LOG_LAW = 'Om någon har deltagit i förberedelserna ska övriga få de upplysningar som har betydelse (LOU 4 kap. 8 §).';
export const LOG_COLUMNS = ['Datum', 'Inbjudna', 'Svarade', 'Upplysningar av betydelse'] as const;
export const SIGN_ROWS = ['Ansvarig för rapporten', 'Granskad av jurist', 'Expedierad (datum och till vem)'] as const;

const LONGEST_DESCRIPTION = 700;

/** The need's own words, without the marks of a draft's headings and the title that stands above already. */
export function descriptionOf({ description, title }: NeedFacts): string {
  const words = description
    .replace(/^#+[ \t]*/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
  const own = words.startsWith(`${title}\n`) ? words.slice(title.length + 1) : words;
  if (!own) return 'Behovet har ingen beskrivning.';
  return own.length > LONGEST_DESCRIPTION ? `${clipped(own, LONGEST_DESCRIPTION)} (Hela texten står i underlaget.)` : shown(own);
}

/** Facts of the need, those that nobody has stated named as such. */
export function needFactsOf({ need }: MatchReport): [string, string][] {
  const codes = need.cpv.map(({ code, label }) => (label ? `${code} (${label.toLowerCase()})` : code)).join(', ');
  return [
    ['Referens', need.reference ? shown(need.reference) : 'ej angiven'],
    ['CPV-kod', codes ? shown(codes) : 'Ingen kod är angiven.'],
    ['Plats', need.places.length > 0 ? shown(need.places.join(', ')) : 'ej angiven'],
    ['Värde utan moms', need.value ? moneyInSwedish(need.value) : 'ej angivet'],
    ['Planerad start', need.plannedStart ? startInSwedish(need.plannedStart) : 'ej angiven'],
    ['Läge', need.status ? NEED_STATUS[need.status] : 'ej angivet'],
    ['Hämtat från', shown(originInSwedish(need.origin))],
  ];
}

/** A planned start is seldom meant to the weekday. */
export const startInSwedish = (start: Moment): string => momentInSwedish(start).replace(/^\p{L}+ /u, '');

/** File and row without the folder, which is the operator's own. */
const originInSwedish = (origin: string): string => origin.replace(/^.*[\\/]/, '').replace(', row ', ', rad ');

export const limitSpan = ({ from, to }: { readonly from: string; readonly to?: string }): string =>
  to ? `${dayInSwedish(from)} till ${dayInSwedish(to)}` : `från ${dayInSwedish(from)}`;

export function registerSentences({ method: { register }, madeOn, version }: MatchReport): string[] {
  return [
    `Rapporten gjordes ${dayInSwedish(madeOn)} med asf-match ${version}. Behovets ord och koder jämförs med en katalog över fält, och fälten med det som företagen själva eller källorna säger.`,
    `Registret har ${register.rows} rader. ${register.unverified} öppna rader är obekräftade, ${register.old} är äldre än tolv månader och ${register.closed} är stängda.`,
  ];
}

/** The heading of each section; those of the draft and the log are numbered as an officer works. */
export const HEADINGS = {
  short: 'Kort svar',
  need: '1. Behovet',
  rules: '2. Regler att kontrollera',
  organisations: '3. ASF som arbetar i fältet',
  market: '4. Marknadsbild',
  parts: '5. Delar och enklare moment',
  draft: '6. Hinder i utkastet',
  questions: '7. Förslag till frågor inför dialogen',
  log: '8. Dialoglogg att fylla i',
  method: '9. Så gjordes rapporten',
  sign: '10. Ansvarig och status',
} as const;
