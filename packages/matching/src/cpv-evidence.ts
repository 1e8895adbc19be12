import {
  type Concept,
  type CpvCode,
  conceptsOf,
  cpvDepth,
  cpvRelation,
  type Field,
  type FieldId,
  type Reason,
  type Subject,
  type Taxonomy,
} from '@asf-match/domain';
import { WEIGHTS } from './weights.ts';

/** What the codes of a purchase say about the fields of a taxonomy. */
export interface CpvEvidence {
  /** Reasons by field: the main code in full, the strongest other one for less. */
  reasons(subject: Subject): ReadonlyMap<FieldId, readonly Reason[]>;
}

/** A field's codes by what they say. */
interface FieldCodes {
  readonly field: FieldId;
  readonly primary: readonly Concept[];
  readonly related: readonly Concept[];
  readonly lookalike: readonly Concept[];
}

interface CodeVote {
  readonly field: FieldId;
  readonly rule: 'cpv' | 'cpv-lookalike';
  readonly weight: number;
}

export function createCpvEvidence({ leaves }: Taxonomy): CpvEvidence {
  const fields = leaves.map(codesOf);
  // There are 9,454 codes, so what is remembered is bounded by itself.
  const votes = new Map<CpvCode, readonly CodeVote[]>();
  const votesOf = (code: CpvCode): readonly CodeVote[] => {
    const known = votes.get(code);
    if (known) return known;
    const found = fields.flatMap((codes) => voteOf(code, codes) ?? []);
    votes.set(code, found);
    return found;
  };

  return {
    reasons(subject) {
      const main = new Map<FieldId, Reason>();
      const additional = new Map<FieldId, Reason>();
      for (const { code, main: isMain, lot } of subject.cpv) {
        const inFull = isMain && !lot;
        const into = inFull ? main : additional;
        for (const { field, rule, weight } of votesOf(code)) {
          const reason: Reason = { rule, field, weight: weight * (inFull ? 1 : WEIGHTS.additionalCpv), quote: { part: 'cpv', text: code, start: 0, end: 8 } };
          into.set(field, stronger(into.get(field), reason));
        }
      }
      const found = new Map<FieldId, Reason[]>();
      for (const [field, reason] of main) found.set(field, [reason]);
      for (const [field, reason] of additional) found.set(field, withAdditional(main.get(field), reason));
      return found;
    },
  };
}

/** A further code of the same kind adds little to what the main one has said, the same code nothing. */
function withAdditional(main: Reason | undefined, additional: Reason): Reason[] {
  if (!main) return [additional];
  return main.quote?.text === additional.quote?.text ? [main] : [main, { ...additional, weight: additional.weight * 0.5 }];
}

const stronger = (a: Reason | undefined, b: Reason): Reason => (a && Math.abs(a.weight) >= Math.abs(b.weight) ? a : b);

const codesOf = (field: Field): FieldCodes => ({
  field: field.id,
  primary: conceptsOf(field, 'cpv'),
  related: conceptsOf(field, 'cpv-related'),
  lookalike: conceptsOf(field, 'cpv-lookalike'),
});

/** What one code says about a field: the strongest of its relations to the field's codes, up and down the tree. */
function voteOf(code: CpvCode, { field, primary, related, lookalike }: FieldCodes): CodeVote | undefined {
  const general = cpvDepth(code) <= 3 ? WEIGHTS.generalCpv : 1;
  const own = strongest(primary, (each) => primaryWeight(code, each, general));
  const speaksFor = own > 0 ? own : strongest(related, (each) => relatedWeight(code, each, general));
  if (speaksFor > 0) return { field, rule: 'cpv', weight: speaksFor };
  const against = strongest(lookalike, (each) => (['same', 'below'].includes(cpvRelation(code, each)) ? 1 : 0));
  return against > 0 ? { field, rule: 'cpv-lookalike', weight: WEIGHTS.cpv.lookalike * against } : undefined;
}

const strongest = (concepts: readonly Concept[], weigh: (code: CpvCode) => number): number =>
  concepts.reduce((best, { text, weight }) => Math.max(best, weigh(text) * weight), 0);

function primaryWeight(code: CpvCode, own: CpvCode, general: number): number {
  const broad = cpvDepth(own) <= 3;
  switch (cpvRelation(code, own)) {
    case 'same':
      return WEIGHTS.cpv.primarySame * (broad ? Math.max(general, 0.6) : 1);
    case 'below':
      return broad ? WEIGHTS.cpv.relatedBelow : WEIGHTS.cpv.primaryBelow;
    case 'above':
      return WEIGHTS.cpv.primaryAbove * general;
    default:
      return 0;
  }
}

function relatedWeight(code: CpvCode, own: CpvCode, general: number): number {
  const relation = cpvRelation(code, own);
  if (relation === 'same') return WEIGHTS.cpv.relatedSame * general;
  return relation === 'below' ? WEIGHTS.cpv.relatedBelow * general : 0;
}
