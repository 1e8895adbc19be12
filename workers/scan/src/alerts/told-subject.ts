import { type News, type Subject, subjectOfCall, subjectOfNeed, subjectOfNotice } from '@asf-match/domain';
import type { ToldSubject } from '@asf-match/market';
import type { Store } from '@asf-match/store';

/** What a piece of news is about, as it is stored now; nothing when it is no longer there. */
export async function toldSubject(store: Store, { subject: { kind, id } }: Pick<News, 'subject'>): Promise<ToldSubject | undefined> {
  if (kind === 'notice') {
    const notice = await store.notices.get(id);
    return notice && { notice };
  }
  if (kind === 'need') {
    const need = await store.needs.get(id);
    return need && { need };
  }
  const [latest] = await store.calls.versions(id);
  return latest && { call: latest.call };
}

export function subjectOf(told: ToldSubject): Subject {
  if ('notice' in told) return subjectOfNotice(told.notice);
  return 'need' in told ? subjectOfNeed(told.need) : subjectOfCall(told.call);
}
