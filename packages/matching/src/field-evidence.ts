import type { Classification, Reason } from '@asf-match/domain';
import type { Profile } from './profile.ts';

/** Fields less likely than this on either side are no evidence that the two fit. */
export const LEAST = 0.02;
const MOST_FIELDS = 5;

/**
 * Both sides must be about the field, so the chance that a field fits is the product of how sure each side is. The
 * first reason brings the log-odds of the likeliest field; each further field adds what it adds to the chance that at
 * least one of them fits.
 */
export function fieldReasons(asked: readonly Classification[], { fields }: Profile): Reason[] {
  const joint = asked.flatMap((purchase) => {
    const offer = fields.get(purchase.field);
    return offer && offer.probability >= LEAST ? [{ purchase, offer, chance: purchase.probability * offer.probability }] : [];
  });
  joint.sort((a, b) => b.chance - a.chance || (a.purchase.field < b.purchase.field ? -1 : 1));
  let none = 1;
  let before = 0;
  return joint.slice(0, MOST_FIELDS).map(({ purchase, offer, chance }) => {
    none *= 1 - Math.min(chance, 0.999);
    const logOdds = Math.log((1 - none) / none);
    const weight = logOdds - before;
    before = logOdds;
    const quote = strongest(purchase.reasons.filter((r) => r.quote))?.quote;
    const words = strongest(offer.reasons.filter((r) => r.offer))?.offer;
    return { rule: 'field', field: purchase.field, weight, ...(quote && { quote }), ...(words && { offer: words }) };
  });
}

const strongest = (reasons: readonly Reason[]): Reason | undefined => reasons.filter((r) => r.weight > 0).sort((a, b) => b.weight - a.weight)[0];
