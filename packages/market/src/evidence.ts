import type { Match, Quote, Reason } from '@asf-match/domain';

/** Words or codes on either side that a reader is shown. */
export interface Evidence {
  /** Label of the field that they point at. */
  readonly field?: string;
  /** In the purchase. */
  readonly asked?: Quote;
  /** In the organisation's words, or in the source's about it. */
  readonly offered?: Quote;
}

/** Evidence that adds less than this to the log-odds would only distract; it stays in the match itself. */
const LEAST_SHOWN = 0.2;

/** The reasons of a match that can be shown as words: the strongest always, others when they count. */
export function evidenceOf(match: Match, labelOf: (field: string) => string): Evidence[] {
  const quoted = match.reasons.filter((r) => r.quote || r.offer);
  return quoted.filter((r, index) => index === 0 || r.weight >= LEAST_SHOWN).map((r) => shownOf(r, labelOf));
}

const shownOf = ({ field, quote, offer }: Reason, labelOf: (field: string) => string): Evidence => ({
  ...(field && { field: labelOf(field) }),
  ...(quote && { asked: quote }),
  ...(offer && { offered: offer }),
});
