/**
 * The yearly report to the committee as data: for each activity of the plan figures that can be recomputed from the database,
 * and what a person must fill in because the program does not see it.
 */
export interface YearlyReport {
  readonly kind: 'arsrapport';
  readonly year: number;
  /** ISO date. */
  readonly madeOn: string;
  readonly version: string;
  /** True when no register has been imported, so that the shipped example stands for it. */
  readonly example: boolean;
  readonly activities: readonly Activity[];
  readonly sources: readonly YearSource[];
}

export interface Activity {
  /** As the plan calls it. */
  readonly title: string;
  readonly figures: readonly YearFigure[];
  /** Swedish: what the program does not know, for a person to fill in. */
  readonly fillIn: readonly string[];
}

export interface YearFigure {
  /** Stable, e.g. `register.open`. */
  readonly id: string;
  readonly label: string;
  /** Null: “uppgift saknas”. */
  readonly value: number | null;
  /** Of how many, when it is a part. */
  readonly of?: number;
  /** Swedish: what was counted, so that anyone can count it again out of `asf-match export`. */
  readonly method: string;
}

export interface YearSource {
  readonly label: string;
  /** ISO date. */
  readonly read: string;
}
