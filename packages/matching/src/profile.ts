import { type FieldId, logistic, type Municipality, municipalitiesIn, type Organisation, type Quote, type Reason } from '@asf-match/domain';
import type { Token } from '@asf-match/swedish';
import type { Classifier } from './classifier.ts';
import type { Area } from './place-evidence.ts';
import { contentStems, type ReadText, readText } from './read-text.ts';
import { WEIGHTS } from './weights.ts';

/** A field that an organisation works in, and the words of its offer that say so most clearly. */
export interface OfferedField {
  readonly probability: number;
  readonly offer?: Quote;
}

/** An organisation as matching reads it, prepared once. */
export interface Profile {
  readonly organisation: Organisation;
  readonly fields: ReadonlyMap<FieldId, OfferedField>;
  /** The stems of its own words that have not already spoken for a field, with their first place in the offers text. */
  readonly words: ReadonlyMap<string, Token>;
  readonly area: Area;
}

export function profileOf(organisation: Organisation, classifier: Classifier, known: readonly Municipality[]): Profile {
  const read = readText('offers', organisation.offers);
  const said = classifier.classifyOffers(organisation.offers, read);
  const fields = new Map(said.map((c) => [c.field, offered(c.probability, c.reasons)]));
  // A field that a person has entered in the register is known, whatever the words say.
  for (const { field } of organisation.capabilities) fields.set(field, { ...fields.get(field), probability: logistic(WEIGHTS.enteredField) });
  const named = municipalitiesIn(organisation.municipalities.join('; '), known);
  return {
    organisation,
    fields,
    words: remainingWords(
      read,
      said.flatMap((c) => c.reasons),
    ),
    area: { municipalities: new Set(named.map((m) => m.code)), nuts: [...organisation.nuts, ...named.map((m) => m.nuts3)] },
  };
}

function offered(probability: number, reasons: readonly Reason[]): OfferedField {
  const offer = reasons.filter((r) => r.offer && r.weight > 0).sort((a, b) => b.weight - a.weight)[0]?.offer;
  return { probability, ...(offer && { offer }) };
}

/** One word is one piece of evidence: what has spoken as a term of a field does not speak again. */
function remainingWords(read: ReadText, reasons: readonly Reason[]): Map<string, Token> {
  const spoken = reasons.flatMap((r) => r.offer ?? []);
  const isSpoken = ({ start, end }: Token): boolean => spoken.some((q) => q.start < end && start < q.end);
  return new Map([...contentStems(read)].flatMap(([word, { token }]) => (isSpoken(token) ? [] : [[word, token] as const])));
}
