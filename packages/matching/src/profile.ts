import { type Classification, type FieldId, logistic, type Municipality, municipalitiesIn, type Organisation } from '@asf-match/domain';
import type { Token } from '@asf-match/swedish';
import type { Classifier } from './classifier.ts';
import { contentStems } from './content-stems.ts';
import { WEIGHTS } from './weights.ts';

/** An organisation as matching reads it, prepared once. */
export interface Profile {
  readonly organisation: Organisation;
  readonly fields: ReadonlyMap<FieldId, Classification>;
  /** The stems of its own words that have not already spoken for a field, with their first place in the offers text. */
  readonly words: ReadonlyMap<string, Token>;
  readonly municipalities: ReadonlySet<string>;
  readonly nuts: readonly string[];
}

export function profileOf(organisation: Organisation, classifier: Classifier, known: readonly Municipality[]): Profile {
  const fields = new Map(classifier.classifyOffers(organisation.offers).map((c) => [c.field, c]));
  // A field that a person has entered in the register is known, whatever the words say.
  for (const { field } of organisation.capabilities) {
    const entered = { rule: 'field' as const, field, weight: WEIGHTS.enteredField };
    const offer = fields.get(field)?.reasons.find((r) => r.offer && r.weight > 0)?.offer;
    fields.set(field, { field, probability: logistic(entered.weight), reasons: [{ ...entered, ...(offer && { offer }) }] });
  }
  const named = municipalitiesIn(organisation.municipalities.join('; '), known);
  return {
    organisation,
    fields,
    words: remainingWords(organisation.offers, fields),
    municipalities: new Set(named.map((m) => m.code)),
    nuts: [...organisation.nuts, ...named.map((m) => m.nuts3)],
  };
}

/** One word is one piece of evidence: what has spoken as a term of a field does not speak again. */
function remainingWords(offers: string, fields: ReadonlyMap<FieldId, Classification>): Map<string, Token> {
  const spoken = [...fields.values()].flatMap((c) => c.reasons.flatMap((r) => r.offer ?? []));
  const words = contentStems(offers);
  for (const [word, { start, end }] of words) if (spoken.some((q) => q.start < end && start < q.end)) words.delete(word);
  return words;
}
