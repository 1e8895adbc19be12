import type { FieldId, Organisation, Subscription } from '@asf-match/domain';
import { createMatcher, type Matcher } from '@asf-match/matching';
import type { ReferenceData } from '../data.ts';

/** Subscriptions as matching reads them. */
export interface SubscriptionProfiles {
  readonly matcher: Matcher;
  /** Id of the organisation, real or made from fields, that stands for a subscription; none when it is told everything. */
  profileOf(subscription: Subscription): string | undefined;
  /** Everyone whom an organisation's match concerns. */
  readonly byProfile: ReadonlyMap<string, readonly Subscription[]>;
  /** Those that are told everything they watch. */
  readonly all: readonly Subscription[];
}

/**
 * Prepares a matcher for these subscriptions. One that follows an organisation is matched like it; one that names fields is
 * matched like an organisation that works in them.
 */
export function subscriptionProfiles(
  subscriptions: readonly Subscription[],
  organisations: readonly Organisation[],
  { taxonomy, municipalities }: Pick<ReferenceData, 'taxonomy' | 'municipalities'>,
): SubscriptionProfiles {
  const known = new Map(organisations.map((o) => [o.id, o]));
  const profiles = new Map<string, Organisation>();
  const byProfile = new Map<string, Subscription[]>();
  const all: Subscription[] = [];
  const profileOf = (s: Subscription): string | undefined =>
    s.organisation && known.has(s.organisation) ? s.organisation : s.fields.length > 0 ? `bevakning-${s.id}` : undefined;
  for (const subscription of subscriptions) {
    const id = profileOf(subscription);
    if (id === undefined) {
      // An organisation that has left the register is told nothing; without fields and organisation, everything.
      if (!subscription.organisation) all.push(subscription);
      continue;
    }
    if (!profiles.has(id)) profiles.set(id, known.get(id) ?? ofFields(id, subscription.fields, subscription.area));
    byProfile.set(id, [...(byProfile.get(id) ?? []), subscription]);
  }
  return { matcher: createMatcher({ taxonomy, municipalities, organisations: [...profiles.values()] }), profileOf, byProfile, all };
}

const ofFields = (id: string, fields: readonly FieldId[], area: readonly string[]): Organisation => ({
  ...{
    id,
    name: id,
    orgNumberMasked: false,
    municipalities: [...area],
    nuts: [],
    offers: '',
    status: 'verified',
    source: 'bevakning',
    seen: '2026',
    origin: 'bevakning',
  },
  capabilities: fields.map((field) => ({ field, kind: 'services', area: [], words: '' })),
});
