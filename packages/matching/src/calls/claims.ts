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
  /(?<!\p{L})(?:målgrupp(?:en)?|target group|deltagare(?:n|na)? (?:ska|som|är)|anställda (?:i|hos|vid)|upphandla|inköp|leverantör|subcontract|köpa tjänster|kostnader för|costs? of|exempel på projekt|tidigare projekt|previous projects|kontakta|contact)(?!\p{L})/iu;

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
/** What may be left of a clause that only says that somebody else may too, or may not: "men kommuner kan", "but not cities". */
const ELLIPSIS =
  /^(?:[\s,.!]|men|dock|däremot|inte|ej|kan|får|det|även|också|heller|en|ett|samt|och|but|not|nor|can|may|so|also|however|while|the|a|an|and|or|eller)*$/iu;

function claimsOf(statement: Statement, before: Statement | undefined): Claim[] {
  const above = aboveOf(statement);
  const claims: Claim[] = [];
  const pronoun = before && PRONOUN.test(statement.text);
  let subjects: readonly Actor[] = pronoun ? actorsIn(before.text) : [];
  let subjectText = pronoun ? before.text : '';
  let relationBefore: Relation | undefined;
  for (const clause of clausesOf(statement, standsAlone)) {
    const aside = clause.text.search(ASIDE);
    const named = actorsIn(clause.text).filter((actor) => aside < 0 || actor.start < aside);
    // The partners in "social partners" are no partners.
    const anchors = anchorsIn(clause.text).filter((a) => !named.some((actor) => a.start >= actor.start && a.end <= actor.end));
    const inherits = named.length === 0 && anchors.length > 0;
    const actors = inherits ? subjects : named;
    if (named.length > 0) [subjects, subjectText] = [named, clause.text];
    const negated = isNegated(clause.text);
    const elliptic = anchors.length === 0 && relationBefore && ELLIPSIS.test(without(clause.text, named)) ? relationBefore : undefined;
    for (const actor of actors) {
      const found = inherits ? strongest(anchors) : (placed(clause.text, actor, anchors) ?? elliptic ?? (anchors.length === 0 ? above?.relation : undefined));
      if (!found) continue;
      const excepted = !inherits && isAfter(clause.text, EXCEPT, actor);
      // A heading that says "not" speaks for the whole list below it.
      const against = anchors.length === 0 && !elliptic ? (above?.negated ?? false) !== negated : negated;
      claims.push(claim(inherits ? subjectText : clause.text, actor, found, excepted ? against && !isOnlyExcept(clause.text) : !against, statement));
    }
    relationBefore = strongest(anchors) ?? relationBefore;
  }
  return handedOver(statement, claims);
}

const without = (text: string, actors: readonly Actor[]): string => actors.toReversed().reduce((left, a) => left.slice(0, a.start) + left.slice(a.end), text);

/** "utom", "ej", "not including" stand for the negation themselves. */
const isOnlyExcept = (text: string): boolean => text.search(EXCEPT) >= 0;

/** What the line above a list, or the heading, says of the items that name nobody’s part themselves. */
function aboveOf({ lead, heading }: Statement): { readonly relation: Relation; readonly negated: boolean } | undefined {
  for (const text of [lead, heading]) {
    const anchor = strongest(anchorsIn(text));
    if (anchor) return { relation: anchor, negated: isNegated(text) };
  }
  return undefined;
}

function strongest(anchors: readonly Anchor[]): Relation | undefined {
  return (['cofinance', 'partner', 'lead', 'apply'] as const).find((relation) => anchors.some((a) => a.relation === relation));
}

function placed(text: string, actor: Actor, anchors: readonly Anchor[]): Relation | undefined {
  const nearest = anchorFor(text, actor, anchors);
  if (!nearest) return undefined;
  if (nearest.relation === 'cofinance') return 'cofinance';
  return isAfter(text, TOGETHER, actor) ? 'partner' : nearest.relation;
}

/** The anchor that an actor belongs to: one that is named with "som" or "as", else the nearest, a noun before it or a verb after it. */
function anchorFor(text: string, actor: Actor, anchors: readonly Anchor[]): Anchor | undefined {
  const asPartner = anchors.find((a) => a.relation !== 'apply' && a.start >= actor.end && AS_PARTNER.test(text.slice(Math.max(0, a.start - 40), a.start)));
  if (asPartner) return asPartner;
  const distance = (a: Anchor): number => (a.end <= actor.start ? actor.start - a.end : a.start - actor.end);
  return anchors.filter((a) => a.end <= actor.start || a.start >= actor.end).sort((a, b) => distance(a) - distance(b))[0];
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
