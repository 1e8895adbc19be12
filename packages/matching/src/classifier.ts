import { type Classification, cpvNature, type FieldId, logistic, type Reason, type Subject, sumOfWeights, type Taxonomy } from '@asf-match/domain';
import { createConcepts, type TermHit } from './concepts.ts';
import { cpvReasons } from './cpv-evidence.ts';
import { WEIGHTS } from './weights.ts';

/** Reads texts as fields of work. Every classification carries all of its reasons; its probability is the logistic of their sum. */
export interface Classifier {
  /** The fields that a purchase asks for, most likely first; fields without any evidence are left out. */
  classifySubject(subject: Subject): Classification[];
  /** The fields of work in an organisation's own description of what it offers. */
  classifyOffers(text: string): Classification[];
}

type Site = keyof typeof WEIGHTS.term;
interface SitedHit extends TermHit {
  readonly site: Site;
  readonly part: string;
  readonly text: string;
}

export function createClassifier(taxonomy: Taxonomy): Classifier {
  const concepts = createConcepts(taxonomy);

  function hitsByField(texts: readonly { readonly part: string; readonly text: string }[]): Map<FieldId, SitedHit[]> {
    const byField = new Map<FieldId, SitedHit[]>();
    const seen = new Set<string>();
    for (const { part, text } of texts) {
      // A lot often repeats the notice's own text word for word; it says nothing twice.
      if (seen.has(text)) continue;
      seen.add(text);
      for (const hit of concepts.find(text)) {
        const list = byField.get(hit.field) ?? [];
        list.push({ ...hit, part, text, site: siteOf(part, hit.start) });
        byField.set(hit.field, list);
      }
    }
    return byField;
  }

  return {
    classifySubject(subject) {
      const byField = hitsByField(subject.texts);
      const goods = boughtAsGoods(subject);
      const found: Classification[] = [];
      for (const field of taxonomy.leaves) {
        const evidence = [...termReasons(byField.get(field.id) ?? []), ...cpvReasons(subject, field)];
        if (!evidence.some((r) => r.weight > 0)) continue;
        const isService = !field.cpvPrimary.some((code) => cpvNature(code) === 'supplies');
        const reasons: Reason[] = [{ rule: 'prior', field: field.id, weight: WEIGHTS.priorOfPurchase }, ...evidence];
        if (goods && isService && !evidence.some((r) => r.rule === 'cpv' && r.weight > 2))
          reasons.push({ rule: 'goods', field: field.id, weight: WEIGHTS.goods, ...goods });
        found.push({ field: field.id, probability: logistic(sumOfWeights(reasons)), reasons });
      }
      return byProbability(found);
    },

    classifyOffers(text) {
      const found = [...hitsByField([{ part: 'offers', text }])].flatMap(([field, hits]): Classification[] => {
        const evidence = termReasons(hits);
        if (!evidence.some((r) => r.weight > 0)) return [];
        const reasons: Reason[] = [{ rule: 'prior', field, weight: WEIGHTS.priorOfOffer }, ...evidence];
        return [{ field, probability: logistic(sumOfWeights(reasons)), reasons }];
      });
      return byProbability(found);
    },
  };
}

const byProbability = (found: Classification[]): Classification[] => found.sort((a, b) => b.probability - a.probability || (a.field < b.field ? -1 : 1));

function siteOf(part: string, start: number): Site {
  if (part === 'title' || part === 'offers') return part;
  if (part === 'description') return start < WEIGHTS.openingLength ? 'opening' : 'description';
  return part.endsWith(':title') ? 'lotTitle' : 'lotDescription';
}

/** One reason for each distinct term, at its strongest place; each further term of the field counts for half the one before. */
function termReasons(hits: readonly SitedHit[]): Reason[] {
  const strongest = new Map<string, Reason>();
  for (const hit of hits) {
    const { field, negative, key, part, text, start, end, site } = hit;
    const factor = negative ? 1 : (hit.partOfWord ? WEIGHTS.partOfWord : 1) * (hit.shared > 1 ? WEIGHTS.sharedTerm : 1);
    const weight = (negative ? WEIGHTS.negative[site] : WEIGHTS.term[site]) * factor;
    const quoteText = text.slice(start, end);
    const quote = { part, text: quoteText, start, end };
    const known = strongest.get(key);
    if (!known || Math.abs(known.weight) < Math.abs(weight))
      strongest.set(key, { rule: negative ? 'negative' : 'concept', field, weight, ...(part === 'offers' ? { offer: quote } : { quote }) });
  }
  const sorted = [...strongest.values()].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const rank = { concept: 0, negative: 0 };
  return sorted.map((reason) => {
    const n = rank[reason.rule as keyof typeof rank]++;
    return { ...reason, weight: reason.weight * WEIGHTS.nextTerm ** n };
  });
}

/** True when the purchase is of goods, with the code that says so: its nature, else the division of its main code. */
function boughtAsGoods(subject: Subject): Pick<Reason, 'quote'> | undefined {
  const code = subject.cpv.find((c) => c.main)?.code;
  const isGoods = subject.nature === 'supplies' || (!subject.nature && code !== undefined && cpvNature(code) !== 'services');
  if (!isGoods) return undefined;
  return code ? { quote: { part: 'cpv', text: code, start: 0, end: 8 } } : {};
}
