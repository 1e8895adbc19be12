import type { Classification, FieldId, Need, Organisation, Taxonomy } from '@asf-match/domain';
import type { PastPurchases } from '../past/similar-purchase.ts';
import type { FieldsOf } from './asf-in-field/index.ts';

/** What the indicators of one need are counted from. */
export interface IndicatorInput {
  readonly need: Need;
  /** The fields that the need is about, the main one first. */
  readonly fields: readonly FieldId[];
  /** The need's text and codes read as fields, with the reasons. */
  readonly classifications: readonly Classification[];
  readonly organisations: readonly Organisation[];
  readonly fieldsOf: FieldsOf;
  /** Absent when no statistics and no results are stored. */
  readonly past?: PastPurchases | undefined;
  readonly taxonomy: Taxonomy;
  /** `YYYY-MM-DD` */
  readonly today: string;
}
