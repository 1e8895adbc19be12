import type { Classification, FieldId, Quote, Reason } from '@asf-match/domain';
import type { OfferedField, Profile } from './profile.ts';

/** A field that both sides are about with less chance than this is no evidence that they fit. */
const LEAST = 0.01;
const MOST = 0.999;
/** Quotes are told apart by the bits of one number. */
const MOST_QUOTES = 31;

/**
 * The organisations by the fields that they may work in. Both sides must be about a field, so the chance that it fits
 * is the product of how sure each side is, and the chance that any field fits is 1 − ∏(1 − chance). Words that have
 * spoken for one field do not speak again for another: a purchase's fields are taken from the likeliest down.
 */
export interface FieldIndex {
  /** Multiplies the chance that no field fits into `none`, by the organisation's position. Allocates nothing per organisation. */
  addChances(asked: readonly AskedField[], none: Float64Array): void;
  /** The same chance as reasons: the likeliest field brings its log-odds, each further one what it adds. */
  reasons(asked: readonly AskedField[], profile: Profile): Reason[];
}

/** A field that a purchase may be about, with the words that say so most clearly. */
export interface AskedField {
  readonly field: FieldId;
  readonly probability: number;
  readonly quote?: Quote;
  /** The bit that stands for its words; 0 for a code, which may speak for several fields. */
  readonly words: number;
}

export function askedFields(classifications: readonly Classification[]): AskedField[] {
  const bits = new Map<string, number>();
  return classifications.flatMap(({ field, probability, reasons }) => {
    if (probability < LEAST) return [];
    const quote = strongestQuote(reasons);
    return [{ field, probability, ...(quote && { quote }), words: quote && quote.part !== 'cpv' ? bitOf(`${quote.part} ${quote.start}`, bits) : 0 }];
  });
}

function strongestQuote(reasons: readonly Reason[]): Quote | undefined {
  let best: Reason | undefined;
  for (const reason of reasons) if (reason.quote && reason.weight > (best?.weight ?? 0)) best = reason;
  return best?.quote;
}

function bitOf(place: string, bits: Map<string, number>): number {
  const known = bits.get(place);
  if (known !== undefined) return known;
  const bit = bits.size < MOST_QUOTES ? 1 << bits.size : 0;
  bits.set(place, bit);
  return bit;
}

interface Offering {
  readonly positions: number[];
  readonly probabilities: number[];
}

export function indexFields(profiles: readonly Profile[]): FieldIndex {
  const byField = new Map<FieldId, Offering>();
  for (const [position, profile] of profiles.entries()) {
    for (const [field, { probability }] of profile.fields) {
      const offering = byField.get(field) ?? { positions: [], probabilities: [] };
      offering.positions.push(position);
      offering.probabilities.push(probability);
      byField.set(field, offering);
    }
  }
  const spoken = new Int32Array(profiles.length);

  function addField({ field, probability, words }: AskedField, none: Float64Array): void {
    const { positions, probabilities } = byField.get(field) ?? { positions: [], probabilities: [] };
    for (let i = 0; i < positions.length; i++) {
      const chance = probability * (probabilities[i] as number);
      const position = positions[i] as number;
      if (chance < LEAST || ((spoken[position] as number) & words) !== 0) continue;
      spoken[position] = (spoken[position] as number) | words;
      none[position] = (none[position] as number) * (1 - Math.min(chance, MOST));
    }
  }

  return {
    addChances(asked, none) {
      spoken.fill(0);
      for (const each of asked) addField(each, none);
    },
    reasons: (asked, profile) => reasonsOf(sharedFields(asked, profile)),
  };
}

interface SharedField extends AskedField {
  readonly chance: number;
  readonly offered: OfferedField;
}

function sharedFields(asked: readonly AskedField[], { fields }: Profile): SharedField[] {
  let spoken = 0;
  return asked.flatMap((each) => {
    const offered = fields.get(each.field);
    const chance = each.probability * (offered?.probability ?? 0);
    if (!offered || chance < LEAST || (spoken & each.words) !== 0) return [];
    spoken |= each.words;
    return [{ ...each, chance, offered }];
  });
}

function reasonsOf(shared: readonly SharedField[]): Reason[] {
  let none = 1;
  let before = 0;
  return shared
    .toSorted((a, b) => b.chance - a.chance || (a.field < b.field ? -1 : 1))
    .map(({ field, chance, quote, offered }) => {
      none *= 1 - Math.min(chance, MOST);
      const logOdds = Math.log((1 - none) / none);
      const weight = logOdds - before;
      before = logOdds;
      return { rule: 'field', field, weight, ...(quote && { quote }), ...(offered.offer && { offer: offered.offer }) };
    });
}
