import type { Need, Notice, RegisterSnapshot } from '@asf-match/domain';
import type { FollowUp } from '../follow-up.ts';
import type { YearSource } from './yearly-report.ts';

/** What a year is counted from. All of it is stored; nothing is read from elsewhere. */
export interface YearInput {
  readonly year: number;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly version: string;
  /** The last look at the register within the year or before. */
  readonly register?: RegisterSnapshot | undefined;
  /** The last look before the year, else the first within it. */
  readonly earlier?: RegisterSnapshot | undefined;
  readonly needs: readonly Need[];
  /** Of each need: how many ASF have even odds or more, and in how many fields. */
  readonly matchesOfNeed: (id: string) => { readonly organisations: number; readonly fields: number };
  /** Notices published in the year, current versions. */
  readonly notices: readonly Notice[];
  /** How many ASF have even odds or more for a notice, by its key. */
  readonly matchesOfNotice: (key: string) => number;
  /** When each stored call for funding was first heard of, ISO instants. */
  readonly callsFirstSeen: readonly string[];
  /** Subscriptions to alerts that are confirmed and running. */
  readonly subscriptions: number;
  /** What was told in mails of the year, and what those who got it answered in the year. */
  readonly told: {
    readonly sent: number;
    readonly shown: number;
    readonly interested: number;
    readonly notRelevant: number;
    readonly bid: number;
    readonly won: number;
  };
  readonly followUp: FollowUp;
  /** Purchases in the statistics, by year. */
  readonly statistics: readonly { readonly year: number; readonly purchases: number }[];
  readonly sources: readonly YearSource[];
}
