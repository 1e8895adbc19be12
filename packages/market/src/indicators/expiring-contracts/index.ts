import { type Indicator, type IndicatorCell, yearsAfter } from '@asf-match/domain';
import type { SimilarPurchase } from '../../past/similar-purchase.ts';
import { figureOfPast } from '../figure.ts';
import type { IndicatorInput } from '../input.ts';

const MOST = 10;
/** LOU 7 kap. 2 §: a framework agreement may run longer only for special reasons. */
const FRAMEWORK_YEARS = 4;

/**
 * Contracts of similar purchases that end within two years of today: by the end that a notice names or that follows from its start and length, else, for framework
 * agreements, four years after the advertisement (LOU 7 kap. 2 §), which is the reader's hint and no fact.
 */
export function expiringContracts({ past, today }: IndicatorInput): Indicator[] {
  if (!past) return [];
  const soon = yearsAfter(today, 2);
  const ending = past.similar.flatMap((s) => endOf(s) ?? []).filter(({ end }) => end >= today && end <= soon);
  if (ending.length === 0) return [];
  ending.sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
  return [
    {
      kind: 'cases',
      ...figureOfPast('expiring-contracts', past),
      label: 'Avtal som kan gå ut inom två år',
      n: ending.length,
      method: `Avtal vars slutdag annonsen anger, eller vars startdag och längd den anger, och ramavtal ${FRAMEWORK_YEARS} år efter annonsen, eftersom ett ramavtal får löpa längre bara om det finns särskilda skäl (LOU 7 kap. 2 §). De ${MOST} som kan gå ut först visas.`,
      notes: ['Uppskattade slutdagar är en ledtråd. Avtal kan ha gått ut tidigare eller börjat senare.'],
      columns: [
        { label: 'Inköp', unit: 'text' },
        { label: 'Köpare', unit: 'text' },
        { label: 'Kan gå ut', unit: 'date' },
        { label: 'Hur säkert', unit: 'text' },
      ],
      rows: ending
        .slice(0, MOST)
        .map(({ title, buyer, end, stated }): IndicatorCell[] => [title, buyer, end, stated ? 'enligt annonsen, utan förlängningar' : 'uppskattat']),
    },
  ];
}

function endOf({ history: { purchase, ends } }: SimilarPurchase) {
  const { title, buyer, published, framework } = purchase;
  if (ends) return { title, buyer, end: ends, stated: true };
  return framework && published ? { title, buyer, end: yearsAfter(published, FRAMEWORK_YEARS), stated: false } : undefined;
}
