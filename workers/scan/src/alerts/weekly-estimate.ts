import { type NewsKind, type Notice, type Subscription, subjectOfNotice } from '@asf-match/domain';
import type { Store } from '@asf-match/store';
import { EXAMPLE_SOURCE } from '../example-notices.ts';
import { audienceOf } from './audience.ts';
import type { AlertContext } from './enqueue-alerts.ts';

const NEWS_OF: Readonly<Partial<Record<Notice['formType'], NewsKind>>> = {
  planning: 'planned',
  consultation: 'planned',
  competition: 'published',
  change: 'changed',
  result: 'result',
};
/** Weeks of the archive that are counted. */
const WEEKS = 8;

/**
 * About how many items a week a subscription would have been told, counted on the notices that were published in the last
 * eight weeks; undefined when the archive holds none.
 * @param now ISO instant
 */
export async function weeklyEstimate(
  store: Store,
  subscription: Subscription,
  context: Pick<AlertContext, 'reference' | 'organisations'>,
  now: string,
): Promise<number | undefined> {
  const since = new Date(Date.parse(now) - WEEKS * 7 * 86_400_000).toISOString();
  const notices = (await store.notices.list({ publishedSince: since })).filter((n) => n.source !== EXAMPLE_SOURCE && n.published && n.published.instant <= now);
  const [oldest] = notices.map((n) => n.published?.instant ?? now).sort();
  if (!oldest) return undefined;
  const audience = audienceOf([subscription], context, new Map(), new Map());
  const told = notices.filter((notice) => {
    const kind = NEWS_OF[notice.formType];
    return kind !== undefined && audience.of(kind, subjectOfNotice(notice)).places.length > 0;
  }).length;
  const weeks = Math.max(1, (Date.parse(now) - Date.parse(oldest)) / (7 * 86_400_000));
  return Math.round((10 * told) / weeks) / 10;
}
