import {
  type Classification,
  conceptsOf,
  cpvNature,
  type Field,
  type FieldId,
  logistic,
  type Reason,
  type Subject,
  sumOfWeights,
  type Taxonomy,
} from '@asf-match/domain';
import { createConcepts } from './concepts.ts';
import { createCpvEvidence } from './cpv-evidence.ts';
import { readText, readTexts } from './read-text.ts';
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
      const byTerm = termReasons(findTerms(concepts, readTexts(subject)), taxonomy);
      const byCode = codes.reasons(subject);
      const goods = boughtAsGoods(subject);
      const fields = new Set([...byTerm.keys(), ...byCode.keys()]);
      return classified(fields, WEIGHTS.priorOfPurchase, (field) => {
        const evidence = [...(byTerm.get(field) ?? []), ...(byCode.get(field) ?? [])];
        const outweighed = !goods || ofGoods.has(field) || evidence.some((r) => r.rule === 'cpv' && r.weight > WEIGHTS.cpvOverGoods);
        return outweighed ? evidence : [...evidence, { rule: 'goods', field, ...goods }];
      });
    },
    classifyOffers(text) {
      const byTerm = termReasons(findTerms(concepts, [readText('offers', text)]), taxonomy);
      return classified(byTerm.keys(), WEIGHTS.priorOfOffer, (field) => byTerm.get(field) ?? []);
    },
  };
}

/** The fields for which something speaks, most likely first, ties by id. */
function classified(fields: Iterable<FieldId>, prior: number, evidenceFor: (field: FieldId) => readonly Reason[]): Classification[] {
  const found: Classification[] = [];
  for (const field of fields) {
    const evidence = evidenceFor(field);
    if (!evidence.some((r) => r.weight > 0)) continue;
    const reasons: Reason[] = [{ rule: 'prior', field, weight: prior }, ...evidence];
    found.push({ field, probability: logistic(sumOfWeights(reasons)), reasons });
  }
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
