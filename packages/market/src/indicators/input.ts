import type { Classification, FieldId, Need, Organisation, Taxonomy } from '@asf-match/domain';
import type { FieldsOf } from './asf-in-field/index.ts';
import type { SimilarPurchase } from './similar-purchase.ts';

/** What the indicators of one need are counted from. */
export interface IndicatorInput {
  readonly need: Need;
  /** The fields that the need is about, the main one first. */
  readonly fields: readonly FieldId[];
  /** The need's text and codes read as fields, with the reasons. */
  readonly classifications: readonly Classification[];
  readonly organisations: readonly Organisation[];
  readonly fieldsOf: FieldsOf;
  /** Earlier purchases held to be similar, most similar first. */
  readonly similar: readonly SimilarPurchase[];
  readonly taxonomy: Taxonomy;
  /** `YYYY-MM-DD` */
  readonly today: string;
}
