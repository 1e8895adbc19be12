import type { ApplicantKind } from '@asf-match/domain';
import { type Actor, actorsIn, includesCity } from './actors.ts';
import { clausesOf } from './clauses.ts';
import { type Anchor, AS_PARTNER, anchorsIn, EXCEPT, isNegated, type Relation, TOGETHER } from './relations.ts';
import type { Said } from './stated.ts';
import type { Statement } from './statements.ts';

/** That somebody may, or may not, take part in a certain way, and the statement that says so. */
export interface Claim extends Said {
  readonly kind: ApplicantKind;
  readonly relation: Relation;
  readonly allowed: boolean;
  /** The city is one of them. */
  readonly city: boolean;
}

const VERB =
  /(?<!\p{L})(?:är|kan|får|ska|skall|bör|måste|vill|har|deltar|söker|ges|lämnas|riktar|vänder|medverkar|ansöker|may|can|must|should|shall|will|is|are|has|have|cannot|can[’']t|apply|applies|do|does)(?!\p{L})/iu;
/** A clause that stands alone has a verb and says in which part. */
const standsAlone = (text: string): boolean => VERB.test(text) && anchorsIn(text).length > 0;

const YES = /^(?:ja|jo|javisst|yes|absolut|certainly|of course)(?!\p{L})/iu;
const NO = /^(?:nej|tyvärr inte|no|unfortunately,? (?:not|no)|sorry)(?!\p{L})/iu;
/** What is said of these is said of the work, the costs or the target group and not of who takes part. */
const ASIDE =
  /(?<!\p{L})(?:målgrupp(?:en)?(?! för (?:utlysningen|stödet|bidraget))|target group|deltagare(?:n|na)? (?:ska|som|är)|anställda (?:i|hos|vid)|upphandla|inköp|leverantör|subcontract|köpa tjänster|kostnader för|costs? of|exempel på projekt|tidigare projekt|previous projects|kontakta|contact)(?!\p{L})/iu;

/** What a call says of who may take part and how. Statements in order; a clause without a subject takes the one before. */
export function claimsIn(statements: readonly Statement[]): Claim[] {
  const inText = claimsOfAll(statements.filter((s) => !s.isHeading || s.text.endsWith('?')));
  // A title says it only when nothing else does: "Stöd till kommuner".
  return inText.length > 0 ? inText : claimsOfAll(statements);
}

function claimsOfAll(statements: readonly Statement[]): Claim[] {
  const claims: Claim[] = [];
  let question: Statement | undefined;
  let before: Statement | undefined;
  for (const statement of statements) {
    if (statement.text.endsWith('?')) {
      question = statement;
      before = statement;
      continue;
    }
    if (question) claims.push(...answered(question, statement));
    question = undefined;
    claims.push(...claimsOf(statement, before));
    before = statement;
  }
  return claims;
}

/** "Kan vår kommun söka? Nej." */
function answered(question: Statement, answer: Statement): Claim[] {
  const allowed = YES.test(answer.text) ? true : NO.test(answer.text) ? false : undefined;
  if (allowed === undefined) return [];
  const anchors = anchorsIn(question.text);
  const span = { start: question.start, end: answer.end };
  return actorsIn(question.text).flatMap((actor) => {
    const anchor = anchorFor(question.text, actor, anchors);
    return anchor ? [claim(question.text, actor, anchor.relation, allowed, span)] : [];
  });
}

const claim = (text: string, actor: Actor, relation: Relation, allowed: boolean, { start, end }: Said): Claim => ({
  ...{ kind: actor.kind, relation, allowed, start, end },
  city: includesCity(text, actor),
});

/** "De kan söka …", "They may …": those whom the statement before named. */
const PRONOUN = /^(?:men |but )?(?:de|dessa|denna|den|they|these|those)(?!\p{L})/iu;
/** A clause that goes on about the subject of the one before: it begins with a verb, a negation or a pronoun. */
const GOES_ON =
  /^[\s,]*(?:(?:men|utan|dock|däremot|medan|och|samt|eller|while|whereas|but|however|though|although|nor|and|or|then|så|inte|ej|heller|gärna|endast|bara|även|also|only|not|no|rather|instead|i stället)[\s,]+)*(?:de|dessa|den|they|these|it|kan|får|ska|skall|är|måste|bör|deltar?|medverkar?|söka|söker|ansöka|stå|ingår?|vara|räknas|välkomna?|may|can|cannot|can[’']t|must|are|is|shall|should|will|could|take|join|participate|act|neither|apply|be|welcome|som|as)(?!\p{L})/iu;
/** What may be left of a clause that only says that somebody else may too, or may not: "men kommuner kan", "but not cities". */
const ELLIPSIS =
  /^(?:[\s,.!]|men|dock|däremot|inte|ej|kan|får|det|även|också|heller|en|ett|samt|och|but|not|nor|can|may|so|also|however|while|the|a|an|and|or|eller)*$/iu;
/** "Nej, …": an answer whose word speaks of the question and not of what follows. */
const ANSWER = /^(?:nej|ja|jo|no|yes|sorry|unfortunately,? (?:not|no)|tyvärr(?: inte)?)\s*[,:.–—]\s*/iu;

function claimsOf(statement: Statement, before: Statement | undefined): Claim[] {
  const above = aboveOf(statement);
  const pronoun = before && PRONOUN.test(statement.text);
  const claims: Claim[] = [];
  let subjects: readonly Actor[] = pronoun ? actorsIn(before.text) : [];
  let subjectText = pronoun ? before.text : '';
  let relationBefore: Relation | undefined;
  for (const text of clausesOf(statement.text.replace(ANSWER, ''), standsAlone)) {
    const aside = text.search(ASIDE);
    const named = actorsIn(text).filter((actor) => aside < 0 || actor.start < aside);
    // The partners in "social partners" are no partners.
    const anchors = anchorsIn(text).filter((a) => !named.some((actor) => a.start >= actor.start && a.end <= actor.end));
    const relation = strongest(anchors);
    if (named.length === 0 && relation && (GOES_ON.test(text) || pronoun)) {
      claims.push(...subjects.map((actor) => claim(subjectText, actor, relation, !isNegated(text), statement)));
    }
    const elliptic = anchors.length === 0 && relationBefore && ELLIPSIS.test(without(text, named)) ? relationBefore : undefined;
    for (const actor of named) {
      const anchor = anchorFor(text, actor, anchors);
      if (anchor) claims.push(claim(text, actor, relationTo(text, actor, anchor), isAllowed(text, actor, anchor), statement));
      else if (isAfter(text, TOGETHER, actor)) claims.push(claim(text, actor, 'partner', !isNegated(text), statement));
      else if (elliptic) claims.push(claim(text, actor, elliptic, !isNegated(text), statement));
      // A heading that says "not" speaks for the whole list below it.
      else if (above) claims.push(claim(text, actor, above.relation, isNegated(text) === above.negated && !isAfter(text, EXCEPT, actor), statement));
    }
    if (named.length > 0) [subjects, subjectText] = [named, text];
    relationBefore = relation ?? relationBefore;
  }
  return handedOver(statement, claims);
}

const without = (text: string, actors: readonly Actor[]): string => actors.toReversed().reduce((left, a) => left.slice(0, a.start) + left.slice(a.end), text);

const LONGEST_LABEL = 45;

/** What the line above a list, or a heading that is a label or a question, says of the items below it. */
function aboveOf({ lead, heading }: Statement): { readonly relation: Relation; readonly negated: boolean } | undefined {
  for (const text of [lead, heading.length <= LONGEST_LABEL ? heading : '']) {
    const relation = strongest(anchorsIn(text));
    if (relation) return { relation, negated: isNegated(text) };
  }
  return undefined;
}

function strongest(anchors: readonly Anchor[]): Relation | undefined {
  return (['cofinance', 'partner', 'lead', 'apply'] as const).find((relation) => anchors.some((a) => a.relation === relation));
}

const relationTo = (text: string, actor: Actor, { relation }: Anchor): Relation =>
  relation !== 'cofinance' && isAfter(text, TOGETHER, actor) ? 'partner' : relation;

/** How far from an actor and its part a "not" still speaks of them. */
const REACH = 30;

function isAllowed(text: string, actor: Actor, anchor: Anchor): boolean {
  if (isAfter(text, EXCEPT, actor)) return false;
  const [from, to] = [Math.min(actor.start, anchor.start), Math.max(actor.end, anchor.end)];
  const [after = ''] = text.slice(to, to + REACH).split(/(?<!\p{L})(?:som|vilka|who|which|that|where|if|om)(?!\p{L})/u);
  return !isNegated(text.slice(Math.max(0, from - REACH), to) + after);
}

/** "som samverkar med" is a clause and no part that is named. */
const IS_VERB = /^(?:samverkar?|samarbetar?|deltar?|medverkar?|ingår?|har|bidrar?|leder?|join|take|participate)/iu;

/** The anchor that an actor belongs to: one that is named with "som" or "as", else the nearest, a noun before it or a verb after it. */
function anchorFor(text: string, actor: Actor, anchors: readonly Anchor[]): Anchor | undefined {
  // "Project partners (NGOs, companies)": who stands in brackets is what stands before them.
  const bracket = text.lastIndexOf('(', actor.start);
  if (bracket >= 0 && !text.slice(bracket, actor.start).includes(')')) {
    const named = anchors.find((a) => a.end <= bracket && bracket - a.end <= 2);
    if (named) return named;
  }
  const asPartner = anchors.find(
    (a) =>
      a.relation !== 'apply' &&
      !IS_VERB.test(text.slice(a.start, a.end)) &&
      a.start >= actor.end &&
      AS_PARTNER.test(text.slice(Math.max(0, a.start - 40), a.start)),
  );
  if (asPartner) return asPartner;
  const distance = (a: Anchor): number => (a.end <= actor.start ? actor.start - a.end : a.start - actor.end);
  const nearest = anchors.filter((a) => a.end <= actor.start || a.start >= actor.end).sort((a, b) => distance(a) - distance(b));
  // "Kommunens medverkan: stödbrev": the label asks, what follows it answers.
  const colon = text.indexOf(':', actor.end);
  return (colon >= 0 && colon < actor.end + LONGEST_LABEL ? nearest.find((a) => a.start > colon) : undefined) ?? nearest[0];
}

function isAfter(text: string, marker: RegExp, actor: Actor): boolean {
  return [...text.matchAll(marker)].some(
    (m) =>
      m.index + m[0].length <= actor.start && !/[.;:]/.test(text.slice(m.index, actor.start)) && !VERB.test(text.slice(m.index + m[0].length, actor.start)),
  );
}

/** "En kommun kan söka tillsammans med en förening som har huvudansvaret": the other one leads. */
const HANDED_OVER =
  /(?:tillsammans|samverkan|samarbete|together|partnership|cooperation|collaboration)\s+(?:med|with)\s[^.;]*?(?:som (?:är|har|står|tar)|who|which|that)\s+(?:[^.;]*?\s)?(?:huvudansvar\w*|huvudsökande|projektägare|koordinator|leads?|(?:is|acts as) (?:the )?(?:lead|main)\s?\w*)/iu;

function handedOver(statement: Statement, claims: readonly Claim[]): Claim[] {
  if (!HANDED_OVER.test(statement.text)) return [...claims];
  return claims.map((c) => ({ ...c, relation: c.city ? ('partner' as const) : ('lead' as const) }));
}
