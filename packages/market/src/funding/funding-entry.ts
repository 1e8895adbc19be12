import type { CityRole, Moment, Money, Quote, Reason } from '@asf-match/domain';

/** Where a call stands at a certain time. `undated`: nothing says when it closes. */
export type CallState = 'open' | 'forthcoming' | 'undated' | 'closed';

/** What others than the funder would pay of a typical project, and on what that rests. */
export interface Cofinancing {
  /** Lowest share of the costs, percent. */
  readonly percent: number;
  /** `stated` in the call, or what is left of the funder’s highest share. */
  readonly from: 'stated' | 'remaining';
  /** Of the typical project, whole thousands. */
  readonly amount: Money;
  /** What the project is taken to cost. */
  readonly project: Money;
  /** Where that figure is from: the call’s own span or ceiling, or an assumption for want of one. */
  readonly projectFrom: 'middle' | 'ceiling' | 'assumed';
}

/** A field of work that a project could hold, and how many ASF in the register work in it. */
export interface CallField {
  readonly label: string;
  readonly organisations: readonly string[];
  readonly quote?: Quote;
}

/** One call as the reader sees it. */
export interface FundingEntry {
  readonly key: string;
  readonly title: string;
  readonly funder: string;
  readonly programme?: string;
  readonly url?: string;
  readonly source: string;
  /** When the source was last heard to say so, an ISO instant. */
  readonly readAt: string;
  readonly firstSeen: string;
  readonly state: CallState;
  readonly opens?: Moment;
  /** In the source’s words, when it gives no day: "mars 2027". */
  readonly about?: string;
  /** The next deadline; none for running application and undated calls. */
  readonly closes?: Moment;
  /** Deadlines after it. */
  readonly later: readonly Moment[];
  readonly rolling: boolean;
  readonly role: CityRole;
  readonly roleQuotes: readonly Quote[];
  readonly eligible: readonly string[];
  readonly relevance: number;
  /** Words that speak for it, strongest first. */
  readonly why: readonly Reason[];
  readonly targetGroups: readonly string[];
  readonly fields: readonly CallField[];
  readonly fundingPercent?: number;
  readonly cofinancing?: Cofinancing;
  readonly budget?: Money;
  readonly min?: Money;
  readonly max?: Money;
  /** What a person has to find out, Swedish sentences. */
  readonly missing: readonly string[];
  /** The page must be read by a person. */
  readonly readPage: boolean;
}
