import type { Call, CallReading, Money } from '@asf-match/domain';
import type { Cofinancing } from './funding-entry.ts';

/**
 * What a project is taken to cost when the call says nothing in kronor. An assumption for orientation, of the size of regional
 * ESF projects around ASF; whoever plans puts the real figure in its place.
 */
export const ASSUMED_PROJECT: Money = { amount: 4_000_000, currency: 'SEK' };

/** The share that others must pay, in kronor for a typical project; undefined when the call states no share. */
export function cofinancingOf(call: Call, reading: CallReading): Cofinancing | undefined {
  const stated = reading.cofinancingPercent?.value;
  const funded = reading.fundingPercent?.value;
  const percent = stated ?? (funded === undefined ? undefined : 100 - funded);
  if (percent === undefined) return undefined;
  const { project, from } = typicalProject(call.min ?? reading.min?.value, call.max ?? reading.max?.value);
  return {
    ...{ percent, from: stated === undefined ? 'remaining' : 'stated', project, projectFrom: from },
    amount: { amount: Math.round((project.amount * percent) / 100 / 1000) * 1000, currency: project.currency },
  };
}

function typicalProject(min: Money | undefined, max: Money | undefined): { readonly project: Money; readonly from: Cofinancing['projectFrom'] } {
  if (max?.currency !== 'SEK') return { project: ASSUMED_PROJECT, from: 'assumed' };
  if (min?.currency === 'SEK') return { project: { amount: Math.round((min.amount + max.amount) / 2), currency: 'SEK' }, from: 'middle' };
  return { project: max, from: 'ceiling' };
}
