/** What somebody may be in a project: lead it, apply, be a partner, or give money or a letter. */
export type Relation = 'lead' | 'apply' | 'partner' | 'cofinance';

/** A word that says in which part somebody takes part. */
export interface Anchor {
  readonly relation: Relation;
  readonly start: number;
  readonly end: number;
}

const WORDS: Readonly<Record<Relation, string>> = {
  cofinance:
    'medfinansiär(?:er|en)?|medfinansier(?:a|ar|as|ing|ingen)|(?:stöd|intentions)brev(?:et)?|bidrar? (?:med|till)|letters? of (?:support|intent|commitment|endorsement)|support letters?|avsiktsförklaring(?:en|ar)?|co-?financ(?:e|es|er|ier|ing)|co-?fund(?:er|ing)?|intyg från kommun(?:en)?|driftsbidrag(?:et)?|match(?:ed)?[- ]funding',
  partner:
    'medsökande(?:n|na)?|med-sökande|(?:samverkans|samarbets|projekt|konsortie)?part(?:er|en|erna|ner|nern?a?|s)?|partnerskap(?:et)?|delta(?:r|ga|gare|gande)?|medverka(?:r|n|nde)?|ingå(?:r)?|vara med|är med|som ett stöd|(?:samverka(?:r|n)?|samarbet(?:a|ar|e))(?= med)|co-?applicants?|(?:associated |project |consortium )?partners?|partnerships?|participat(?:e|es|ing|ion)|participants?|take part|takes part|taking part|join(?:s|ing)?|on board|be involved|involved|consortium members?|contribute as|act as (?:a )?host',
  lead: 'huvudsökande(?:n)?|huvudman(?:nen)?(?= för| ska| måste| är)|medelsförvaltare(?:n)?|projektledare(?:n)?|projektägare(?:n)?|koordinator(?:n|er)?|koordinera(?:r|s)?|samordnande part|leda(?:s)?(?= projekt|s? av|[.,;!?]|$)|har huvudansvaret?|huvudansvarig|projektledande|lead (?:applicants?|partners?|organi[sz]ations?|beneficiar(?:y|ies))|main applicants?|coordinat(?:or|ors|e|ed|ing)|led by|to lead|can lead|may lead|project leaders?|leadership',
  apply:
    'vem(?=\\s*:)|who(?=\\s*:)|för vem|sökande(?:n|na)?|söka(?!nde)|söks|sökas|söker|ansöka|ansöker|ansökan|ansökningar|sök(?=\\s|,)|stödmottagare|bidragsmottagare|mottagare|behörig(?:a|t)?|berättigad(?:e)?|stödberättigad(?:e)?|beviljas|bevilja(?:r)?|få (?:stöd|bidrag|pengar|medel|del)|(?:stöd|bidrag|statsbidrag|medel|projektstöd)(?:et|en)? (?:(?:kan|får|ska) )?(?:endast |bara )?(?:ges|lämnas|betalas ut|utgår|utbetalas|fördelas|beviljas|går|söks)|(?:stöd|bidrag|stipendi\\p{L}*|medel|pengar)(?:et)? till|grants? (?:to|for)|målgrupp(?:en)? för (?:utlysningen|stödet|bidraget)|fördelar|rikta(?:r|s|d) (?:sig )?(?:till|mot)|rikta sig till|vänder sig till|är för (?:dig|er|den|de)|öppen för|öppet för|öppna för|är till för|avsed(?:d|da|tt) för|välkom(?:na|men|men) (?:att|med|in)|välkomna|skicka in|appl(?:y|ies|ying)|applicants?|applications?|eligible|eligibility|open to|open for|beneficiar(?:y|ies)|grantees?|recipients?|submit(?:s|ted)?|reserved for|addressed to|targets|aimed at|intended for|receive (?:funding|a grant|grants|support)|be (?:awarded|funded)|fund(?:s)?(?= (?:public|private|municip|local|non|organi|charit|compan|individ))|awarded to|granted to|available to|supports(?! in)|invited to|who can',
};
const COMPILED = (Object.keys(WORDS) as Relation[]).map(
  (relation) => [relation, new RegExp(`(?<![\\p{L}\\d-])(?:${WORDS[relation]})(?![\\p{L}\\d])`, 'giu')] as const,
);

/** The words of a clause that say in which part, in order; "lead partner" is no partner. */
export function anchorsIn(text: string): Anchor[] {
  const found = COMPILED.flatMap(([relation, pattern]) =>
    [...text.matchAll(pattern)].map((m): Anchor => ({ relation, start: m.index, end: m.index + m[0].length })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.flatMap((anchor) => {
    if (anchor.start < end) return [];
    end = anchor.end;
    return isSetting(text, anchor) ? [] : [anchor];
  });
}

/** "any organisation in the partnership" says of whom it speaks, not what they may be. */
const isSetting = (text: string, { relation, start, end }: Anchor): boolean =>
  relation === 'partner' &&
  /^(?:partnerships?|partnerskap(?:et)?)$/iu.test(text.slice(start, end)) &&
  /(?<!\p{L})(?:in|of|within|i|inom)\s+(?:the\s+|ett\s+|a\s+)?$/iu.test(text.slice(Math.max(0, start - 15), start));

/** Words that turn a clause into its opposite. */
const NEGATION =
  /(?<!\p{L})(?:inte|ej|icke|aldrig|varken|nekas|utesluts|uteslutna|undantagna|avslås|otillåtet|saknar rätt|not|cannot|can[’']t|don[’']t|doesn[’']t|never|neither|nor|ineligible|non-eligible|excluded|left out|rejected|barred|ruled out|no)(?!\p{L})/iu;
/** "inte bara", "not only", "no later than" and the like turn nothing. */
const NO_NEGATION =
  /(?<!\p{L})(?:inte (?:bara|enbart|minst|heller minst)|not only|not just|no (?:later|more|less|fewer) than|at no|om inte|behöver inte|inte nödvändigt|need not|do(?:es)? not (?:need|have) to|unless|not (?:yet|exceed\w*)|inte (?:överstiga|överskrida))(?!\p{L})/giu;

export const isNegated = (text: string): boolean => NEGATION.test(text.replace(NO_NEGATION, ' '));

/** What stands after these in a clause is somebody beside the one who applies. */
export const TOGETHER =
  /(?<!\p{L})(?:tillsammans med|i (?:nära )?(?:samverkan|samarbete|partnerskap|dialog|samråd) med|samverkar? med|samarbetar? med|i konsortium med|(?:together|jointly|along) with|in (?:close )?(?:partnership|cooperation|co-operation|collaboration|association|consultation) with|(?:cooperat|collaborat|partner)(?:e|es|ing)? with|supported by|med stöd av|med intyg från)(?!\p{L})/giu;

/** What stands after these is left out of what was said. */
export const EXCEPT =
  /(?<!\p{L})(?:utom|förutom|med undantag (?:för|av)|undantaget|exklusive|dock inte|men inte|ej|(?:but|though) not|except(?: for)?|other than|excluding|with the exception of|not including)(?!\p{L})/giu;

/** "as a partner": the part is named, whatever verb stands before. */
export const AS_PARTNER = /(?<!\p{L})(?:som|as|in the role of|i rollen som)\s+(?:(?:en|ett|a|an|även|associerade?|aktiva?|likvärdiga?)\s+)*$/iu;
