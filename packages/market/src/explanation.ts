import { ALERT_PROBABILITY, type Classification, type Match, type Quote, type Reason } from '@asf-match/domain';
import { type Disagreement, disagreements } from './disagreement.ts';
import { missingFrom } from './missing.ts';

/** One reason as it is shown: what it adds to the log-odds, and the words on either side. */
export interface ExplainedReason {
  readonly rule: Reason['rule'];
  readonly weight: number;
  /** Label of the field that it is about. */
  readonly field?: string;
  readonly asked?: Quote;
  readonly offered?: Quote;
}

/** A field as one side was read: the reasons' weights sum to the log-odds of the probability. */
export interface ExplainedField {
  readonly field: string;
  readonly probability: number;
  readonly reasons: readonly ExplainedReason[];
}

/** Why a purchase and an organisation fit or do not; nothing else went into the probability. */
export interface Explanation {
  readonly purchase: string;
  readonly organisation: string;
  readonly probability: number;
  readonly alert: boolean;
  readonly reasons: readonly ExplainedReason[];
  /** The fields that carry the match, as each side's own text and codes were read. */
  readonly asked: readonly ExplainedField[];
  readonly offered: readonly ExplainedField[];
  readonly disagreements: readonly (Disagreement & { readonly label: string })[];
  /** What keeps it from being an alert. */
  readonly missing: readonly string[];
}

export interface ExplanationInput {
  readonly purchase: string;
  readonly organisation: string;
  readonly match: Match;
  readonly asked: readonly Classification[];
  readonly offered: readonly Classification[];
  readonly labelOf: (field: string) => string;
}

/** Puts a match and the two readings that it rests on side by side. Pure. */
export function explainMatch({ purchase, organisation, match, asked, offered, labelOf }: ExplanationInput): Explanation {
  const fields = new Set(match.reasons.flatMap((r) => r.field ?? []));
  const explained = (list: readonly Classification[]): ExplainedField[] =>
    list
      .filter((c) => fields.has(c.field))
      .map((c) => ({ field: labelOf(c.field), probability: c.probability, reasons: c.reasons.map((r) => shownReason(r, labelOf)) }));
  const side = (list: readonly Classification[]): Classification | undefined => list.find((c) => c.field === match.field);
  return {
    purchase,
    organisation,
    probability: match.probability,
    alert: match.probability >= ALERT_PROBABILITY,
    reasons: match.reasons.map((r) => shownReason(r, labelOf)),
    asked: explained(asked),
    offered: explained(offered),
    disagreements: disagreements(asked).map((d) => ({ ...d, label: labelOf(d.field) })),
    missing: missingFrom(match, match.field && labelOf(match.field), { asked: side(asked), offered: side(offered) }),
  };
}

const shownReason = ({ rule, weight, field, quote, offer }: Reason, labelOf: (field: string) => string): ExplainedReason => ({
  rule,
  weight,
  ...(field && { field: labelOf(field) }),
  ...(quote && { asked: quote }),
  ...(offer && { offered: offer }),
});
