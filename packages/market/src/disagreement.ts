import { ALERT_PROBABILITY, type Classification, type CpvCode, type Reason } from '@asf-match/domain';

/** A CPV code and the words of one purchase that point at different things; one of the two may be wrong. */
export interface Disagreement {
  readonly field: string;
  readonly code: CpvCode;
  /** What the words say; absent when the code stands alone. */
  readonly words?: string;
}

/** From this weight on words or a code speak clearly (log-odds). */
const CLEAR = 3;
const CLEAR_AGAINST = 1;
const AGAINST = new Set<Reason['rule']>(['goods', 'cpv-other', 'cpv-lookalike']);

/** Where clear words meet a main code that speaks against their field, and where a clear code finds no word at all. */
export function disagreements(classifications: readonly Classification[]): Disagreement[] {
  const spoken = classifications.some(({ reasons }) => reasons.some((r) => r.rule === 'concept' && r.weight >= CLEAR));
  return classifications.flatMap(({ field, probability, reasons }): Disagreement[] => {
    const words = reasons.find((r) => r.rule === 'concept' && r.weight >= CLEAR)?.quote?.text;
    const against = reasons.find((r) => AGAINST.has(r.rule) && r.weight <= -CLEAR_AGAINST)?.quote?.text;
    if (words && against) return [{ field, code: against, words }];
    const code = reasons.find((r) => r.rule === 'cpv' && r.weight >= CLEAR)?.quote?.text;
    const silent = !reasons.some((r) => r.rule === 'concept') && spoken;
    return code && silent && probability >= ALERT_PROBABILITY / 2 ? [{ field, code }] : [];
  });
}
