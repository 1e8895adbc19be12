import type { Classification, FieldId, Quote, Reason } from '@asf-match/domain';
import type { OfferedField, Profile } from './profile.ts';

/** A field that both sides are about with less chance than this is no evidence that they fit. */
const LEAST = 0.01;
const MOST = 0.999;
const MOST_FIELDS = 5;

/** The organisations by the fields that they may work in. */
export interface FieldIndex {
  /** Why purchase and organisation fit, at the organisation's position; nothing where they share no field. */
  reasons(asked: readonly Classification[]): readonly (readonly Reason[] | undefined)[];
}

interface SharedField {
  readonly field: FieldId;
  readonly chance: number;
  readonly quote: Quote | undefined;
  readonly offer: Quote | undefined;
}

export function indexFields(profiles: readonly Profile[]): FieldIndex {
  const byField = new Map<FieldId, { readonly position: number; readonly offered: OfferedField }[]>();
  for (const [position, profile] of profiles.entries()) {
    for (const [field, offered] of profile.fields) {
      const list = byField.get(field);
      if (list) list.push({ position, offered });
      else byField.set(field, [{ position, offered }]);
    }
  }
  return {
    reasons(asked) {
      const shared: SharedField[][] = new Array(profiles.length);
      for (const { field, probability, reasons } of asked) {
        if (probability < LEAST) continue;
        const quote = reasons.filter((r) => r.quote && r.weight > 0).sort((a, b) => b.weight - a.weight)[0]?.quote;
        for (const { position, offered } of byField.get(field) ?? []) {
          const chance = probability * offered.probability;
          if (chance < LEAST) continue;
          const one = { field, chance, quote, offer: offered.offer };
          const list = shared[position];
          if (list) list.push(one);
          else shared[position] = [one];
        }
      }
      return shared.map(fieldReasons);
    },
  };
}

/**
 * Both sides must be about the field, so the chance that a field fits is the product of how sure each side is. The
 * first reason brings the log-odds of the likeliest field; each further field adds what it adds to the chance that at
 * least one of them fits. Words that have spoken for a likelier field do not speak again for another.
 */
function fieldReasons(shared: SharedField[]): Reason[] {
  shared.sort((a, b) => b.chance - a.chance || (a.field < b.field ? -1 : 1));
  let none = 1;
  let before = 0;
  const spoken = new Set<string>();
  const apart = shared.filter(({ quote }) => {
    const words = quote && quote.part !== 'cpv' ? `${quote.part} ${quote.start}` : undefined;
    if (words === undefined) return true;
    return spoken.size < spoken.add(words).size;
  });
  return apart.slice(0, MOST_FIELDS).map(({ field, chance, quote, offer }) => {
    none *= 1 - Math.min(chance, MOST);
    const logOdds = Math.log((1 - none) / none);
    const weight = logOdds - before;
    before = logOdds;
    return { rule: 'field', field, weight, ...(quote && { quote }), ...(offer && { offer }) };
  });
}
