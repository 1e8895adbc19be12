import { type CpvCode, cpvDepth, cpvRelation, type Field, type Reason, type Subject } from '@asf-match/domain';
import { WEIGHTS } from './weights.ts';

/** What one code says about a field: the strongest of its relations to the field's codes, up and down the tree. */
function weightOf(code: CpvCode, field: Field): { readonly weight: number; readonly rule: Reason['rule'] } | undefined {
  const general = cpvDepth(code) <= 3 ? WEIGHTS.generalCpv : 1;
  let best = 0;
  for (const own of field.cpvPrimary) {
    const relation = cpvRelation(code, own);
    if (relation === 'same') best = Math.max(best, WEIGHTS.cpv.primarySame * (cpvDepth(own) <= 3 ? Math.max(general, 0.6) : 1));
    if (relation === 'below') best = Math.max(best, cpvDepth(own) <= 3 ? WEIGHTS.cpv.relatedBelow : WEIGHTS.cpv.primaryBelow);
    if (relation === 'above') best = Math.max(best, WEIGHTS.cpv.primaryAbove * general);
  }
  if (best === 0) {
    for (const related of field.cpvRelated) {
      const relation = cpvRelation(code, related);
      if (relation === 'same') best = Math.max(best, WEIGHTS.cpv.relatedSame * general);
      if (relation === 'below') best = Math.max(best, WEIGHTS.cpv.relatedBelow * general);
    }
  }
  if (best > 0) return { weight: best, rule: 'cpv' };
  const looksAlike = field.cpvLookalike.some((other) => ['same', 'below'].includes(cpvRelation(code, other)));
  return looksAlike ? { weight: WEIGHTS.cpv.lookalike, rule: 'cpv-lookalike' } : undefined;
}

/** The purchase's codes as evidence for a field: the main code in full, the strongest other one for less. */
export function cpvReasons(subject: Subject, field: Field): Reason[] {
  let main: Reason | undefined;
  let additional: Reason | undefined;
  for (const { code, main: isMain, lot } of subject.cpv) {
    const found = weightOf(code, field);
    if (!found) continue;
    const inFull = isMain && !lot;
    const reason: Reason = {
      rule: found.rule,
      field: field.id,
      weight: found.weight * (inFull ? 1 : WEIGHTS.additionalCpv),
      quote: { part: 'cpv', text: code, start: 0, end: 8 },
    };
    if (inFull) main = stronger(main, reason);
    else additional = stronger(additional, reason);
  }
  if (main && additional && main.quote?.text === additional.quote?.text) return [main];
  // A further code of the same kind adds little to what the main one has said.
  if (main && additional) return [main, { ...additional, weight: additional.weight * 0.5 }];
  return [main ?? additional].filter((r) => r !== undefined);
}

const stronger = (a: Reason | undefined, b: Reason): Reason => (a && Math.abs(a.weight) >= Math.abs(b.weight) ? a : b);
