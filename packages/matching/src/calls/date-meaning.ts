/** What a date in a call is for. */
export type DateMeaning = 'opens' | 'closes' | 'period' | 'other';

/** Dates of the project and of what else happens, which open and close nothing. */
const OTHER =
  'beslut\\p{L}*|projektstart\\p{L}*|projektperiod\\p{L}*|projekttid\\p{L}*|projektslut|start(?:a|ar|as)?(?: av)? (?:tidigast|senast|projekt\\p{L}*)|startdatum för projekt\\p{L}*|påbörja\\p{L}*|börja(?:r|s)?|pågå\\p{L}*|genomför\\p{L}*|avslutad\\p{L}*|avslutas|\\p{L}*redovis\\p{L}*|\\p{L}*rapport\\p{L}*|informationsmöte\\p{L}*|informationsträff\\p{L}*|mer information|webbinari\\p{L}*|seminari\\p{L}*|möte\\p{L}*|träff\\p{L}*|frågor|fråga|publicera\\p{L}*|publiceringsdatum|uppdatera\\p{L}*|senast ändrad\\p{L}*|utbetal\\p{L}*|besked\\p{L}*|komplettering\\p{L}*|gäller till|upparbeta\\p{L}*|stödberättigande (?:från|kostnader)|grundad\\p{L}*|registrerad\\p{L}*|förordning\\p{L}*|lagen|beviljade|decision\\p{L}*|notified|notification|results?|evaluation|project (?:start|period|duration|end)|projects? (?:must |may |can |should |shall |will )?(?:start|begin|run|end|last|be completed)|start (?:date|of)|starting date|expected start|signature|signed|begin\\p{L}*|end date|completed|finish\\p{L}*|report\\p{L}*|webinar\\p{L}*|info(?:rmation)? (?:day|session|meeting)s?|information to applicants|questions?|published|publication|update[ds]?|last modified|payments?|established|regulation|selected in|interview\\p{L}*|hearing\\p{L}*|planerar|planned for|planeras|intervju\\p{L}*|anmäl\\p{L}*|regist(?:er|ration)';
const CLOSES =
  'förläng\\p{L}*|flytta(?:s|ts|des)|extended (?:to|until)|stäng(?:er|s|de|d|t|ning|ningsdatum|ningsdag)?|sista (?:ansöknings)?(?:dag|datum|dagen|ansökan|ansökningsdag|ansökningsdatum|inlämningsdag)\\p{L}*|sista dag|senast|deadlines?|clos(?:es?|ed|ing)|shuts?|received|cut-?offs?|due|no later than|by|before|before the|t\\.?o\\.?m\\.?|till och med|fram till|until|öppen till|open until|inkom\\p{L}*|inkommit|kommit in|komma in|inne|tillhanda|framme|ansökningsdag\\p{L}*|ansökningsfrist\\p{L}*|frist(?:en)?|avläsning\\p{L}*|stoppdatum|ansökningstiden går ut|går ut|slutdatum|last day|final date|expires?|ends? on|submission date|submit\\p{L}*|skicka in|lämnas in|ansök|apply';
const OPENS =
  'öppnar|öppnas|öppningsdatum|öppning|öppnande|öppen från|öppna från|startdatum|från och med|fr\\.?o\\.?m\\.?|opens?|opening|opened|launch(?:es|ed)?|open from|starts? on|utlyses';
const PERIOD =
  'ansökningsperiod\\p{L}*|ansökningstid\\p{L}*|ansökningsomgång\\p{L}*|utlysningsperiod\\p{L}*|(?:utlysningen|ansökan|ansökningsomgången|omgången) (?:är|har varit|var|är öppet|är öppen) öppen|utlysningen (?:är |hålls )?öppen|öppen|öppet|är öppen|kan sökas|ansök(?:ningar)? (?:tas|kan)|ansökningar|ansökan|söka|sökas|under perioden|application (?:period|window)|call (?:is )?open|is open|open|submitted|submission|inlämning\\p{L}*|applications?|apply';

const compiled = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${words})(?!\\p{L})`, 'giu');
const PATTERNS = { other: compiled(OTHER), closes: compiled(CLOSES), opens: compiled(OPENS), period: compiled(PERIOD) } as const;

const last = (pattern: RegExp, text: string): number => Math.max(-1, ...[...text.matchAll(pattern)].map((m) => m.index + m[0].length));
const first = (pattern: RegExp, text: string): number => {
  const found = new RegExp(pattern.source, 'iu').exec(text);
  return found ? found.index : Number.POSITIVE_INFINITY;
};
const LISTED = /^[\s,;:()–—-]*(?:(?:och|eller|samt|respektive|därefter|sedan|and|or|then|&)[\s,]*)?(?:(?:den|the|på|on)\s*)?$/iu;

/** The words that a date is judged by. */
export interface DateSetting {
  /** From the date before it, or the start of the statement. */
  readonly before: string;
  /** To the next date, or the end of the statement. */
  readonly after: string;
  /** Heading and lead above it. */
  readonly above: string;
  /** What the date before it in the same statement was for. */
  readonly earlier?: DateMeaning;
  readonly isRange: boolean;
}

/**
 * What a date is for, by the words nearest to it: those before it, those after it ("Den 2 november öppnar vi"), the date
 * before it in the same statement, what stands above it. Undefined when nothing says.
 */
export function meaningOfDate({ before, after, above, earlier, isRange }: DateSetting): DateMeaning | undefined {
  if (earlier && LISTED.test(before)) return earlier;
  const said = nearestBefore(before, isRange) ?? nearestAfter(after, isRange) ?? (earlier && !/[.;]/.test(before) ? earlier : undefined);
  return said ?? nearestBefore(above, isRange);
}

function nearestBefore(text: string, isRange: boolean): DateMeaning | undefined {
  if (
    first(PATTERNS.other, text) < Number.POSITIVE_INFINITY &&
    last(PATTERNS.other, text) >=
      last(
        /(?<!\p{L})(?:ansök(?:an|ningar|ningstid\p{L}*)?|utlysning(?:en)?|stänger|sista ansökningsdag\p{L}*|deadline for (?:applications?|submission|proposals)|the call|applications?|proposals?)(?!\p{L})/giu,
        text,
      )
  )
    return 'other';
  return byWords(text, isRange, (pattern) => last(pattern, text));
}

function nearestAfter(text: string, isRange: boolean): DateMeaning | undefined {
  const clause = /^[^.;,]*/u.exec(text)?.[0] ?? '';
  if (first(PATTERNS.other, clause) < first(PATTERNS.closes, clause) && first(PATTERNS.other, clause) < first(PATTERNS.opens, clause)) return 'other';
  return byWords(clause, isRange, (pattern) => -first(pattern, clause));
}

function byWords(text: string, isRange: boolean, rank: (pattern: RegExp) => number): DateMeaning | undefined {
  const has = (pattern: RegExp) => first(pattern, text) < Number.POSITIVE_INFINITY;
  const [closes, opens, period] = [has(PATTERNS.closes), has(PATTERNS.opens), has(PATTERNS.period)];
  if (isRange) return closes || opens || period ? 'period' : undefined;
  if (closes && opens) return rank(PATTERNS.closes) >= rank(PATTERNS.opens) ? 'closes' : 'opens';
  return closes ? 'closes' : opens ? 'opens' : undefined;
}
