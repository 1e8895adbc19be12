import type { Organisation, RegisterRow } from '@asf-match/domain';
import { createMatcher } from '@asf-match/matching';
import type { Store } from '@asf-match/store';
import type { ReferenceData } from './data.ts';

/** Rows of the register with the fields they are read as working in. */
export function registerRows(organisations: readonly Organisation[], { taxonomy, municipalities }: ReferenceData): RegisterRow[] {
  const matcher = createMatcher({ taxonomy, municipalities, organisations });
  return organisations.map((organisation) => ({ organisation, fields: [...matcher.fieldsOf(organisation)] }));
}

/** Keeps the whole stored register as it is now, so that a later look can say what has changed. Called after each import. */
export const takeSnapshot = async (store: Store, reference: ReferenceData): Promise<void> =>
  store.snapshots.take(registerRows(await store.organisations.list(), reference));
