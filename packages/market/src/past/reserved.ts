import type { PastPurchase } from '@asf-match/domain';

/** How a purchase says that it is reserved: both may be wrong, the mark is often set by mistake and a title may mean something else. */
export type ReservedSign = 'mark' | 'title';

export function reservedSigns({ reserved, reservedExecution, title }: PastPurchase): ReservedSign[] {
  return [...(reserved || reservedExecution ? (['mark'] as const) : []), ...(/(?<!\p{L})reserverad(e|t)?(?!\p{L})/iu.test(title) ? (['title'] as const) : [])];
}

/** Stems by which a store finds such titles. */
export const RESERVED_WORDS = 'reserverad upphandling';
