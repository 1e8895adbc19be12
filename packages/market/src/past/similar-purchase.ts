import type { CpvCode, FieldId, PurchaseHistory } from '@asf-match/domain';

/** Why an earlier purchase is held to be like the need. Either signal may carry it alone: codes are wrong in about every fifth notice. */
export type Similarity =
  /** Its code is the need's, or below it, or above it but no broader than four digits. */
  | { readonly by: 'code'; readonly code: CpvCode; readonly needCode: CpvCode }
  /** Its text and code are read as a field of the need; `quote` is the word or the code that says so most clearly. */
  | { readonly by: 'field'; readonly field: FieldId; readonly quote: string }
  /** The titles share uncommon words, which make up half or more of what is uncommon in the need's title. */
  | { readonly by: 'words'; readonly words: readonly string[] };

export interface SimilarPurchase {
  readonly history: PurchaseHistory;
  /** At least one, the clearest first. */
  readonly because: readonly Similarity[];
}

/** Earlier purchases for one need, and what was searched for them. */
export interface PastPurchases {
  /** Most similar first, then newest. */
  readonly similar: readonly SimilarPurchase[];
  /** Purchases of the same kind that are marked as reserved, or say so in their title; the kind is taken wider: the groups of the need's fields. */
  readonly reserved: readonly SimilarPurchase[];
  /** How many purchases were searched. */
  readonly searched: number;
  /** First and last day of the statistics, ISO dates. */
  readonly period: { readonly from: string; readonly to: string };
  readonly source: string;
  /** ISO date of the oldest reading. */
  readonly date: string;
}
