import { ALERT_PROBABILITY, type FieldId, type NewsKind, type Subject, type Subscription, WATCHED_BY } from '@asf-match/domain';
import { createAreaFilter, type Learned, type Lesson, learn, withFeedback } from '@asf-match/matching';
import type { Response, Store } from '@asf-match/store';
import type { AlertContext } from './enqueue-alerts.ts';
import { subscriptionProfiles } from './profiles.ts';

/** The confirmed subscriptions, and whom a purchase concerns. */
export interface Audience {
  readonly subscriptions: readonly Subscription[];
  watches(subscription: string, kind: NewsKind): boolean;
  /** Subscriptions by id with the probability that each goes by. */
  of(kind: NewsKind, subject: Subject): Map<string, number>;
}

type Watched = (typeof WATCHED_BY)[NewsKind];

/** A subscription as it is asked for with every purchase. */
interface Listener {
  readonly id: string;
  readonly threshold: number;
  readonly area: readonly string[];
  /** No field is out for it and nothing was learnt: it goes by the probability as it is. */
  readonly asItIs: boolean;
  readonly subscription: Subscription;
  /** The organisation it is matched like. */
  readonly profile: string;
  readonly lessons: Learned;
}

export async function createAudience(store: Store, context: Pick<AlertContext, 'reference' | 'organisations'>): Promise<Audience> {
  const [subscriptions, responses, shared] = await Promise.all([store.subscriptions.list('confirmed'), store.responses.list(), store.responses.fieldWeights()]);
  return audienceOf(subscriptions, context, learnAll(responses), shared);
}

/** What each subscription's answers have taught. */
function learnAll(responses: readonly Response[]): ReadonlyMap<string, Learned> {
  const said = responses.filter((r): r is Response & Lesson => r.step === 'interested' || r.step === 'not-relevant');
  return new Map(
    [...Map.groupBy(said, (r) => r.subscription)].map(([id, list]) => [id, learn(list.map((r) => ({ ...r, verdict: r.step as Lesson['verdict'] })))]),
  );
}

export function audienceOf(
  subscriptions: readonly Subscription[],
  { reference, organisations }: Pick<AlertContext, 'reference' | 'organisations'>,
  learned: ReadonlyMap<string, Learned>,
  shared: ReadonlyMap<FieldId, number>,
): Audience {
  const { matcher, byProfile, all } = subscriptionProfiles(subscriptions, organisations, reference);
  const byId = new Map(subscriptions.map((s) => [s.id, s]));
  const inArea = createAreaFilter(reference.municipalities);
  const least = subscriptions.reduce((low, s) => Math.min(low, s.threshold), ALERT_PROBABILITY);
  const withMust = subscriptions.filter((s) => s.must.length > 0);
  const none: Learned = new Map();
  // Asked for every pair of a purchase and a subscription: what most of them need stands together, in few places of the memory.
  const listenersOf = new Map<Watched, readonly (readonly Listener[])[]>();
  /** By the position of the profile that the matcher finds. */
  function listenersTo(watched: Watched): readonly (readonly Listener[])[] {
    const known = listenersOf.get(watched);
    if (known) return known;
    const listenerOf = (subscription: Subscription, profile: string): Listener => {
      const { id, threshold, area, never } = subscription;
      const lessons = learned.get(id) ?? none;
      return { id, threshold, area, asItIs: never.length === 0 && lessons.size === 0 && shared.size === 0, subscription, profile, lessons };
    };
    const listeners = matcher.organisations.map((profile) =>
      (byProfile.get(profile) ?? []).flatMap((s) => (s.what.includes(watched) ? [listenerOf(s, profile)] : [])),
    );
    listenersOf.set(watched, listeners);
    return listeners;
  }

  /** The probability that a subscription goes by, with its never-again fields and what was learnt; undefined when it is not told. */
  function chance({ subscription, profile, lessons }: Listener, subject: Subject): number | undefined {
    const match = matcher.explain(subject, { id: profile });
    if (!match) return undefined;
    if (match.field && subscription.never.includes(match.field)) return undefined;
    const lowered = withFeedback(match, subject, lessons, { must: subscription.must, shared }).probability;
    return lowered >= subscription.threshold ? lowered : undefined;
  }

  /** Adds those who have marked a field of the purchase as must-have and are not told anyway. */
  function addMust(told: Map<string, number>, subject: Subject, wants: (s: Subscription) => boolean): void {
    const fields = new Map(matcher.classifier.classifySubject(subject).map((c) => [c.field, c.probability]));
    for (const s of withMust) {
      const probability = Math.max(...s.must.map((field) => fields.get(field) ?? 0));
      if (probability >= ALERT_PROBABILITY && !told.has(s.id) && wants(s)) told.set(s.id, probability);
    }
  }

  return {
    subscriptions,
    watches: (id, kind) => byId.get(id)?.what.includes(WATCHED_BY[kind]) ?? false,
    of(kind, subject) {
      const watched = WATCHED_BY[kind];
      const listeners = listenersTo(watched);
      const isNear = (area: readonly string[]): boolean => area.length === 0 || inArea(subject, area);
      const wants = (s: Subscription): boolean => s.what.includes(watched) && isNear(s.area);
      const told = new Map(all.filter(wants).map((s) => [s.id, 1]));
      matcher.each(subject, least, (position, probability) => {
        for (const listener of listeners[position] as readonly Listener[]) {
          if (probability < listener.threshold || !isNear(listener.area)) continue;
          const sure = listener.asItIs ? probability : chance(listener, subject);
          if (sure !== undefined) told.set(listener.id, sure);
        }
      });
      if (withMust.length > 0) addMust(told, subject, wants);
      return told;
    },
  };
}
