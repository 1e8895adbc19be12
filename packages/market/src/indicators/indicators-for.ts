import type { Indicator } from '@asf-match/domain';
import { asfByArea } from './asf-by-area/index.ts';
import { asfInField } from './asf-in-field/index.ts';
import type { IndicatorInput } from './input.ts';

type Count = (input: IndicatorInput) => Indicator[];

/** Every indicator of a need, in the order of the report. To add one: its folder, and its name here (`pnpm new:indicator`). */
const ALL: readonly Count[] = [asfInField, asfByArea];

/** All figures of one need. Pure: the same input gives the same figures. */
export const indicatorsFor = (input: IndicatorInput): Indicator[] => ALL.flatMap((count) => count(input));
