import type { FollowUpRule, Taxonomy } from '@asf-match/domain';
import { type FollowUp, followUp } from '@asf-match/market';
import { createClassifier, titleStems } from '@asf-match/matching';
import type { Store } from '@asf-match/store';
import { openPastSources } from './past-sources.ts';
import { VERSION } from './version.ts';

/** Which purchases are followed up, and the fields they are read as. */
export interface FollowUpInput {
  readonly rule: FollowUpRule;
  readonly taxonomy: Taxonomy;
}

/** Looks up the purchases that a rule names, in the statistics and among stored result notices. @param today `YYYY-MM-DD` */
export async function loadFollowUp(store: Store, { rule, taxonomy }: FollowUpInput, today: string): Promise<FollowUp> {
  const results = await store.notices.list({ formTypes: ['result'] });
  const { about, candidates } = await openPastSources(
    store,
    results.map((notice) => ({ notice })),
    today,
  );
  const stems = rule.words.flatMap((word) => [...titleStems(word).keys()]);
  const found = await candidates({ fields: rule.fields, stems });
  return followUp(rule, found, createClassifier(taxonomy), taxonomy, { madeOn: today, version: VERSION, ...(about && { searched: about }) });
}
