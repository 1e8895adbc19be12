import type { Remarks } from '../remarks.ts';

/** What the readers of one old notice share. */
export interface LegacyContext {
  readonly remarks: Remarks;
  /** IANA zone of the buyer. */
  readonly zone: string;
}
