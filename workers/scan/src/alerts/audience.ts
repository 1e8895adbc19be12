import { ALERT_PROBABILITY, type FieldId, type NewsKind, type Subject, type Subscription, WATCHED_BY } from '@asf-match/domain';
import { createAreaFilter, type Learned, type Lesson, learn, type Reading, withFeedback } from '@asf-match/matching';
import type { Response, Store, Told } from '@asf-match/store';
import type { AlertContext } from './enqueue-alerts.ts';
import { subscriptionProfiles } from './profiles.ts';

/** Whom a purchase concerns. Subscriptions are named by their places in the list that the audience was made of. */
export interface Audience {
  /** The place of a subscription that watches this kind of news. */
  watcher(subscription: string, kind: NewsKind): number | undefined;
  /** @param reading the purchase, when it was read elsewhere */
  of(kind: NewsKind, subject: Subject, reading?: Reading): Told;
}

type Watched = (typeof WATCHED_BY)[NewsKind];

interface MutableTold extends Told {
  readonly places: number[];
  readonly probabilities: number[];
}

/** A subscription as it is asked for with every purchase. */
interface Listener {
  readonly subscription: Subscription;
  /** The organisation it is matched like. */
  readonly profile: string;
  readonly lessons: Learned;
  /** No field is out for it and nothing was learnt: it goes by the probability as it is. */
  readonly asItIs: boolean;
}

/**
 * Those who watch one kind of thing, in the order of the profiles that the matcher finds: those of the profile at a position
 * are from `from[position]` up to `from[position + 1]`. What is asked of each for every purchase stands in lists of its own,
 * so that memory is read in order.
 */
interface Listeners {
  readonly from: Uint32Array;
  readonly thresholds: Float64Array;
  /** 1 for those who go by the probability as it is, wherever the purchase is. */
  readonly plain: Uint8Array;
  /** Their subscriptions' places. */
  readonly places: Uint32Array;
  readonly all: readonly Listener[];
}

export async function createAudience(
  store: Store,
  subscriptions: readonly Subscription[],
  context: Pick<AlertContext, 'reference' | 'organisations'>,
): Promise<Audience> {
  const [responses, shared] = await Promise.all([store.responses.list(), store.responses.fieldWeights()]);
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
  const placeOf = new Map(subscriptions.map((s, place) => [s.id, place]));
  const inArea = createAreaFilter(reference.municipalities);
  const least = subscriptions.reduce((low, s) => Math.min(low, s.threshold), ALERT_PROBABILITY);
  const withMust = subscriptions.filter((s) => s.must.length > 0);
  const none: Learned = new Map();
  const listenersOf = new Map<Watched, Listeners>();
  function listenersTo(watched: Watched): Listeners {
    const known = listenersOf.get(watched);
    if (known) return known;
    const all: Listener[] = [];
    const from = new Uint32Array(matcher.organisations.length + 1);
    for (const [position, profile] of matcher.organisations.entries()) {
      for (const subscription of byProfile.get(profile) ?? []) {
        if (!subscription.what.includes(watched)) continue;
        const lessons = learned.get(subscription.id) ?? none;
        all.push({ subscription, profile, lessons, asItIs: subscription.never.length === 0 && lessons.size === 0 && shared.size === 0 });
      }
      from[position + 1] = all.length;
    }
    const thresholds = Float64Array.from(all, (l) => l.subscription.threshold);
    const plain = Uint8Array.from(all, (l) => (l.asItIs && l.subscription.area.length === 0 ? 1 : 0));
    const places = Uint32Array.from(all, (l) => placeOf.get(l.subscription.id) as number);
    const listeners = { from, thresholds, plain, places, all };
    listenersOf.set(watched, listeners);
    return listeners;
  }

  /** The probability that a subscription goes by, with its area, its never-again fields and what was learnt; undefined when it is not told. */
  function chance({ subscription, profile, lessons, asItIs }: Listener, subject: Subject, probability: number): number | undefined {
    if (!inArea(subject, subscription.area)) return undefined;
    if (asItIs) return probability;
    const match = matcher.explain(subject, { id: profile });
    if (!match) return undefined;
    if (match.field && subscription.never.includes(match.field)) return undefined;
    const lowered = withFeedback(match, subject, lessons, { must: subscription.must, shared }).probability;
    return lowered >= subscription.threshold ? lowered : undefined;
  }

  /** Adds those who have marked a field of the purchase as must-have and are not told anyway. */
  function addMust({ places, probabilities }: MutableTold, subject: Subject, wants: (s: Subscription) => boolean): void {
    const told = new Set(places);
    const fields = new Map(matcher.classifier.classifySubject(subject).map((c) => [c.field, c.probability]));
    for (const s of withMust) {
      const probability = Math.max(...s.must.map((field) => fields.get(field) ?? 0));
      const place = placeOf.get(s.id) as number;
      if (probability < ALERT_PROBABILITY || told.has(place) || !wants(s)) continue;
      places.push(place);
      probabilities.push(probability);
    }
  }

  return {
    watcher(id, kind) {
      const place = placeOf.get(id);
      return place !== undefined && subscriptions[place]?.what.includes(WATCHED_BY[kind]) ? place : undefined;
    },
    of(kind, subject, reading) {
      const watched = WATCHED_BY[kind];
      const { from, thresholds, plain, places: placeAt, all: listeners } = listenersTo(watched);
      const isNear = (area: readonly string[]): boolean => area.length === 0 || inArea(subject, area);
      const wants = (s: Subscription): boolean => s.what.includes(watched) && isNear(s.area);
      // Every subscription has one profile or none, so that nobody is found twice.
      const places = all.filter(wants).map((s) => placeOf.get(s.id) as number);
      const probabilities = places.map(() => 1);
      matcher.each(
        subject,
        least,
        (position, probability) => {
          const end = from[position + 1] as number;
          for (let at = from[position] as number; at < end; at++) {
            if (probability < (thresholds[at] as number)) continue;
            const sure = plain[at] === 1 ? probability : chance(listeners[at] as Listener, subject, probability);
            if (sure === undefined) continue;
            places.push(placeAt[at] as number);
            probabilities.push(sure);
          }
        },
        reading,
      );
      if (withMust.length > 0) addMust({ places, probabilities }, subject, wants);
      return { places, probabilities };
    },
  };
}
