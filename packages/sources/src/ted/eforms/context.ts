import type { Remarks } from '../remarks.ts';
import type { ReadText } from './texts.ts';

/** What the readers of one eForms notice share. */
export interface EformsContext {
  readonly remarks: Remarks;
  /** IANA zone of the buyer. */
  readonly zone: string;
  readonly read: ReadText;
}
