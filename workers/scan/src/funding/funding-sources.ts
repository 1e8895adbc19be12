import type { FundingSource } from '@asf-match/market';
import type { Store } from '@asf-match/store';
import { sources } from '../sources.ts';

/** The hand-kept list of the data folder, as people know it. */
const HAND_KEPT = { id: 'hand-kept', label: 'Egen lista (data/funding-calls.tsv)' } as const;

/** A source of calls as people know it. */
export const labelOfSource = (id: string): string => (id === HAND_KEPT.id ? HAND_KEPT.label : (sources.find((s) => s.id === id)?.label ?? id));

/** How the sources of calls stand, and why one is off. A source that has not answered is said so: silence is not "nothing new". */
export async function fundingSources(store: Store): Promise<FundingSource[]> {
  const states = new Map((await store.sourceStates.list()).map((s) => [s.source, s]));
  return sources
    .filter((s) => s.provides === 'calls')
    .map(({ id, label, offBecause }) => {
      const state = states.get(id);
      const lastRead = state?.lastSuccess && { lastRead: state.lastSuccess };
      const fine = state?.lastSuccess !== undefined && state.lastSuccess === state.lastAttempt;
      const never = offBecause ?? 'Har inte frågats än.';
      return { label, ...lastRead, outcome: !state?.lastAttempt ? never : fine ? 'Läst utan fel.' : 'Kunde inte läsas helt. Det som redan var lagrat visas.' };
    });
}
