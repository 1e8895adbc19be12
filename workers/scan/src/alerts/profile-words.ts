import type { Rhythm, Subscription, Watched } from '@asf-match/domain';

interface Names {
  readonly labelOf: (field: string) => string;
  readonly nameOf: (organisation: string) => string | undefined;
}

export const WATCHED_IN_SWEDISH: Readonly<Record<Watched, string>> = {
  notices: 'nya annonser',
  needs: 'planerade behov',
  calls: 'utlysningar',
  deadlines: 'ändrade sista dagar och avbrott',
  results: 'resultat',
};

export const WEEKDAYS = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'] as const;

export function rhythmInSwedish(rhythm: Rhythm): string {
  if (rhythm.kind === 'at-once') return 'direkt';
  const hour = `kl. ${String(rhythm.hour).padStart(2, '0')}.00`;
  return rhythm.kind === 'daily' ? `varje dag ${hour}` : `varje ${WEEKDAYS[rhythm.weekday - 1]} ${hour}`;
}

/** Whom or what a subscription is about: an organisation's name, its fields, or everything. */
export function profileInSwedish({ organisation, fields }: Subscription, { labelOf, nameOf }: Names): string {
  if (organisation) return nameOf(organisation) ?? organisation;
  return fields.length > 0 ? fields.map((f) => labelOf(f).toLowerCase()).join(', ') : 'alla fält';
}

/** What a subscription asks for, as short lines. */
export function profileLines(subscription: Subscription, names: Names): string[] {
  const { area, what, rhythm, never, must } = subscription;
  const labels = (fields: readonly string[]): string => fields.map((f) => names.labelOf(f).toLowerCase()).join(', ');
  return [
    `Gäller: ${profileInSwedish(subscription, names)}`,
    `Var: ${area.length > 0 ? area.join(', ') : 'hela landet'}`,
    `Ni får: ${what.map((w) => WATCHED_IN_SWEDISH[w]).join(', ')}`,
    `När: ${rhythmInSwedish(rhythm)}, men inte på helgdagar`,
    ...(must.length > 0 ? [`Alltid: ${labels(must)}`] : []),
    ...(never.length > 0 ? [`Aldrig: ${labels(never)}`] : []),
  ];
}
