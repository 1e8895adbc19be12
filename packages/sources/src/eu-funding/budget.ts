import type { Call } from '@asf-match/domain';
import { z } from 'zod';

const rowSchema = z.object({
  action: z.string(),
  expectedGrants: z.number().nullish(),
  minContribution: z.number().nullish(),
  maxContribution: z.number().nullish(),
  budgetYearMap: z.record(z.string(), z.coerce.number()).nullish(),
});
const overviewSchema = z.object({ budgetTopicActionMap: z.record(z.string(), z.array(rowSchema)) });

/**
 * The money of one topic. The overview holds the whole call; a row belongs to the topic when its action begins with the topic’s
 * identifier. 0 means that nothing is stated. Several rows (kinds of action) are added up for the budget, and span min and max.
 */
export function topicBudget(overview: string | undefined, identifier: string): Pick<Call, 'budget' | 'min' | 'max' | 'grants'> {
  if (!overview) return {};
  const read = overviewSchema.safeParse(parsed(overview));
  if (!read.success) return {};
  const rows = Object.values(read.data.budgetTopicActionMap)
    .flat()
    .filter(({ action }) => action === identifier || action.startsWith(`${identifier} `));
  const given = (values: readonly (number | null | undefined)[]): number[] => values.filter((v): v is number => typeof v === 'number' && v > 0);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const budget = sum(rows.map((r) => sum(given(Object.values(r.budgetYearMap ?? {})))));
  const mins = given(rows.map((r) => r.minContribution));
  const maxs = given(rows.map((r) => r.maxContribution));
  const grants = sum(given(rows.map((r) => r.expectedGrants)));
  const euro = (amount: number) => ({ amount, currency: 'EUR' });
  return {
    ...(budget > 0 && { budget: euro(budget) }),
    ...(mins.length > 0 && { min: euro(Math.min(...mins)) }),
    ...(maxs.length > 0 && { max: euro(Math.max(...maxs)) }),
    ...(grants > 0 && { grants: Math.round(grants) }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
