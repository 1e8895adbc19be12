import type { Moment, NeedStatus } from '@asf-match/domain';
import type { SourceState } from './report.ts';

/** The first page of a run, for the buyer's own staff: leads to every report and digest. */
export interface Overview {
  readonly madeOn: string;
  readonly version: string;
  readonly example: boolean;
  readonly needs: readonly {
    readonly title: string;
    readonly reference?: string;
    readonly status?: NeedStatus;
    readonly plannedStart?: Moment;
    /** Labels of its likely fields. */
    readonly fields: readonly string[];
    readonly organisations: number;
    readonly file: string;
  }[];
  readonly digests: readonly { readonly name: string; readonly municipalities: readonly string[]; readonly alerts: number; readonly file: string }[];
  readonly notices: { readonly stored: number; readonly open: number; readonly relevant: number };
  readonly sources: readonly SourceState[];
}
