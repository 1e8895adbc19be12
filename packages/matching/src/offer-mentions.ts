import type { FieldId } from '@asf-match/domain';
import { type Token, wholeWord } from '@asf-match/swedish';
import type { TermHit } from './concepts.ts';
import { AND } from './joining-words.ts';
import type { Mention, TextStructure } from './mentions.ts';
import { givesTraining } from './training-fields.ts';

/** For these an organisation says that it works, and they are places that others run: "fruktkorgar till hotell och kaféer". */
const FOR = new Set(['till', 'åt', 'för', 'hos', 'från', 'mellan']);
const PLACE =
  /(?:restaurang(?:er|en)?|hotell(?:et|en)?|(?:kaf|caf)é(?:er|et|erna)?|butik(?:er|en|erna)?|affär(?:er|en|erna)?|bageri(?:er|et)?|vandrarhem(?:met)?|verkst[aä]d(?:er|en)|tvätteri(?:er|et)?|tryckeri(?:er|et)?|frisör(?:er|en)?|matsal(?:ar|en)?|gym|spa|industri(?:er|n)?|åkeri(?:er|et)?)$/;
/** Words between the preposition and the place: "till små lokala restauranger". */
const PLACE_REACH = 3;

/** What a place does that is a customer: "restauranger i trakten köper resten", "förskolor och hotell är våra kunder". */
const CUSTOMER = /^(?:kund(?:er|erna)?|köper|beställer|anlitar|hyr|beställare|uppdragsgivare)$/;
const CUSTOMER_REACH = 8;
/** "hotellets lakan": what belongs to a place is something else. */
const OWNER = /(?:ens|ets|ernas|ornas|arnas|rnas)$/;

/** Of whom a text can say what they do, though it tells of somebody else. */
const OTHERS =
  /(?:arbetsplatser|arbetsgivare|företag|kommuner|föreningar|butiker|butikerna|organisationer|kunder|myndigheter|skolor|verksamheter|kollegor|chefer)$/;
/** From "som" to what they do. */
const REACH = 6;

/** "Deltagarna lär sig kassa och lagerhållning": what people learn on the way. */
const LEARNS = /^(?:lär|lära)$/;

/** Things by their names alone: what is done with them is said by another word ("loppis med möbler", "småfix: hyllor"). */
const THING =
  /(?:^\p{L}{1,6}[^p]or|^\p{L}{1,6}orna|möbler|kläder|datorer|telefoner|maskiner|automater|textilier|garderober|(?:lamp|kort|tyg|papp)?(?:påsar|kassar|korgar|stolar|bord|kort|glas|skåp|paket|rum|fönster|däck)|kaffe|kakor|kaka|mackor|böcker|bröd|fika|soppa|varor|saker|prylar|material|gräs|snö|löv|ved|träd|papper|post|posten|mat|kök|växter|växthus|trädgård|logotyp|invigningar|konferenser|mötesrum|bullar|smörgåsar|blommor|hundar|utställningar|möten|bröllop|praktik|praktikanter|praktikant|städare|kockar)$/u;
/** What is done to many things: without its object a verb says little of the field. */
const ANYTHING =
  /^(?:tvättar|stryker|målar|bygger|lagar|trycker|flyttar|sorterar|monterar|reparerar|renoverar|packar|plockar|säljer|hämtar|kör|bär|bära|byter|hyr|diskar|klipper|syr|skriver|tar|håller|ordnar|sköter|bemannar|viks|viker|måla|baka|sköta|laga|tvätta|bygga|sälja|hämta|köra)$/;
/** "tvättade äpplen" */
const PARTICIPLE = /(?:ade|erad|tade)$/;
const LAST_WORD = /(\p{L}+)\.$/u;
const LONGEST_END = 40;
/** The weight of a term that means one thing alone. */
const WHOLE = 0.75;

/** Whether an offer is written in sentences; key words have no full stop after them, unless the last is cut short. */
export function isProse(text: string): boolean {
  const end = text.trimEnd();
  return '.!?'.includes(end.at(-1) ?? ' ') && wholeWord(LAST_WORD.exec(end.slice(-LONGEST_END))?.[1]?.toLowerCase() ?? '', '') === undefined;
}

/**
 * How a term may stand in what an organisation says of itself without being offered: a place that the work is done for, what others do,
 * or a thing, in a text that says what is done. Key words that end without a full stop are a list, in which each stands for itself.
 * @param spoken the positive terms that are no part of a longer one
 */
export function mentionsInOffers(spoken: readonly TermHit[], { text, words, clauseOf, sentenceOf }: TextStructure): (hit: TermHit) => Mention | undefined {
  const learntFrom = new Map<number, number>();
  for (const [i, { word }] of words.entries()) if (word === 'sig' && LEARNS.test(words[i - 1]?.word ?? '')) learntFrom.set(sentenceOf[i] as number, i);
  const isLearnt = ({ at, field }: TermHit): boolean => !givesTraining(field) && at > (learntFrom.get(sentenceOf[at] as number) ?? Number.POSITIVE_INFINITY);
  const isThing = ({ key, at, manner, weight }: TermHit): boolean => {
    const word = words[at]?.word ?? '';
    if (weight < WHOLE) return true;
    return manner !== 'loose' && !key.includes(' ') && (THING.test(word) || ANYTHING.test(word) || PARTICIPLE.test(word) || words[at - 1]?.word === 'med');
  };
  const isOfOthers = ({ at }: TermHit): boolean => isCustomer(at, words, clauseOf) || isDoneByOthers(at, words, clauseOf);
  const saysWhatIsDone = (h: TermHit): boolean => !h.offersOnly && h.field.includes('.') && !isThing(h) && !isOfOthers(h) && !isLearnt(h);
  const done = new Set<FieldId>(isProse(text) ? spoken.filter(saysWhatIsDone).map((h) => h.field) : []);
  return (hit) => {
    if (isOfOthers(hit)) return 'setting';
    if (isLearnt(hit)) return 'aside';
    return done.size > 0 && !done.has(hit.field) && isThing(hit) ? 'aside' : undefined;
  };
}

/** Whether the word is a place for which work is done, also as one of several: "till hotell, kaféer och restauranger". */
function isCustomer(at: number, words: readonly Token[], clauseOf: readonly number[]): boolean {
  const place = words[at]?.word ?? '';
  if (OWNER.test(place) && PLACE.test(place.slice(0, -1)) && clauseOf[at + 1] === clauseOf[at]) return true;
  if (!PLACE.test(place)) return false;
  for (let n = at + 1; n <= at + CUSTOMER_REACH && clauseOf[n] === clauseOf[at]; n++) if (CUSTOMER.test(words[n]?.word ?? '')) return true;
  for (let p = at - 1, between = 0; p >= 0 && between <= PLACE_REACH; p--) {
    const word = words[p]?.word ?? '';
    if (FOR.has(word)) return true;
    if (AND.has(word) || PLACE.test(word)) continue;
    between++;
  }
  return false;
}

/** "Utbildar arbetsplatser som tar emot praktikanter": what the others do is no offer. */
function isDoneByOthers(at: number, words: readonly Token[], clauseOf: readonly number[]): boolean {
  for (let p = at - 1; p > 0 && p >= at - REACH && clauseOf[p] === clauseOf[at]; p--) {
    if (words[p]?.word === 'som') return OTHERS.test(words[p - 1]?.word ?? '');
  }
  return false;
}
