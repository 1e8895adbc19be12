import type { News, Subscription } from '@asf-match/domain';
import { featuresOf } from '@asf-match/matching';
import type { Response, Store } from '@asf-match/store';
import type { Composer } from './compose.ts';
import { subjectOf, toldSubject } from './told-subject.ts';

/** Stores what was answered, with what had led to the item, so that later items of the same kind can be told from it. */
export async function recordAnswer(
  store: Store,
  composer: Pick<Composer, 'matchOf'>,
  { news, subscription }: { readonly news: News; readonly subscription: Subscription },
  answer: Pick<Response, 'step' | 'reason' | 'note'>,
  at: string,
): Promise<void> {
  const told = await toldSubject(store, news);
  const match = told && (await composer.matchOf(told, subscription));
  const features = told && match ? featuresOf(match, subjectOf(told)) : [];
  await store.responses.record({ ...answer, subscription: subscription.id, about: news.about, features, at });
}
