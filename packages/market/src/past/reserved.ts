import type { PastPurchase } from '@asf-match/domain';
import { titleStems } from '@asf-match/matching';

/** How a purchase says that it is reserved: both may be wrong, the mark is often set by mistake and a title may mean something else. */
export type ReservedSign = 'mark' | 'title';

export function reservedSigns({ reserved, reservedExecution, title }: PastPurchase): ReservedSign[] {
  return [
    ...(reserved || reservedExecution ? (['mark'] as const) : []),
    ...(/(?<!\p{L})reserver(?:ade?|at)(?!\p{L})/iu.test(title) ? (['title'] as const) : []),
  ];
}

/** Stems of the words by which a store finds such titles. */
export const RESERVED_STEMS: readonly string[] = [...titleStems('reserverad reserverat').keys()];
