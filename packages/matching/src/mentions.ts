import type { FieldId } from '@asf-match/domain';
import { isStopWord, type Token } from '@asf-match/swedish';
import type { TermHit, TextKind } from './concepts.ts';
import { AND } from './joining-words.ts';
import { mentionsInOffers } from './offer-mentions.ts';
import { givesTraining } from './training-fields.ts';

/** After these a text says for whom or what: "förpackningar för matdistribution" is no distribution of meals. */
const PURPOSE = new Set(['för', 'till', 'inom', 'åt', 'med']);
/** After these it says where or for whom another field's work is done: "drift av kafé i hotellet", "tvätt hos dagverksamheter". */
const SETTING = new Set(['i', 'på', 'vid', 'hos', 'inom', 'till', 'åt', 'från', 'efter', 'inför']);
/** Where something is done or sold. */
const PLACE = new Set(['i', 'på', 'vid', 'hos', 'till', 'från']);
/** "omfattas inte", "ingår ej": what the clause names is not bought. */
const INCLUDED = new Set(['omfattas', 'omfattar', 'ingår', 'ingå', 'avses', 'avser', 'upphandlas', 'efterfrågas']);
const NOT = new Set(['inte', 'ej', 'aldrig']);
/** Of whom an organisation says that they do not. */
const OTHERS_NOT = new Set(['ni', 'du', 'man', 'de', 'dom', 'som', 'andra', 'butikerna', 'kommunen', 'hyresgäst', 'hyresgäster']);
/** "Tidigare hade vi café": what an organisation no longer does. */
const FORMERLY = new Set(['tidigare', 'förr', 'förut']);
const DID = /^(?:hade|drev|fanns|var|gjorde|körde|sålde|sydde|bakade|lagade|serverade)$/;
/** What follows in the clause is left out: "exklusive fönsterputs". */
const WITHOUT = new Set(['exklusive', 'exkl', 'undantaget', 'förutom', 'utan']);
/** "på annat avtal", "genom befintligt ramavtal", "i egen regi", "handlas upp separat", "utförs av kommunen": somebody else does it. */
const ELSEWHERE =
  /^(?:(?:annat|annan|andra|särskil[dt]a?|separat|separata|eget|egen|egna|befintlig[at]?) (?:ram|drift)?(?:avtal(?:et)?|upphandling(?:ar)?|entreprenad)|egen regi|(?:handlas upp|upphandlas|köps|köpas|beställs|avropas|tecknas|hanteras|offereras) (?:separat|särskilt|för sig|var för sig|i annan ordning|i särskild ordning)|(?:utförs|sköts|ombesörjs|levereras|görs|ges) av (?:annan|annat|andra|beställaren|kommunen|myndigheten|regionen|staden|bolaget|hyresvärden|fastighetsägaren|beställarens|kommunens|egen))(?: |$)/u;
const ELSEWHERE_STARTS =
  /^(?:anna[nt]|andra|särskil|separat|eget|egen|egna|befintlig|handlas|upphandlas|köp(?:s|as)|beställs|avropas|tecknas|hanteras|offereras|utförs|sköts|ombesörjs|levereras|görs|ges)/u;
/** "tryckningen lägger vi ut", "har vi slutat med", "sköter en annan firma": an organisation says that it does not do it itself. */
const NOT_OURS =
  /^(?:slutat (?:med|att)|lägger vi ut|förmedlar vi|överlåter vi|lämnar vi över|skickar vi vidare|köper vi (?:från|av|färdig\p{L}*)|(?:en )?annan firma|(?:ett )?annat (?:företag|kooperativ|bolag)|andra (?:firmor|företag) (?:sköter|gör)|står ni själva)(?: |$)/u;
const NOT_OURS_STARTS = /^(?:slutat|lägger|förmedlar|överlåter|lämnar|skickar|köper|en|ett|anna[nt]|andra|står)$/u;
const ELSEWHERE_WORDS = 5;

/** Ways of buying, whatever is bought: "dynamiskt inköpssystem för städning" is cleaning. */
const BUYING =
  /^(?:dynamisk|inköpssystem|dis$|dps$|kvalificeringssystem|auktorisation|valfrihet|kundval|(?:tjänste)?koncession|direktupphandling|konkurrensutsättning|förfrågan|inbjudan|intresseanmäl|rf[ip]$|lo[uv]$|luf$|luk$|utförare|operatör|arrendator|entreprenör|(?:samarbets)?partner|aktör|marknadsdialog|avtalsområde|samordnad|gemensam|förnyad)/;

/** Words of contracts and tenders, whatever is bought: what else their sentence names is a condition, not the purchase. */
const CONTRACT =
  /^(?:faktur|betalningsvillkor|vite|sekretess|tystnadsplikt|personuppgift|dataskydd|majeure|ansvarsförsäkring|försäkring|kollektivavtal|kvalitetsledning|miljöledning|ledningssystem|tvist|prisbilag|underleverantör|skatter|kravspecifikation|avtalsutkast|tilldelningskriteri|utvärdering|kvalificer|uteslutning|anbudsgivar|miljökrav|sociala?$|praktikant|långtidsarbetslös)/;
/** What is bought is about the work, and not the work: "utredning av kostverksamheten", "utbildning i motorsåg", "kvalitetsmätning av städning". */
const ABOUT =
  /(?:utredning|utvärdering|mätning|förstudie|kartläggning|analys|utbildning|kurs|kurser|revision|granskning|rådgivning|projektering|besiktning|kvalitetskontroll|utveckling|konsult|konsulter|konsultstöd|konsulttjänster)$/;
const ABOUT_WHAT = new Set(['av', 'i', 'om', 'kring', 'inom', 'avseende', 'gällande', 'för', 'till']);
/** From the preposition to the term. */
const REACH = 6;
/** A list entry is at most this long; in a longer one a weak word of an offer may be about anything. */
const ENTRY = 4;

/**
 * How a term may stand in a sentence without being what is bought or offered:
 *
 * - `inside` a longer term of another field ("tvätt av fordon" is no laundry)
 * - `object` of another field's work ("tvätt av gardiner" is no sewing)
 * - `purpose` of something that is no term at all ("förpackningar för matdistribution")
 * - `setting` of another field's work ("drift av kafé i hotellet")
 * - `aside` a weak word of an offer that is no list entry of its own ("böcker till kontor", "säljs på marknader")
 * - `terms` in a sentence about the contract itself ("ta emot praktikanter" among social clauses, "faktureras")
 * - `excluded` in so many words ("café omfattas inte")
 */
export type Mention = 'inside' | 'object' | 'purpose' | 'setting' | 'aside' | 'terms' | 'excluded';

/** Words with the numbers of the clause and of the sentence that each stands in. */
export interface TextStructure {
  readonly text: string;
  readonly words: readonly Token[];
  readonly clauseOf: readonly number[];
  readonly sentenceOf: readonly number[];
}

/**
 * Marks the terms that the sentence only mentions.
 * @param hits sorted by start, longest first.
 */
export function markMentions(hits: readonly TermHit[], { text, words, clauseOf, sentenceOf }: TextStructure, kind: TextKind): TermHit[] {
  const positive = hits.filter((h) => !h.negative);
  const inside = insideLonger(positive);
  const endingAt = new Map<number, Set<string>>();
  for (const h of positive) if (!inside.has(h) && h.manner !== 'loose') endingAt.set(h.end, (endingAt.get(h.end) ?? new Set()).add(h.field));
  const excludedFrom = exclusions(words, clauseOf, kind);
  for (const clause of clausesElsewhere(words, clauseOf, kind)) excludedFrom.set(clause, 0);
  const isExcluded = ({ at }: TermHit): boolean => at >= (excludedFrom.get(clauseOf[at] as number) ?? Number.POSITIVE_INFINITY);
  const lengths = entryLengths(words, clauseOf);
  const spoken = spokenWords(positive, words);
  const ofContract = kind === 'purchase' ? contractSentences(words, sentenceOf) : new Set<number>();

  const withObject = endsWithObject(positive, words);
  const isObject = (h: TermHit): boolean => {
    const before = words[h.at - 2];
    const joint = words[h.at - 1]?.word ?? '';
    const fields = !before ? undefined : joint === 'av' ? endingAt.get(before.end) : AND.has(joint) ? withObject.get(before.end) : undefined;
    return fields !== undefined && !fields.has(h.field);
  };
  /** "arbetsträning i snickeri": the carpentry is offered too. */
  const givesWork = (fields: ReadonlySet<FieldId>): boolean => kind === 'offers' && [...fields].some(givesTraining);
  const followsDirectly = ({ at, field, manner }: TermHit): boolean => {
    const before = words[at - 1];
    // A term may end in "med" ("café med"): what follows it is no place then.
    if (before?.word === 'med') return false;
    const fields = before && clauseOf[at - 1] === clauseOf[at] && /^\s+$/.test(text.slice(before.end, words[at]?.start)) ? endingAt.get(before.end) : undefined;
    return manner !== 'loose' && fields !== undefined && !fields.has(field) && !givesWork(fields);
  };
  const isAbout = ({ at, field }: TermHit): boolean => {
    for (let p = at - 1; p > 0 && p >= at - REACH && clauseOf[p] === clauseOf[at]; p--) {
      if (!ABOUT_WHAT.has(words[p]?.word ?? '')) continue;
      const head = headBefore(p, words, clauseOf);
      return head !== undefined && ABOUT.test(words[head]?.word ?? '') && !spoken.get(head)?.has(field);
    }
    return false;
  };
  const dependsOn = ({ at, field }: TermHit): Mention | undefined => {
    if (kind === 'offers' && AND.has(words[at - 1]?.word ?? '')) return undefined;
    for (let p = at - 1; p > 0 && p >= at - REACH && clauseOf[p] === clauseOf[at]; p--) {
      const word = words[p]?.word ?? '';
      // "handräckning till pensionärer: snöskottning": what follows is a list of what is done.
      if (kind === 'offers' && text[words[p]?.end ?? 0] === ':') return undefined;
      if (!PURPOSE.has(word) && !SETTING.has(word)) continue;
      if (AND.has(words[p - 1]?.word ?? '')) continue;
      const head = headBefore(p, words, clauseOf);
      if (head === undefined) return undefined;
      const fields = spoken.get(head);
      if (!fields) return PURPOSE.has(word) ? 'purpose' : undefined;
      return SETTING.has(word) && !fields.has(field) && !givesWork(fields) ? 'setting' : undefined;
    }
    return undefined;
  };
  const inOffer: (h: TermHit) => Mention | undefined =
    kind === 'offers'
      ? mentionsInOffers(
          positive.filter((h) => !inside.has(h) && !isExcluded(h)),
          { text, words, clauseOf, sentenceOf },
        )
      : () => undefined;
  const mentionOf = (h: TermHit): Mention | undefined => {
    if (h.negative) return undefined;
    if (isExcluded(h)) return 'excluded';
    if (inside.has(h)) return 'inside';
    if (isObject(h)) return 'object';
    if (followsDirectly(h)) return 'setting';
    const told = inOffer(h);
    if (told) return told;
    if (h.offersOnly && ((lengths[h.at] as number) > ENTRY || PLACE.has(words[h.at - 1]?.word ?? ''))) return 'aside';
    if (kind === 'purchase' && isAbout(h)) return 'object';
    return dependsOn(h) ?? (ofContract.has(sentenceOf[h.at] as number) ? 'terms' : undefined);
  };
  const spokenIn = new Set(positive.map((h) => `${h.field} ${clauseOf[h.at]}`));
  /** What is left out speaks against nothing; and a list entry of an offer says nothing of the other entries. */
  const isMoot = (h: TermHit): boolean => h.negative && (isExcluded(h) || (kind === 'offers' && !spokenIn.has(`${h.field} ${clauseOf[h.at]}`)));
  return hits.flatMap((h) => {
    if (isMoot(h)) return [];
    const mention = mentionOf(h);
    return mention ? { ...h, mention } : h;
  });
}

/** How many words each word's list entry has: the clause, or what conjunctions part it into. */
function entryLengths(words: readonly Token[], clauseOf: readonly number[]): number[] {
  const entries: number[][] = [];
  for (const [i, { word }] of words.entries()) {
    if (i === 0 || clauseOf[i] !== clauseOf[i - 1] || AND.has(word)) entries.push([]);
    if (!AND.has(word)) entries.at(-1)?.push(i);
  }
  const lengths: number[] = [];
  for (const entry of entries) for (const i of entry) lengths[i] = entry.length;
  return lengths;
}

/** Where terms end that say what is done to what: after "borttagning av klotter" comes "och affischer", which is done the same. */
function endsWithObject(positive: readonly TermHit[], words: readonly Token[]): Map<number, Set<FieldId>> {
  const ends = new Map<number, Set<FieldId>>();
  for (const { field, at, end } of positive) {
    let i = at;
    while (i < words.length && (words[i] as Token).end < end && words[i]?.word !== 'av') i++;
    if (words[i]?.word === 'av') ends.set(end, (ends.get(end) ?? new Set()).add(field));
  }
  return ends;
}

/** The sentences that speak of the contract and the tender. */
function contractSentences(words: readonly Token[], sentenceOf: readonly number[]): Set<number> {
  const found = new Set<number>();
  for (const [i, { word }] of words.entries()) if (CONTRACT.test(word)) found.add(sentenceOf[i] as number);
  return found;
}

/** The clauses that say that somebody else does it, or that it is bought in another way. */
function clausesElsewhere(words: readonly Token[], clauseOf: readonly number[], kind: TextKind): Set<number> {
  const [starts, phrase] = kind === 'purchase' ? [ELSEWHERE_STARTS, ELSEWHERE] : [NOT_OURS_STARTS, NOT_OURS];
  const found = new Set<number>();
  for (const [i, { word }] of words.entries()) {
    if (!starts.test(word)) continue;
    const said = words.slice(i, i + ELSEWHERE_WORDS).map((w) => w.word);
    if (phrase.test(said.join(' '))) found.add(clauseOf[i] as number);
  }
  return found;
}

/** From which word on a clause says what is left out. An organisation that "städar inte" offers no cleaning, whatever the verb. */
function exclusions(words: readonly Token[], clauseOf: readonly number[], kind: TextKind): Map<number, number> {
  const from = new Map<number, number>();
  for (const [i, { word }] of words.entries()) {
    const clause = clauseOf[i] as number;
    if (WITHOUT.has(word)) from.set(clause, i);
    if (kind === 'offers' && FORMERLY.has(word) && [words[i - 1], words[i + 1], words[i + 2]].some((w) => DID.test(w?.word ?? ''))) from.set(clause, 0);
    if (!NOT.has(word) || words[i + 1]?.word === 'bara' || words[i + 1]?.word === 'minst') continue;
    // "Det ni inte vill ha": what others do not do says nothing of what is offered.
    if (kind === 'offers' && OTHERS_NOT.has(words[i - 1]?.word ?? '')) continue;
    const ofInclusion = INCLUDED.has(words[i - 1]?.word ?? '') && clauseOf[i - 1] === clause;
    if (ofInclusion || kind === 'offers') from.set(clause, 0);
  }
  return from;
}

/** The nearest word before the preposition that carries meaning, at most a few words back. */
function headBefore(preposition: number, words: readonly Token[], clauseOf: readonly number[]): number | undefined {
  for (let i = preposition - 1; i >= 0 && i >= preposition - REACH && clauseOf[i] === clauseOf[preposition]; i--) {
    const word = words[i]?.word ?? '';
    if (!isStopWord(word) && !BUYING.test(word)) return i;
  }
  return undefined;
}

/** The fields whose positive terms a word is part of, by the word's position. */
function spokenWords(hits: readonly TermHit[], words: readonly Token[]): Map<number, Set<string>> {
  const spoken = new Map<number, Set<string>>();
  for (const { field, at, end } of hits) {
    for (let i = at; i < words.length && (words[i] as Token).end <= end; i++) spoken.set(i, (spoken.get(i) ?? new Set()).add(field));
  }
  return spoken;
}

/** The words that two-word terms are made of when they stand apart: "städar" of "städar ur lägenheten" belongs to the pair. */
function pairEdges(positive: readonly TermHit[]): { isEdge(h: TermHit): boolean } {
  const edges = new Map<string, Set<FieldId>>();
  const add = (place: string, field: FieldId): void => void edges.set(place, (edges.get(place) ?? new Set()).add(field));
  for (const { manner, start, end, field } of positive) {
    if (manner !== 'loose') continue;
    add(`from ${start}`, field);
    add(`to ${end}`, field);
  }
  const isOther = (place: string, field: FieldId): boolean => [...(edges.get(place) ?? [])].some((f) => f !== field);
  return { isEdge: ({ start, end, field }) => isOther(`from ${start}`, field) || isOther(`to ${end}`, field) };
}

/** Hits strictly inside one written term of another field. Sorted by start, longest first: one look back is enough. */
function insideLonger(positive: readonly TermHit[]): Set<TermHit> {
  const inside = new Set<TermHit>();
  const pairs = pairEdges(positive);
  let longest: TermHit | undefined;
  for (const h of positive) {
    if (h.manner === 'whole' && !h.key.includes(' ') && pairs.isEdge(h)) inside.add(h);
    const isLess = longest && (h.end - h.start < longest.end - longest.start || h.manner === 'loose');
    if (longest && isLess && h.end <= longest.end && h.field !== longest.field) inside.add(h);
    const isPhrase = h.manner === 'whole' && h.key.includes(' ') && !h.key.includes(' och ');
    if (isPhrase && (!longest || h.end > longest.end)) longest = h;
  }
  return inside;
}
