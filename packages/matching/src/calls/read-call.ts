import type { CallReading } from '@asf-match/domain';
import { readCallDates } from './call-dates.ts';
import { readCityRole } from './city-role.ts';
import { claimsIn } from './claims.ts';
import { readEligible } from './eligible.ts';
import { readInvitedOnly } from './invited.ts';
import { readManner } from './manner.ts';
import { readMoney } from './money.ts';
import { readPartnersMin, readPublicPartner } from './partners.ts';
import { readPercents } from './percents.ts';
import { readPlaces } from './places.ts';
import { readProjectMonths } from './project-time.ts';
import { statementsOf } from './statements.ts';
import { readTargetGroups } from './target-groups.ts';

/**
 * Reads a call’s text, Swedish or English: who may apply, money, dates, and what the city can be. Each thing carries the
 * statements that say so; what is not said is left out, and no figure is worked out from another. Never throws. Of a text of
 * more than 40,000 characters the beginning is read: that is ten pages, and what a call is stands first.
 * @param published the day it was published, `YYYY-MM-DD`, for dates without a year
 */
export function readCall(whole: string, { published }: { readonly published?: string } = {}): CallReading {
  const text = bounded(whole);
  const language = languageOf(text);
  const statements = statementsOf(text);
  const claims = claimsIn(statements);
  const invitedOnly = readInvitedOnly(text, statements);
  const publicPartner = readPublicPartner(text, statements);
  return {
    language,
    role: readCityRole({ text, statements, claims, invitedOnly, publicPartner }),
    ...defined({
      eligible: readEligible(text, claims),
      partnersMin: readPartnersMin(text, statements),
      publicPartnerRequired: publicPartner,
      invitedOnly,
      projectMonths: readProjectMonths(text, statements),
      targetGroups: readTargetGroups(text, statements),
      places: readPlaces(text, statements),
    }),
    ...readManner(text, statements),
    ...readPercents(text, statements),
    ...readMoney(text, statements),
    ...readCallDates(text, statements, { language, ...(published && { published }) }),
  };
}

const MOST = 40_000;

/** The beginning, at the same places: wide gaps, which hold nothing to read, become ends of lines, since patterns would try them in every way. */
const bounded = (text: string): string => text.slice(0, MOST).replace(/[^\S\n]{8,}/g, (gap) => '\n'.repeat(gap.length));

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const defined = <T extends object>(parts: T): Defined<T> => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Defined<T>;

const SWEDISH = /(?<!\p{L})(?:och|att|som|för|är|ska|kan|med|till|av|eller|på|inte|det|den)(?!\p{L})/giu;
const ENGLISH = /(?<!\p{L})(?:and|the|of|to|for|is|are|with|or|by|be|in|not|must|may)(?!\p{L})/giu;
/** By their small words: names of the other country stand in many texts. */
const languageOf = (text: string): 'sv' | 'en' => ((text.match(ENGLISH)?.length ?? 0) > (text.match(SWEDISH)?.length ?? 0) ? 'en' : 'sv');
