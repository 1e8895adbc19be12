import { type Money, moneyInSwedish } from '@asf-match/domain';
import type { LimitCheck, LotsRule, Part } from '../report.ts';
import { listing, named } from '../short-answer.ts';

/**
 * What LOU says of lots (4 kap. 13–15 §§) beside what the need's text holds. Chapter 4 holds from the threshold up; below
 * it and for annex 2 chapter 19 does, which has no such duty (19 kap. 1 §).
 */
export function lotsRule(parts: readonly Part[], limits: readonly LimitCheck[]): LotsRule {
  const clear = parts.filter((p) => p.certainty !== 'possible');
  const threshold = limits.find((l) => l.id !== 'direct-award');
  const duty =
    threshold?.relation === 'at-or-above'
      ? 'Behovets värde når tröskelvärdet: om kontraktet inte delas ska skälen anges.'
      : threshold?.relation === 'below'
        ? 'Behovets värde är under tröskelvärdet, där 4 kap. inte gäller. Det är ändå klokt att skriva ned skälen.'
        : 'Det går inte att säga om skälen måste anges, eftersom värdet inte kan jämföras med tröskelvärdet.';
  return {
    law: 'LOU 4 kap. 13–15 §§',
    duty,
    facts:
      clear.length > 1
        ? `Texten rör ${clear.length} fält: ${listing(clear.map((p) => named(p.label)))}. Vart och ett kan vara en del.`
        : 'Texten rör ett fält eller inget tydligt. Delar kan ändå vara områden, adresser, tider eller moment; se avsnitt 5.',
    sentence: 'Upphandlingen delas inte upp i delar eftersom … (fyll i skälen).',
  };
}

/** The highest demand for turnover (14 kap. 4 §: at most twice the estimated value; for lots, each by itself). */
export function turnoverCeiling(value: Money | undefined): string {
  return value
    ? `Ett krav på minsta omsättning får vara högst ${moneyInSwedish({ ...value, amount: 2 * value.amount })} (två gånger ${moneyInSwedish(value)}) om det inte finns särskilda skäl som anges. Delas kontraktet gäller gränsen varje del. Kontrollera med jurist.`
    : 'Ett krav på minsta omsättning får vara högst två gånger upphandlingens värde om det inte finns särskilda skäl som anges. Behovets värde är inte angivet.';
}
