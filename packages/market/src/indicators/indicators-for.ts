import type { Indicator } from '@asf-match/domain';
import { asfByArea } from './asf-by-area/index.ts';
import { asfInField } from './asf-in-field/index.ts';
import { capacity } from './capacity/index.ts';
import { coverage } from './coverage/index.ts';
import { earlierPurchases } from './earlier-purchases/index.ts';
import { expiringContracts } from './expiring-contracts/index.ts';
import type { IndicatorInput } from './input.ts';
import { purchasesByMonth } from './purchases-by-month/index.ts';
import { reservedPurchases } from './reserved-purchases/index.ts';
import { socialCriteria } from './social-criteria/index.ts';
import { tendersPerLot } from './tenders-per-lot/index.ts';
import { winnersByForm } from './winners-by-form/index.ts';
import { winnersBySize } from './winners-by-size/index.ts';

type Count = (input: IndicatorInput) => Indicator[];

/** Every indicator of a need, in the order of the report. `pnpm new:indicator NAME` adds one. */
const ALL: readonly Count[] = [
  asfInField,
  asfByArea,
  coverage,
  capacity,
  earlierPurchases,
  tendersPerLot,
  winnersBySize,
  winnersByForm,
  socialCriteria,
  reservedPurchases,
  purchasesByMonth,
  expiringContracts,
];

/** All figures of one need. Pure: the same input gives the same figures. */
export const indicatorsFor = (input: IndicatorInput): Indicator[] => ALL.flatMap((count) => count(input));
