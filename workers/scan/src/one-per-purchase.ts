import { type Notice, noticeKey } from '@asf-match/domain';

/**
 * Of several notices of one kind that are of one purchase (TED, a national database and a double publication), the one that
 * says the most: the whole before what a search says of it, then the one with the longest text. Order is kept.
 * @param purchases purchases by the key of their notices
 */
export function onePerPurchase(notices: readonly Notice[], purchases: ReadonlyMap<string, string>): Notice[] {
  const best = new Map<string, Notice>();
  const idOf = (notice: Notice): string => `${purchases.get(noticeKey(notice)) ?? noticeKey(notice)} ${notice.formType}`;
  for (const notice of notices) {
    const other = best.get(idOf(notice));
    if (!other || saysMore(notice, other)) best.set(idOf(notice), notice);
  }
  return notices.filter((notice) => best.get(idOf(notice)) === notice);
}

function saysMore(a: Notice, b: Notice): boolean {
  if (a.partial !== b.partial) return b.partial === true;
  return textLength(a) > textLength(b);
}

const textLength = ({ description, lots }: Notice): number => (description?.length ?? 0) + lots.reduce((sum, l) => sum + (l.description?.length ?? 0), 0);
