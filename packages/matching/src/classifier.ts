import { type Classification, conceptsOf, cpvNature, type Field, logistic, type Reason, type Subject, sumOfWeights, type Taxonomy } from '@asf-match/domain';
import { createConcepts } from './concepts.ts';
import { createCpvEvidence } from './cpv-evidence.ts';
import { findTerms, termReasons } from './term-evidence.ts';
import { WEIGHTS } from './weights.ts';

/** Reads texts as fields of work. Every classification carries all of its reasons; its probability is the logistic of their sum. */
export interface Classifier {
  /** The fields that a purchase asks for, most likely first; fields without any evidence are left out. */
  classifySubject(subject: Subject): Classification[];
  /** The fields of work in an organisation's own description of what it offers. */
  classifyOffers(text: string): Classification[];
}

export function createClassifier(taxonomy: Taxonomy): Classifier {
  const concepts = createConcepts(taxonomy);
  const codes = createCpvEvidence(taxonomy);
  const ofGoods = new Set(taxonomy.leaves.filter(isOfGoods).map((f) => f.id));
  return {
    classifySubject(subject) {
      const hits = findTerms(concepts, subject.texts);
      const byCode = codes.reasons(subject);
      const goods = boughtAsGoods(subject);
      return classified(taxonomy, WEIGHTS.priorOfPurchase, (field) => {
        const evidence = [...termReasons(field.id, hits), ...(byCode.get(field.id) ?? [])];
        const outweighed = !goods || ofGoods.has(field.id) || evidence.some((r) => r.rule === 'cpv' && r.weight > WEIGHTS.cpvOverGoods);
        return outweighed ? evidence : [...evidence, { rule: 'goods', field: field.id, ...goods }];
      });
    },
    classifyOffers(text) {
      const hits = findTerms(concepts, [{ part: 'offers', text }]);
      return classified(taxonomy, WEIGHTS.priorOfOffer, (field) => termReasons(field.id, hits));
    },
  };
}

/** The fields for which something speaks, most likely first, ties by id. */
function classified({ leaves }: Taxonomy, prior: number, evidenceFor: (field: Field) => Reason[]): Classification[] {
  const found = leaves.flatMap((field): Classification[] => {
    const evidence = evidenceFor(field);
    if (!evidence.some((r) => r.weight > 0)) return [];
    const reasons: Reason[] = [{ rule: 'prior', field: field.id, weight: prior }, ...evidence];
    return [{ field: field.id, probability: logistic(sumOfWeights(reasons)), reasons }];
  });
  return found.sort((a, b) => b.probability - a.probability || (a.field < b.field ? -1 : 1));
}

const isOfGoods = (field: Field): boolean => conceptsOf(field, 'cpv').some(({ text }) => cpvNature(text) === 'supplies');

/**
 * The reason against a service when goods are bought: in full when the purchase says so itself, less when only its
 * main code does, which is wrong in about every fifth notice.
 */
function boughtAsGoods({ nature, cpv }: Subject): Pick<Reason, 'weight' | 'quote'> | undefined {
  const code = cpv.find((c) => c.main)?.code;
  const quote = code ? { quote: { part: 'cpv', text: code, start: 0, end: 8 } } : {};
  if (nature) return nature === 'supplies' ? { weight: WEIGHTS.goods.declared, ...quote } : undefined;
  return code && cpvNature(code) === 'supplies' ? { weight: WEIGHTS.goods.byCode, ...quote } : undefined;
}
