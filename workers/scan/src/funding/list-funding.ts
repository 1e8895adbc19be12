import { type FundingList, fundingList } from '@asf-match/market';
import { createMatcher } from '@asf-match/matching';
import { readHandKeptCalls } from '@asf-match/sources';
import type { Store } from '@asf-match/store';
import { loadReferenceData, loadTable } from '../data.ts';
import { loadRegister } from '../inputs.ts';
import type { Settings } from '../settings.ts';
import { VERSION } from '../version.ts';
import { fundingSources, labelOfSource } from './funding-sources.ts';
import { judgeCalls } from './judge-calls.ts';

/**
 * Everything that is known of calls, as a list for people: what is stored, and the hand-kept list, which is stored first.
 * `fundingDigest` of it is what a digest tells.
 * @param now   ISO instant that open and closed are judged at
 * @throws InputError when a table or the register cannot be read
 */
export async function listFunding(store: Store, { data }: Settings, now: string, register?: string): Promise<FundingList> {
  const reference = await loadReferenceData(data);
  const { organisations } = await loadRegister(store, register, data, reference);
  const handKept = await loadTable(data, 'funding-calls.tsv', readHandKeptCalls);
  await store.calls.upsertMany(handKept.map((call) => ({ call })));
  const matcher = createMatcher({ ...reference, organisations });
  const judged = judgeCalls(await store.calls.list(), { matcher, taxonomy: reference.taxonomy, organisations, labelOf: labelOfSource });
  return fundingList(judged, now, await fundingSources(store), VERSION);
}
