import { type Alert, type Barrier, type Match, type News, type Notice, noticeKey, type Organisation, type Subscription } from '@asf-match/domain';
import { demandsOf, type ToldItem, type ToldSubject, toldItem } from '@asf-match/market';
import { confirmationMail, digestMail, IN_FULL, type MailItem } from '@asf-match/reports';
import type { ClaimedDelivery, Store } from '@asf-match/store';
import type { ReferenceData } from '../data.ts';
import { sources } from '../sources.ts';
import type { ComposedMail } from './deliver.ts';
import { profileInSwedish, profileLines } from './profile-words.ts';
import { type SubscriptionProfiles, subscriptionProfiles } from './profiles.ts';
import type { LinkSigner } from './signed-links.ts';
import { subjectOf, toldSubject } from './told-subject.ts';

/** How many days each kind of link in a mail holds. */
const LINK_DAYS = { confirm: 14, manage: 180, stop: 730, answer: 180 } as const;

/** Notices whose demands are remembered. */
const MOST_REMEMBERED = 500;

export interface ComposerContext {
  readonly store: Store;
  readonly reference: Pick<ReferenceData, 'taxonomy' | 'municipalities'>;
  readonly organisations: readonly Organisation[];
  /** Looked for in the notices that are told. */
  readonly barriers: readonly Barrier[];
  readonly links: LinkSigner;
  /** Where `asf-match serve` is reached, without a slash at the end. */
  readonly publicUrl: string;
  readonly clock: () => string;
}

/** Puts together what people are told from what is stored. */
export interface Composer {
  mail(delivery: ClaimedDelivery): Promise<ComposedMail | undefined>;
  item(alert: Pick<Alert, 'news'>, subscription: Subscription): Promise<ToldItem>;
  /** Why something is told to a subscription; nothing when its profile no longer leads there. */
  matchOf(subject: ToldSubject, subscription: Subscription): Promise<Match | undefined>;
  labelOf(field: string): string;
  nameOf(organisation: string): string | undefined;
}

export async function createComposer(context: ComposerContext): Promise<Composer> {
  const { store, reference, organisations, barriers, clock } = context;
  const labelOf = (field: string): string => reference.taxonomy.byId.get(field)?.labelSv ?? field;
  const names = new Map(organisations.map((o) => [o.id, o.name]));
  const nameOf = (organisation: string): string | undefined => names.get(organisation);
  // Preparing profiles takes a while: it is done when there is an item to explain, and again when a subscription has changed.
  let profiles: SubscriptionProfiles | undefined;
  let known = new Map<string, string>();
  const preparedFor = async (subscription: Subscription): Promise<SubscriptionProfiles> => {
    if (profiles && known.get(subscription.id) === JSON.stringify(subscription)) return profiles;
    const all = await store.subscriptions.list('confirmed');
    known = new Map([...all, subscription].map((s) => [s.id, JSON.stringify(s)]));
    profiles = subscriptionProfiles(all.some((s) => s.id === subscription.id) ? all : [...all, subscription], organisations, reference);
    return profiles;
  };

  // A notice is told to many recipients in a row.
  const demands = new Map<string, readonly string[]>();
  function demandsIn(notice: Notice): readonly string[] {
    const key = `${noticeKey(notice)} ${notice.version}`;
    const found = demands.get(key) ?? demandsOf(notice, barriers);
    if (demands.size === MOST_REMEMBERED) demands.clear();
    demands.set(key, found);
    return found;
  }

  async function item({ news }: Pick<Alert, 'news'>, subscription: Subscription): Promise<ToldItem> {
    const subject = await toldSubject(store, news);
    if (!subject) return missing(news);
    const told = 'notice' in subject ? { ...subject, demands: demandsIn(subject.notice) } : subject;
    return toldItem(news, told, await matchOf(subject, subscription), labelOf, clock());
  }

  async function matchOf(subject: ToldSubject, subscription: Subscription): Promise<Match | undefined> {
    const { matcher, profileOf } = await preparedFor(subscription);
    const profile = profileOf(subscription);
    return profile === undefined ? undefined : matcher.explain(subjectOf(subject), { id: profile });
  }

  return {
    item,
    matchOf,
    labelOf,
    nameOf,
    mail: (delivery) =>
      delivery.kind === 'confirmation' ? confirmation(delivery, context, { labelOf, nameOf }) : digest(delivery, context, item, { labelOf, nameOf }),
  };
}

type Names = Pick<Composer, 'labelOf' | 'nameOf'>;

async function digest(delivery: ClaimedDelivery, context: ComposerContext, itemOf: Composer['item'], names: Names): Promise<ComposedMail | undefined> {
  const { store, links, publicUrl, clock } = context;
  const alerts = await store.outbox.contents(delivery);
  if (alerts.length === 0) return undefined;
  const subscriptions = new Map((await store.subscriptions.ofRecipient(delivery.recipient)).map((s) => [s.id, s]));
  const items: MailItem[] = [];
  const newsIds: number[] = [];
  for (const alert of mostLikelyOfEach(alerts)) {
    const subscription = subscriptions.get(alert.subscription);
    if (!subscription) continue;
    const answer = `${publicUrl}/svar/${links.sign('answer', subscription.id, LINK_DAYS.answer, clock(), alert.newsId)}`;
    items.push({ ...(await itemOf(alert, subscription)), answer });
    newsIds.push(alert.newsId);
  }
  const told = [...new Set(alerts.map((a) => a.subscription))].flatMap((id) => subscriptions.get(id) ?? []);
  const [first] = told;
  if (!first) return undefined;
  const link = (path: string, purpose: 'manage' | 'stop'): string =>
    `${publicUrl}/${path}/${links.sign(purpose, delivery.recipient, LINK_DAYS[purpose], clock())}`;
  const stop = link('sluta', 'stop');
  const mail = digestMail({
    profile: [...new Set(told.map((s) => profileInSwedish(s, names)))].join(' och '),
    items,
    silent: await silentSources(store),
    internal: told.every((s) => s.role !== 'asf'),
    links: { manage: link('bevakning', 'manage'), stop, feed: `${publicUrl}/flode/${first.feed}.atom`, calendar: `${publicUrl}/kalender/${first.feed}.ics` },
  });
  return { mail: { ...mail, to: delivery.address, messageId: delivery.messageId, stop }, shown: newsIds.slice(0, IN_FULL) };
}

/** One alert for each piece of news, though two subscriptions of one recipient may both be told of it; most likely first, changes before them. */
function mostLikelyOfEach(alerts: readonly Alert[]): Alert[] {
  const best = new Map<number, Alert>();
  for (const alert of alerts) if ((best.get(alert.newsId)?.probability ?? -1) < alert.probability) best.set(alert.newsId, alert);
  return [...best.values()].sort((a, b) => b.probability - a.probability || a.newsId - b.newsId);
}

async function confirmation(delivery: ClaimedDelivery, { store, links, publicUrl, clock }: ComposerContext, names: Names): Promise<ComposedMail | undefined> {
  const subscription = delivery.subscription ? await store.subscriptions.get(delivery.subscription) : undefined;
  if (subscription?.status !== 'pending') return undefined;
  const mail = confirmationMail({
    profile: profileInSwedish(subscription, names),
    lines: profileLines(subscription, names),
    ...(subscription.weekly !== undefined && { weekly: subscription.weekly }),
    link: `${publicUrl}/bekrafta/${links.sign('confirm', subscription.id, LINK_DAYS.confirm, clock())}`,
    days: LINK_DAYS.confirm,
  });
  return { mail: { ...mail, to: delivery.address, messageId: delivery.messageId }, shown: [] };
}

/** The sources that did not answer when they were last asked, by name. */
async function silentSources(store: Store): Promise<string[]> {
  const states = await store.sourceStates.list();
  return states.filter((s) => s.failure !== undefined).map((s) => sources.find((known) => known.id === s.source)?.label ?? s.source);
}

const missing = (news: News): ToldItem => ({
  ...{ kind: news.kind, about: news.about, at: news.at, deadlines: news.deadlines, title: 'Annonsen finns inte kvar hos oss', places: [], lots: [] },
  ...{ reserved: false, why: [], hurdles: [] },
});
