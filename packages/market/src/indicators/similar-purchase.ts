import type { CpvCode, FieldId, PurchaseHistory } from '@asf-match/domain';

/** Why an earlier purchase is held to be like the need. Either signal may carry it alone: codes are wrong in about every fifth notice. */
export type Similarity =
  /** Its code is the need's, or above or below it in the tree. */
  | { readonly by: 'code'; readonly code: CpvCode; readonly needCode: CpvCode }
  /** Its title and code are read as the same field of work; `quote` is the word or the code that says so. */
  | { readonly by: 'field'; readonly field: FieldId; readonly quote: string }
  /** The titles share so many uncommon words. */
  | { readonly by: 'words'; readonly words: readonly string[] };

export interface SimilarPurchase {
  readonly history: PurchaseHistory;
  /** At least one. */
  readonly because: readonly Similarity[];
}
