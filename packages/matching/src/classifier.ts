import {
  type Classification,
  type CpvCode,
  conceptsOf,
  cpvDivision,
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
import { type ReadText, readText, readTexts } from './read-text.ts';
import { findTerms, termReasons } from './term-evidence.ts';
import { WEIGHTS } from './weights.ts';

/** Reads texts as fields of work. Every classification carries all of its reasons; its probability is the logistic of their sum. */
export interface Classifier {
  /** The fields that a purchase asks for, most likely first; fields without any evidence are left out. */
  classifySubject(subject: Subject): Classification[];
  /** The fields of work in an organisation's own description of what it offers. */
  classifyOffers(text: string, read?: ReadText): Classification[];
}

export function createClassifier(taxonomy: Taxonomy): Classifier {
  const concepts = createConcepts(taxonomy);
  const codes = createCpvEvidence(taxonomy);
  const goodsOf = new Map(taxonomy.leaves.map((f) => [f.id, divisionsOfGoods(f)]));
  const branchesOf = new Map(taxonomy.leaves.map((f) => [f.id, new Set(conceptsOf(f, 'cpv', 'cpv-related').map(({ text }) => cpvDivision(text)))]));
  return {
    classifySubject(subject) {
      const byTerm = termReasons(findTerms(concepts, readTexts(subject)), taxonomy);
      const byCode = codes.reasons(subject);
      const goods = boughtAsGoods(subject);
      const other = ofOtherBranch(subject);
      const against = (field: FieldId, evidence: readonly Reason[]): Reason[] => {
        const byCode = evidence.filter((r) => r.rule === 'cpv');
        if (goods && !isItsGoods(goods, goodsOf.get(field) as ReadonlySet<string>) && !byCode.some((r) => r.weight > WEIGHTS.cpvOverGoods))
          return [{ rule: 'goods', field, ...goods }];
        if (!other || byCode.length > 0 || evidence.some((r) => r.rule === 'cpv-lookalike')) return [];
        return [{ rule: 'cpv-other', field, ...other(branchesOf.get(field) as ReadonlySet<string>) }];
      };
      const fields = new Set([...byTerm.keys(), ...byCode.keys()]);
      return classified(fields, WEIGHTS.priorOfPurchase, (field) => {
        const evidence = [...(byTerm.get(field) ?? []), ...(byCode.get(field) ?? [])];
        return [...evidence, ...against(field, evidence)];
      });
    },
    classifyOffers(text, read = readText('offers', text)) {
      const byTerm = termReasons(findTerms(concepts, [read]), taxonomy);
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

/** The CPV divisions of the goods that a field makes or sells (bread, furniture); none when its own codes are of services only. */
function divisionsOfGoods(field: Field): ReadonlySet<string> {
  const goods = (...kinds: Parameters<typeof conceptsOf>[1][]): string[] =>
    conceptsOf(field, ...kinds).flatMap(({ text }) => (cpvNature(text) === 'supplies' ? [cpvDivision(text)] : []));
  return new Set(goods('cpv').length > 0 ? goods('cpv', 'cpv-related') : []);
}

/** When the purchase gives no code, the goods of any field may be meant. */
const isItsGoods = ({ quote }: Against, divisions: ReadonlySet<string>): boolean => (quote ? divisions.has(cpvDivision(quote.text)) : divisions.size > 0);

type Against = Pick<Reason, 'weight' | 'quote'>;

const quoteOfCode = (code: CpvCode) => ({ quote: { part: 'cpv', text: code, start: 0, end: 8 } });

/**
 * The reason against a service when goods are bought: in full when the purchase says so itself, less when only its
 * main code does, which is wrong in about every fifth notice.
 */
function boughtAsGoods({ nature, cpv }: Subject): Against | undefined {
  const code = cpv.find((c) => c.main)?.code;
  const quote = code ? quoteOfCode(code) : {};
  if (nature) return nature === 'supplies' ? { weight: WEIGHTS.goods.declared, ...quote } : undefined;
  return code && cpvNature(code) === 'supplies' ? { weight: WEIGHTS.goods.byCode, ...quote } : undefined;
}

/**
 * CPV divisions of trades that are rarely near a field: building, energy and water, finance, real estate, engineering,
 * IT, research, oil and gas.
 */
const FAR = new Set(['45', '65', '66', '70', '71', '72', '73', '76']);

/**
 * The reason against a field when the main code is of a branch that has nothing to do with it, by the divisions that the
 * field's own codes are in; undefined when goods are bought or no code says what is.
 */
function ofOtherBranch({ cpv }: Subject): ((own: ReadonlySet<string>) => Against) | undefined {
  const code = cpv.find((c) => c.main)?.code;
  if (!code || cpvNature(code) === 'supplies') return undefined;
  const division = cpvDivision(code);
  return (own) => ({ weight: FAR.has(division) && !own.has(division) ? WEIGHTS.cpvOther.far : WEIGHTS.cpvOther.near, ...quoteOfCode(code) });
}
