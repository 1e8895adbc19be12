import { wordsIn } from './words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

const BECOME = set('bli blir blev blivit');
const BE = set('vara är var varit vore');
/** Nouns and other words that end as the passive does, and verbs that have only that form. */
const NOT_PASSIVE = set(
  `alldeles annars atlas avses bas borgens dags deras ens finns fanns funnits framledes fras förgäves gas glas gräns halvdags hans heldags hemmas hoppas hoppades
  hos hus inomhus inrikes kas klass kalas kontrakts lyckas lyckats lyckades mandats minnas mitts mots möts nyss oftast omöjligtvis plats plus resultats sams samfällt sedermera sjukhus slags slängs särskilds tills tillsammans
  trivs trots turas tvivelsutan umgås umgicks utomhus utomlands utrikes vars vis yttermera ändamåls åldras andas andades arbetsplats`,
);
/** Present tense in -s of verbs in -er and -r: "utförs", "krävs", "beställs". */
const PRESENT =
  /(?:för|kräv|ställ|gör|ges|tas|sänd|skick|läm|tillämp|bygg|välj|sälj|köp|följ|fyll|bedöm|behöv|byt|döm|höj|sänk|räkn|tryck|släpp|mät|utgå|begär|medge|betrakt|anse|förse|utse|förstå|hör|kör|lär|skär|styr|hyr|skölj|tvätt|plåg|lägg|läs|stäng|uppnå|uppgör|upprätthåll|innehåll|tillhandahåll|ersätt|avsätt|fastställ|framgå|avslut|avgör|nämn|benämn|grund|skriv|beskriv|föreskriv|driv|bedriv)s$/;
const GENITIVE = /(?:arnas|ornas|ernas|ings|hets|tions|ans|skaps|ments)$/;

/**
 * Passive verbs in a text, estimated from the forms of words alone: verbs in -s ("utförs", "tecknas", "beställdes", "ska
 * genomföras") and a form of bli or vara before a perfect participle ("blir utförd"). Some nouns in the genitive are counted too.
 */
export function passives(text: string): number {
  const words = wordsIn(text).map((w) => w.text.toLowerCase());
  return words.filter((word, i) => {
    const [two, one] = [words[i - 2] ?? '', words[i - 1] ?? ''];
    const auxiliary = ADVERB.has(one) ? two : one;
    return isPassive(word) || (BECOME.has(auxiliary) && /..(?:d|da|t|ta|na|en)$/.test(word)) || (BE.has(auxiliary) && isParticiple(word));
  }).length;
}

function isPassive(word: string): boolean {
  if (word.length < 4 || NOT_PASSIVE.has(word) || GENITIVE.test(word)) return false;
  return PRESENT.test(word) || /(?:[^s]as|ades|[dt]es|ats|[^s]tts|[aeiouyåäö]tts)$/.test(word);
}

const isParticiple = (word: string): boolean =>
  word.length > 4 &&
  /(?:ad|at|ade|erad|erat|erade|fört|förd|förda|ställt|ställd|ställda|givet|given|givna|skrivet|skriven|skrivna|taget|tagen|tagna|bedömt|bedömd|valt|vald|valda|gjord|gjort|gjorda|slutet|sluten|slutna)$/.test(
    word,
  );

const PREPOSITION = set(
  'av bland efter enligt från för före genom hos i inför inom med mellan mot om på per samt till trots under ur utan utanför utom utöver via vid åt över avseende angående beträffande gällande rörande inklusive exklusive',
);
const PRONOUN = set(
  'jag du han hon hen den det vi ni de dem dig mig sig oss er man denna detta dessa någon något några ingen inget inga vem vad vilken vilket vilka som sin sitt sina vår vårt våra er ert era dess deras hans hennes varje var vardera alla allt all annan annat andra',
);
const ADVERB = set(
  'inte ej också även bara endast här där då nu sedan redan ännu alltid aldrig ofta ibland mycket mer mest minst högst väl särskilt normalt dock därför således alltså kanske dessutom tillsammans dit hit hem ut in upp ned fram bort igen så när hur varför fortfarande dagligen löpande skriftligen omedelbart snarast',
);
const VERB = set(
  `är var varit vara ska skall skulle kan kunde kunna får fick få måste bör borde vill ville vilja har hade haft ha blir blev blivit bli gör gjorde gjort göra ger gav gett ge tar tog tagit ta går gick gått gå kommer kom kommit komma
  ser såg sett se står stod stått stå ligger låg legat ligga säger sade sagt säga vet visste veta finns fanns finnas heter hette gäller gällde gälla sker skedde skett ske utgör utgjorde utgöra omfattar omfattade omfatta avser avsåg avse
  ingår ingick ingå innebär innebar innebära krävs krävde kräver kräva behöver behövde behöva använder använde använda ansvarar svarar svara arbetar arbetade arbeta betalar betalade betala beställer beställde beställa begär begära
  bedömer bedöma deltar delta erbjuder erbjuda fyller uppfyller uppfylla följer följa genomför genomföra utför utföra hanterar hjälper hjälpa innehåller innehålla kontrollerar köper köpa köpte lämnar lämna lämnade levererar leverera
  meddelar meddela motsvarar omfattas planerar planera redovisar redovisa riktar sköter sköta ställer ställa tecknar teckna tillhandahåller tillhandahålla upphandlar upphandla visar visa väljer välja äger äga önskar städar städa tvättar
  putsar lagar serverar serverar driver driva bedriver bedriva hämtar hämta kör köra bär bära packar skriver skriva läser läsa ringer öppnar stänger börjar slutar startar pågår kostar söker söka hittar räknar tror tänker`,
);
const INFINITIVE_AFTER = set('att ska skall kan får måste bör vill skulle kunde kunna vilja');
const NOUN =
  /(?:ning|ningen|ningar|ningarna|nings|ningens|het|heten|heter|heterna|else|elsen|elser|elserna|tion|tionen|tioner|tionerna|sion|sionen|itet|iteten|skap|skapet|dom|ment|mentet|ism|ist|isten|are|aren|arna|erna|orna|or|or|eri|eriet|tör|tören|törer|ör|ans|ansen|ens|itur|tur|al|ag|et|en|ad|ur|lag|tid|tiden|krav|kraven|kravet|arbete|arbetet|arbeten|avtal|avtalet|anbud|anbudet|plats|platser|kostnad|pris|priset|person|personer|personal|personalen|dag|dagar|år|månad|månader|vecka|veckor|timme|timmar|kronor|procent|lokal|lokaler|kontor|skola|skolor|kommun|kommunen|stad|staden|företag|företaget|uppdrag|uppdraget|underlag|bilaga|tjänst|tjänster|tjänsten|vara|varor|kvalitet|miljö|referens|referenser|försäkring|intyg|bevis)$/;
const PARTICIPLE = /(?:ande|ende)$/;

/**
 * The ratio of nominal words (nouns, prepositions, participles) to verbal ones (verbs, pronouns, adverbs), nominalkvot, of
 * which about 1 is normal (Hultman & Westman 1977). Estimated: word classes are guessed from closed lists and endings, since no
 * tagger is used, so it compares two texts better than it measures one. Undefined without any verbal word.
 */
export function nominalRatio(text: string): number | undefined {
  let nominal = 0;
  let verbal = 0;
  const words = wordsIn(text).map((w) => w.text.toLowerCase());
  for (const [i, word] of words.entries()) {
    if (PREPOSITION.has(word)) nominal++;
    else if (isVerbal(word, words[i - 1])) verbal++;
    else if (PARTICIPLE.test(word) || (NOUN.test(word) && word.length > 3)) nominal++;
  }
  return verbal > 0 ? nominal / verbal : undefined;
}

const isVerbal = (word: string, before: string | undefined): boolean =>
  PRONOUN.has(word) ||
  ADVERB.has(word) ||
  VERB.has(word) ||
  isPassive(word) ||
  /(?:erar|erade|erat|ade)$/.test(word) ||
  (INFINITIVE_AFTER.has(before ?? '') && /a$/.test(word));
