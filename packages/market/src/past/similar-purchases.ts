import { ALERT_PROBABILITY, type Classification, cpvRelation, type FieldId, type Need, type PurchaseHistory, type Subject } from '@asf-match/domain';
import { type Classifier, titleStems } from '@asf-match/matching';
import type { Similarity, SimilarPurchase } from './similar-purchase.ts';
import { codesAbove, comparableCodes, type StemCounts, uncommonStems } from './similarity-query.ts';

/** A past purchase and all that is known of its text and codes. */
export interface Candidate {
  readonly history: PurchaseHistory;
  readonly subject: Subject;
  /** When it has been read as fields already. */
  readonly classifications?: readonly Classification[];
}

/** Shared words must make up this share of what is uncommon in the need's title. */
const LEAST_SHARED = 0.5;

/**
 * The past purchases that are like the need, by code, by field of work or by words of the title, each with why. A reading
 * of titles and codes: what else was asked for is not known, so a reader may find some that are not alike.
 */
export function similarPurchases(
  need: Need,
  fields: readonly FieldId[],
  candidates: readonly Candidate[],
  classifier: Classifier,
  counts: StemCounts,
): SimilarPurchase[] {
  const stems = uncommonStems(need, counts);
  const all = [...stems.values()].reduce((sum, w) => sum + w, 0);
  const codes = new Set(comparableCodes(need));
  const above = new Set(codesAbove(need));

  const byCode = (subject: Subject): Similarity[] => {
    const code = subject.cpv.find((c) => c.main)?.code;
    if (!code) return [];
    const needCode = need.cpv.find(
      (own) => (codes.has(own) && ['same', 'below'].includes(cpvRelation(code, own))) || (above.has(code) && cpvRelation(own, code) === 'below'),
    );
    return needCode ? [{ by: 'code', code, needCode }] : [];
  };
  const byField = ({ subject, classifications }: Candidate): Similarity[] => {
    if (fields.length === 0) return [];
    const read = (classifications ?? classifier.classifySubject(subject)).find((c) => fields.includes(c.field) && c.probability >= ALERT_PROBABILITY);
    const quote = read?.reasons.filter((r) => r.weight > 0 && r.quote).sort((a, b) => b.weight - a.weight)[0]?.quote?.text;
    return read && quote ? [{ by: 'field', field: read.field, quote }] : [];
  };
  const byWords = (title: string): { readonly found: Similarity[]; readonly share: number } => {
    const shared = [...titleStems(title)].filter(([stem]) => stems.has(stem));
    const share = all === 0 ? 0 : shared.reduce((sum, [stem]) => sum + (stems.get(stem) ?? 0), 0) / all;
    return { found: share >= LEAST_SHARED ? [{ by: 'words', words: shared.map(([, word]) => word) }] : [], share };
  };

  const found = candidates.flatMap((candidate) => {
    const { history, subject } = candidate;
    const words = byWords(history.purchase.title);
    const because = [...words.found, ...byField(candidate), ...byCode(subject)];
    return because.length > 0 ? [{ history, because, strength: because.length + words.share }] : [];
  });
  found.sort((a, b) => b.strength - a.strength || newest(a.history, b.history));
  return found.map(({ history, because }) => ({ history, because }));
}

const newest = ({ purchase: a }: PurchaseHistory, { purchase: b }: PurchaseHistory): number =>
  compare(b.published ?? '', a.published ?? '') || compare(a.id, b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
