import {
  aboutCall,
  aboutNeed,
  aboutNotice,
  type Call,
  type IsHoliday,
  isChange,
  isPast,
  type Match,
  type Need,
  type News,
  type Notice,
  newsOfCall,
  newsOfNeed,
  newsOfNotice,
  nextSending,
  noticeKey,
  type Organisation,
  type Subject,
  type SubjectRef,
  type Subscription,
  subjectOfCall,
  subjectOfNeed,
  subjectOfNotice,
} from '@asf-match/domain';
import type { Reading } from '@asf-match/matching';
import type { NewsForSubscriptions, QueueCounts, Store, SubscriptionSlot, Told } from '@asf-match/store';
import type { ReferenceData } from '../data.ts';
import { EXAMPLE_SOURCE } from '../example-notices.ts';
import { isOpen } from '../open-notices.ts';
import { type Audience, createAudience } from './audience.ts';
import { readAhead } from './read-ahead.ts';

/** What a run has found, new or changed; what was found before may be given again and is told no second time. */
export interface AlertWork {
  readonly notices: readonly Notice[];
  readonly needs?: readonly Need[];
  readonly calls?: readonly Call[];
  /** Stored in the same transaction as the alerts, in place of the earlier ones of the same purchase. */
  readonly matches?: ReadonlyMap<SubjectRef, readonly Match[]>;
}

export interface AlertContext {
  readonly reference: Pick<ReferenceData, 'taxonomy' | 'municipalities'>;
  readonly organisations: readonly Organisation[];
  readonly isHoliday: IsHoliday;
  /** The right side of Message-IDs. */
  readonly mailDomain: string;
}

/** News a transaction holds at most. */
const NEWS_AT_ONCE = 5000;
/** From so many pairs of purchase and subscription the purchases are read in another thread while this one prepares the audience. */
const WORTH_A_THREAD = 1_000_000;

/**
 * The last step of a run: finds out what is news and whom it concerns, and stores matches, alerts and pending deliveries
 * together. Everyone whom one item concerns is queued in the same transaction (equal treatment, LOU 4 kap. 1 §).
 * @param now ISO instant
 */
export async function enqueueAlerts(store: Store, work: AlertWork, context: AlertContext, now: string): Promise<QueueCounts> {
  const subscriptions = await store.subscriptions.list('confirmed');
  const found = await Array.fromAsync(newsOf(store, work, now));
  const open = found.filter((f) => f.open).map((f) => f.subject);
  const readings = open.length * subscriptions.length < WORTH_A_THREAD ? undefined : readAhead({ taxonomy: context.reference.taxonomy, subjects: open });
  const audience = await createAudience(store, subscriptions, context);
  const slots = slotsOf(subscriptions, context, now);
  const matches = new Map(work.matches);
  let counts: QueueCounts = { news: 0, alerts: 0, deliveries: 0 };
  let batch: NewsForSubscriptions[] = [];
  const flush = async (): Promise<void> => {
    const more = await store.outbox.queue(batch, slots, matches, now);
    counts = { news: counts.news + more.news, alerts: counts.alerts + more.alerts, deliveries: counts.deliveries + more.deliveries };
    batch = [];
    matches.clear();
  };
  for (const { news, subject, open } of found) {
    const reading = open ? await readings?.next() : undefined;
    batch.push({ news, to: open ? await toldOf(news, subject, audience, store, reading?.value) : NOBODY });
    if (batch.length === NEWS_AT_ONCE) await flush();
  }
  if (batch.length > 0 || matches.size > 0) await flush();
  return counts;
}

interface FoundNews {
  readonly news: News;
  readonly subject: Subject;
  /** False when nobody can act on it any more: it is noted, but nobody is told. */
  readonly open: boolean;
}

async function* newsOf(store: Store, { notices, needs = [], calls = [] }: AlertWork, now: string): AsyncIterable<FoundNews> {
  // Two notices of one procedure in the same run: the second is compared with what the first told.
  const inThisRun = new Map<string, News[]>();
  const tell = async (about: string, make: (told: News[]) => News | undefined): Promise<News | undefined> => {
    const told = inThisRun.get(about) ?? (await store.news.about(about));
    const news = make(told);
    inThisRun.set(about, news ? [...told, news] : told);
    return news;
  };
  for (const notice of notices) {
    if (notice.source === EXAMPLE_SOURCE) continue;
    const about = await aboutPurchase(store, notice);
    const news = await tell(about, (told) => newsOfNotice(notice, told, now, about));
    if (news) yield { news, subject: subjectOfNotice(notice), open: news.kind === 'published' || news.kind === 'planned' ? isOpen(notice, now) : true };
  }
  for (const need of needs) {
    const news = need.example ? undefined : await tell(aboutNeed(need), (told) => newsOfNeed(need, told, now));
    if (news) yield { news, subject: subjectOfNeed(need), open: need.status !== 'cancelled' };
  }
  for (const call of calls) {
    const news = await tell(aboutCall(call), (told) => newsOfCall(call, told, now));
    if (news) yield { news, subject: subjectOfCall(call), open: news.deadlines.length === 0 || news.deadlines.some((d) => !isPast(d.at, now)) };
  }
}

/** The same purchase from two sources is told of once: by the first notice that is known of it. */
async function aboutPurchase(store: Store, notice: Notice): Promise<string> {
  const placed = await store.purchases.of(noticeKey(notice));
  const first = placed && placed.purchase !== placed.key ? await store.notices.get(placed.purchase) : undefined;
  return aboutNotice(first ?? notice);
}

const NOBODY: Told = { places: [], probabilities: [] };

/** Whom the news concerns; a change also concerns those who were told of the thing itself. */
async function toldOf(news: News, subject: Subject, audience: Audience, store: Store, reading?: Reading): Promise<Told> {
  const matched = audience.of(news.kind, subject, reading);
  if (!isChange(news.kind)) return matched;
  const known = new Set(matched.places);
  const earlier = (await store.news.toldOf(news.about)).flatMap((id) => audience.watcher(id, news.kind) ?? []).filter((place) => !known.has(place));
  return { places: [...matched.places, ...earlier], probabilities: [...matched.probabilities, ...earlier.map(() => 1)] };
}

function slotsOf(subscriptions: readonly Subscription[], { isHoliday, mailDomain }: AlertContext, now: string): SubscriptionSlot[] {
  const dues = new Map<string, string>();
  return subscriptions.map(({ id, recipient, rhythm }) => {
    const key = JSON.stringify(rhythm);
    const due = dues.get(key) ?? nextSending(rhythm, now, isHoliday);
    dues.set(key, due);
    return { subscription: id, recipient, due, mailDomain };
  });
}
