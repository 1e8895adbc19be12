import type { Quote } from './match.ts';
import type { Moment } from './moment.ts';
import type { Money } from './money.ts';

/** Something that a call says, with the words that say it. What is not said is left out of a reading (framgår inte). */
export interface Stated<T> {
  readonly value: T;
  /** Verbatim, `part` is `text`; at least one. */
  readonly quotes: readonly Quote[];
}

/** What the city can be in a project, in the words that people see. */
export const CITY_ROLES = ['projektägare', 'samverkanspart', 'medfinansiär', 'kan inte delta', 'oklart'] as const;
export type CityRole = (typeof CITY_ROLES)[number];

/** Who a call says may apply, in the words that people see. */
export const APPLICANT_KINDS = [
  'kommun',
  'region',
  'kommunalförbund',
  'samordningsförbund',
  'kommunalt bolag',
  'statlig myndighet',
  'arbetsförmedling',
  'offentlig aktör',
  'juridisk person',
  'ideell förening',
  'idéburen organisation',
  'ekonomisk förening',
  'kooperativ',
  'stiftelse',
  'trossamfund',
  'arbetsintegrerande socialt företag',
  'socialt företag',
  'aktiebolag',
  'litet eller medelstort företag',
  'företag',
  'enskild firma',
  'universitet eller högskola',
  'forskningsinstitut',
  'folkhögskola eller studieförbund',
  'skola',
  'arbetsmarknadens part',
  'internationell organisation',
  'privatperson',
] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

/** A day that a call opens or closes; `about` when the text gives only a month or the like ("mitten på februari"). */
export interface CallDay {
  readonly at: Moment;
  readonly about?: string;
}

/** What the text of a call says. Figures are those of the text: nothing is worked out from another. */
export interface CallReading {
  readonly language: 'sv' | 'en';
  /** Always there; without quotes when nothing in the text decides it. `check` is what a person has to find out, Swedish sentences. */
  readonly role: Stated<CityRole> & { readonly check: readonly string[] };
  readonly eligible?: Stated<readonly ApplicantKind[]>;
  readonly partnersMin?: Stated<number>;
  readonly publicPartnerRequired?: Stated<true>;
  readonly opens?: Stated<CallDay>;
  /** In order; several for stages and cut-offs. */
  readonly closes?: Stated<readonly Moment[]>;
  /** 2 when an outline comes before the application. */
  readonly stages?: Stated<number>;
  /** Applications are taken at any time. */
  readonly rolling?: Stated<true>;
  /** The text itself says that it is closed, whatever its dates. */
  readonly closedInWords?: Stated<true>;
  readonly invitedOnly?: Stated<true>;
  /** Highest share of the costs that the funder pays, percent. */
  readonly fundingPercent?: Stated<number>;
  /** Lowest share that others must pay, percent. */
  readonly cofinancingPercent?: Stated<number>;
  /** Of the whole call. */
  readonly budget?: Stated<Money>;
  /** For one project. */
  readonly min?: Stated<Money>;
  readonly max?: Stated<Money>;
  /** Longest project time, months. */
  readonly projectMonths?: Stated<number>;
  readonly targetGroups?: Stated<readonly string[]>;
  readonly places?: Stated<readonly string[]>;
  /** Dates that could not be read, with why, Swedish sentences. */
  readonly unread: readonly string[];
}

/** Whether a call is over at `now`, an ISO instant: it says so, or its last deadline is past. A call without dates is not. */
export function isClosed({ closedInWords, closes }: Pick<CallReading, 'closedInWords' | 'closes'>, now: string): boolean {
  if (closedInWords) return true;
  return closes?.value.every((moment) => moment.instant < now) ?? false;
}
