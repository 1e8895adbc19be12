import { type Money, moneyInSwedish, type Threshold, thresholdsOn } from '@asf-match/domain';
import type { LimitCheck } from '../report.ts';

const LABELS: Readonly<Record<Threshold['id'], { readonly label: string; readonly law: string }>> = {
  'direct-award': { label: 'Gräns för direktupphandling', law: 'LOU 19 a kap. 2 §' },
  'eu-threshold': { label: 'Tröskelvärde för varor och tjänster', law: 'LOU 5 kap. 1 §' },
  'annex-2': { label: 'Tröskelvärde för tjänster i bilaga 2', law: 'LOU 5 kap. 1 § och bilaga 2' },
};

/**
 * The value of a need beside the money limits that hold on a day. Amounts that nobody has verified, and those known in
 * euro only, say so. It states relations; what follows from them is for the officer and a lawyer.
 * @param value without VAT, with options (LOU 5 kap. 3 §)
 * @param today `YYYY-MM-DD`
 * @param isAnnex2 whether any code of the need is in bilaga 2; undefined when it has no code
 */
export function moneyLimits(value: Money | undefined, today: string, thresholds: readonly Threshold[], isAnnex2: boolean | undefined): LimitCheck[] {
  return thresholdsOn(today, thresholds)
    .filter(({ id }) => isAnnex2 === undefined || (isAnnex2 ? id !== 'eu-threshold' && id !== 'direct-award' : id !== 'annex-2'))
    .sort((a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id))
    .map((threshold) => {
      const { limit, from, to, verified, source } = threshold;
      const relation = !value ? 'unknown' : value.currency !== limit.currency ? 'other-currency' : value.amount < limit.amount ? 'below' : 'at-or-above';
      return {
        id: threshold.id,
        ...LABELS[threshold.id],
        limit,
        from,
        ...(to && { to }),
        verified,
        source,
        relation,
        sentence: sentenceOf(relation, value, limit, verified),
      };
    });
}

const ORDER: readonly Threshold['id'][] = ['direct-award', 'annex-2', 'eu-threshold'];

function sentenceOf(relation: LimitCheck['relation'], value: Money | undefined, limit: Money, verified: boolean): string {
  const check = verified ? '' : ' Beloppet är inte bekräftat: kontrollera det.';
  if (!value || relation === 'unknown') return `Behovets värde är inte angivet, så det kan inte jämföras med ${moneyInSwedish(limit)}.${check}`;
  if (relation === 'other-currency') {
    return `Här är gränsen bara känd i ${limit.currency === 'EUR' ? 'euro' : limit.currency}, ${moneyInSwedish(limit)}. Kontrollera beloppet i kronor innan det jämförs med ${moneyInSwedish(value)}.`;
  }
  return `Behovets värde, ${moneyInSwedish(value)}, är ${comparison(value, limit)} ${moneyInSwedish(limit)}.${check}`;
}

const comparison = (value: Money, limit: Money): string => (value.amount < limit.amount ? 'lägre än' : value.amount === limit.amount ? 'lika med' : 'högre än');
