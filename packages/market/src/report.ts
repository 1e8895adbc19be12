import type { Indicator, Moment, Money, NeedStatus, Quote, Threshold } from '@asf-match/domain';
import type { DraftCheck } from './draft/check-draft.ts';
import type { Evidence } from './evidence.ts';

/**
 * A match report (matchrapport) as data: everything that its HTML, JSON and later forms show. Headings 0–9 follow the
 * order in which an officer works before a dialogue. Texts are Swedish; quotes are verbatim from the need or from an
 * organisation's own words. It holds evidence and no recommendation (LOU 4 kap. 1 and 2 §§).
 */
export interface MatchReport {
  readonly kind: 'matchrapport';
  /** A report is a working document until somebody sends it (TF 2 kap.). */
  readonly status: 'arbetsmaterial';
  /** ISO date. */
  readonly madeOn: string;
  readonly version: string;
  /** True when need or register are made up and ship with the product. */
  readonly example: boolean;
  /** 0. At most five sentences. */
  readonly short: readonly string[];
  /** 1. */
  readonly need: NeedFacts;
  /** 2. */
  readonly limits: readonly LimitCheck[];
  readonly reservations: readonly ReservationRoute[];
  readonly lots: LotsRule;
  readonly turnover: string;
  readonly ladder: Ladder;
  /** 3. In order of evidence; the order recommends nobody. */
  readonly organisations: readonly OrganisationEntry[];
  readonly nearMisses: readonly NearMiss[];
  /** 4. */
  readonly indicators: readonly Indicator[];
  readonly earlier: readonly EarlierNotice[];
  /** 5. Likely fields of the need, the main one first. */
  readonly parts: readonly Part[];
  /** 5. Tasks named in the need first, then usual ones of its clear fields. */
  readonly tasks: readonly TaskSplit[];
  /** 6. Absent when no draft was read. */
  readonly draft?: DraftCheck;
  /** 7. */
  readonly questions: readonly string[];
  /** 9. */
  readonly method: Method;
}

export interface NeedFacts {
  readonly id: string;
  readonly reference?: string;
  readonly title: string;
  readonly description: string;
  readonly cpv: readonly { readonly code: string; readonly label?: string }[];
  readonly places: readonly string[];
  readonly value?: Money;
  readonly plannedStart?: Moment;
  readonly status?: NeedStatus;
  readonly origin: string;
}

/** A money limit of LOU against the need's value. Never says what the buyer may do. */
export interface LimitCheck {
  readonly id: Threshold['id'];
  readonly label: string;
  readonly law: string;
  readonly limit: Money;
  readonly from: string;
  readonly to?: string;
  readonly verified: boolean;
  readonly source: string;
  /** `unknown`: no value is stated; `other-currency`: the limit is known in another currency only. */
  readonly relation: 'below' | 'at-or-above' | 'unknown' | 'other-currency';
  readonly sentence: string;
}

/** A way in which LOU lets a purchase be reserved, with its conditions and what is known of them. */
export interface ReservationRoute {
  readonly law: string;
  readonly title: string;
  readonly conditions: readonly Condition[];
  /** What else the facts here say. */
  readonly known: readonly string[];
  /** What nobody has answered yet. */
  readonly missing: readonly string[];
}

/** A condition of the law beside the facts. `unknown` whenever nothing here answers it. */
export interface Condition {
  readonly text: string;
  readonly state: 'met' | 'not-met' | 'unknown';
  /** The fact that it rests on. */
  readonly because: string;
}

export interface LotsRule {
  readonly law: string;
  readonly duty: string;
  readonly facts: string;
  /** For the documents, to be filled in. */
  readonly sentence: string;
}

/** How far the register's numbers reach, from the whole contract down to a dialogue alone. */
export interface Ladder {
  readonly rungs: readonly Rung[];
  readonly reached: Rung['id'];
  readonly note: string;
}

export interface Rung {
  readonly id: 'whole' | 'lots' | 'terms' | 'dialogue';
  readonly title: string;
  readonly law: string;
  readonly holds: 'yes' | 'no' | 'unknown';
  /** The numbers that led there. */
  readonly numbers: readonly string[];
}

/** A task of the need and its simpler parts. */
export interface TaskSplit {
  readonly task: string;
  readonly simpler: readonly string[];
  /** What it takes to hand them out. */
  readonly note: string;
  readonly field: string;
  readonly label: string;
  /** Words of the need that name it; none for a task that is only usual in the field. */
  readonly quotes: readonly Quote[];
  readonly inCounty: number;
  readonly inCountry: number;
}

export interface OrganisationEntry {
  readonly id: string;
  readonly name: string;
  readonly municipalities: readonly string[];
  readonly website?: string;
  /** Its own words, or the source's words about it. */
  readonly offers: string;
  /** Labels of the fields of the need that it works in. */
  readonly covers: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly source: string;
  readonly seen: string;
  /** Swedish sentences: what makes the row uncertain. */
  readonly uncertain: readonly string[];
}

export interface NearMiss {
  readonly name: string;
  readonly municipalities: readonly string[];
  readonly field?: string;
  readonly why: string;
}

export interface EarlierNotice {
  readonly title: string;
  readonly buyer?: string;
  readonly published?: Moment;
  readonly url?: string;
  readonly field: string;
  readonly tendersReceived?: number;
  readonly winners: readonly string[];
  readonly value?: Money;
  readonly example: boolean;
}

export interface Part {
  readonly field: string;
  readonly label: string;
  /** `clear` from nine in ten, `likely` from even odds, `possible` below. */
  readonly certainty: 'clear' | 'likely' | 'possible';
  readonly quotes: readonly Quote[];
  readonly inCounty: number;
  readonly inCountry: number;
}

export interface Method {
  readonly sources: readonly SourceState[];
  readonly register: { readonly rows: number; readonly unverified: number; readonly old: number; readonly closed: number };
  readonly notChecked: readonly string[];
}

export interface SourceState {
  readonly label: string;
  /** ISO date of the last successful reading. */
  readonly lastRead?: string;
  readonly outcome: string;
}
