import { ALERT_PROBABILITY, type Notice, noticeKey } from '@asf-match/domain';
import { samePurchase, traitsOf } from '@asf-match/matching';
import type { PurchaseNotice, Store } from '@asf-match/store';

/** Notices compared at most with each new one: those that share the most with it. */
const CANDIDATES = 8;

/**
 * Notes which purchase a notice is part of: that of the likeliest other notice from even odds up, else one of its own.
 * @returns the key of the purchase’s first notice
 */
export async function placeNotice(store: Store, notice: Notice): Promise<string> {
  const key = noticeKey(notice);
  const traits = traitsOf(notice);
  let best: PurchaseNotice = { key, purchase: key, probability: 1, reasons: [] };
  for (const other of await store.purchases.candidates(key, traits, CANDIDATES)) {
    const candidate = await store.notices.get(other);
    const known = await store.purchases.of(other);
    if (!candidate || !known) continue;
    const { probability, reasons } = samePurchase(notice, candidate);
    if (probability < ALERT_PROBABILITY || (best.purchase !== key && probability <= best.probability)) continue;
    best = { key, purchase: known.purchase, probability, reasons: reasons.map((reason) => ({ ...reason, with: other })) };
  }
  await store.purchases.place(best, traits);
  return best.purchase;
}
