const CLAUSE = /[;:]|,? men |, dock /giu;

/** Words that may stand between a denying word and what it denies: "inte ta ut något vite", "inga särskilda krav på". */
const BETWEEN = `(?: (?:någon|något|några|heller|ett|en|krav|kräv\\p{L}*|på|om|ta|tas|ut|ha|inneha|lämnas?|bifogas?|visas?|redovisas?|begära|ställas?|ange|vara|längre|särskil\\p{L}*|formell\\p{L}*|viss|visst|vissa|att|från|med|av|sådan\\p{L}*|egen|eget|egna))*`;
const BEFORE = new RegExp(
  `(?<!\\p{L})(?:(?:inga?|inget|ingen|utan|varken)(?: \\p{L}+){0,2}${BETWEEN}|(?:inte|ej|aldrig)${BETWEEN}|(?:behöver|måste) (?:\\p{L}+ )?(?:inte|ej)(?: [\\p{L}-]+){0,8}|(?:kräv|behöv|begär)\\p{L}* (?:\\p{L}+ )?(?:inte|ej)(?: [\\p{L}-]+){0,8}|slipper(?: \\p{L}+){0,4}|avstår från(?: \\p{L}+){0,4}|i ?stället för(?: \\p{L}+){0,3}|(?:tagit bort|tar bort|tas bort|strukit|slopat|slopar|stryker|undantas?)(?: \\p{L}+){0,4}) ?$`,
  'iu',
);
const AFTER =
  /(?<!\p{L})(?:krävs|kräver|behövs|behöver|begärs|begär|utgår|tillämpas|tas|ställs|gäller|förekommer|efterfrågas|är|kommer|ska|skall|används|fordras|lämnas|bifogas|tecknas|ingår|får|måste|kan|har|\p{L}{3,}as)(?: \p{L}+){0,2} (?:inte|ej|inget|ingen|inga|aldrig)(?!\p{L})(?! (?:\p{L}+ )?(?:under|lägre|mindre|sämre|äldre|färre|kortare|saknar|uppfyll))/iu;
/** "inte understiga", "inte vara lägre än": a demand. "den som inte har": what happens to those who do not meet it. */
const COMPARED = /(?:inte|ej) (?:\p{L}+ ){0,2}(?:under|lägre|mindre|sämre|äldre|färre|kortare)/iu;
const WHOEVER = /(?<!\p{L})(?:som|den|om|vars) (?:\p{L}+ ){0,3}(?:inte|ej|saknar)(?!\p{L})/iu;
const EXCLUDED = /förkasta|utesl[ui]t|diskvalific|(?:inte|ej) (?:att )?(?:prövas|beaktas|utvärderas)|(?:prövas|beaktas) (?:inte|ej)/iu;
const VOLUNTARY =
  /(?:inte|ej|inget|inga) (?:ett |något )?(?:absolut\p{L}* |obligatorisk\p{L}* )?(?:krav|villkor|ska-krav|skallkrav|nödvändig)|(?<!\p{L})(?:frivillig|valfri|meriterande|önskvär)/iu;

/** True when a sentence takes away what was found in it: "inget krav på omsättning", "vite utgår inte", "är inte ett krav". Estimated by words. */
export function isDenied(sentence: string, start: number, end: number): boolean {
  if (VOLUNTARY.test(sentence)) return true;
  if (EXCLUDED.test(sentence) || COMPARED.test(sentence)) return false;
  const [from, to] = clauseAround(sentence, start);
  const before = sentence.slice(from, start);
  if (WHOEVER.test(before)) return false;
  // A pattern may begin before the denying word, so what leads up to its last word is looked at too.
  return BEFORE.test(before) || BEFORE.test(sentence.slice(from, end).replace(/[\p{L}\d.,%&+-]+$/u, '')) || AFTER.test(sentence.slice(start, to));
}

/** True when what leads in to a list takes its items away: "Vi ställer inga krav på:". */
export const deniesItems = (leadIn: string): boolean =>
  /(?<!\p{L})(?:inga|inget|inte|ej)(?!\p{L}).{0,40}(?:krav|kräv|villkor|behöv|begär)|(?:krävs|ställs|behövs|behöver|begärs|gäller|tillämpas) (?:\p{L}+ ){0,3}(?:inte|ej|inga)(?!\p{L})/iu.test(
    leadIn,
  );

function clauseAround(sentence: string, at: number): [number, number] {
  let from = 0;
  for (const match of sentence.matchAll(CLAUSE)) {
    if (match.index >= at) return [from, match.index];
    from = match.index + match[0].length;
  }
  return [from, sentence.length];
}

const ALTERNATIVE =
  /eller (?:\p{L}+ ){0,5}?(?:likvärdig|motsvarande|jämförbar|liknande)|eller på annat sätt|eller (?:ett |en )?eg[ae]n?t?(?!\p{L})|(?:likvärdig|motsvarande)\p{L}*.{0,60}(?:godta|accepter|godkänn)/iu;
const ALSO_ACCEPTED =
  /^(?:även |också |andra |annat |ett |en )?(?:\p{L}+ ){0,3}(?:likvärdig|motsvarande|annan|andra|annat)\p{L}*.{0,60}(?:godta|accepter|godkänn)/iu;

/** True when something equivalent is accepted, in the sentence or in the one after it (LOU 9 kap.). */
export const acceptsEquivalent = (sentence: string, next: string): boolean => ALTERNATIVE.test(sentence) || ALSO_ACCEPTED.test(next);

const DEMAND =
  /(?<!\p{L})(?:ska|skall|måste|kräv|krav|minst|lägst|högst|bör|förutsätt|villkor|obligator|efterfråg|begär|erfordr|fordra|åligger|skyldig|uppfyll|inneha|redovis|bifog|lämna|visa|ställ|förfoga|godkän|uppgå|understig|överstig)/iu;
const BUYER =
  /^(?:stockholms stad|kommunen|staden|regionen|beställaren|myndigheten|köparen|förvaltningen|nämnden|bolaget|vi|\p{L}+ kommun|region \p{L}+) (?:är|har|arbetar|använder|följer|äger|driver|strävar|vill|ger|erbjuder|betalar|svarar|står|gör)(?!\p{L})/iu;
const SUPPLIER = /leverantör|anbudsgivar|entreprenör|utförar|företaget/iu;

/** True for a sentence that asks something of the supplier, and for an item or a row, which stand below one that does. The buyer's own doings are no demand. */
export const demands = (sentence: string, leadIn: string, kind: string): boolean =>
  !(BUYER.test(sentence) && !SUPPLIER.test(sentence)) && (kind === 'list' || kind === 'table' || DEMAND.test(sentence) || DEMAND.test(leadIn));
