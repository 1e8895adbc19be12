import type { LimitCheck, NeedFacts, OrganisationEntry, Part } from './report.ts';

/** Section 0: what an officer says in a corridor. At most five sentences, and the last says what the report does not. */
export function shortAnswer(input: {
  readonly need: NeedFacts;
  readonly parts: readonly Part[];
  readonly entries: readonly OrganisationEntry[];
  readonly inCounty: number;
  readonly inCountry: number;
  readonly limits: readonly LimitCheck[];
  readonly isAnnex2: boolean | undefined;
}): string[] {
  const { parts, entries, inCounty, inCountry, limits, isAnnex2 } = input;
  const clear = parts.filter((p) => p.certainty !== 'possible').map((p) => named(p.label));
  const possible = parts.filter((p) => p.certainty === 'possible').map((p) => named(p.label));
  const about =
    clear.length > 0
      ? `Behovet rör ${listing(clear)}${possible.length > 0 ? `, kanske också ${listing(possible)}` : ''}.`
      : possible.length > 0
        ? `Behovet rör kanske ${listing(possible)}.`
        : 'Texten pekar inte ut något fält där ASF brukar arbeta.';
  const old = entries.filter((e) => e.uncertain.some((u) => u.startsWith('Uppgiften är äldre'))).length;
  const limit = limits.find((l) => l.relation === 'below' || l.relation === 'at-or-above');
  const inRegister = `Registret har ${inCounty} ASF i ${parts.length > 1 ? 'fälten' : 'fältet'} i Stockholms län och ${inCountry} i hela landet. ${
    entries.length > 0
      ? `${entries.length} visas med belägg${old === 0 ? '' : old === entries.length ? '; alla uppgifterna är äldre än tolv månader' : `; ${old} av uppgifterna är äldre än tolv månader`}.`
      : 'Ingen rad i registret har tydliga belägg för behovet.'
  }`;
  return [
    about,
    parts.length === 0 && entries.length === 0 ? 'Registret har därför inga ASF att visa. Det betyder inte att ingen kan utföra arbetet.' : inRegister,
    isAnnex2
      ? 'CPV-koden finns i LOU bilaga 2, så andra beloppsgränser gäller: kontrollera med jurist.'
      : limit
        ? `${limit.label}: ${limit.sentence.charAt(0).toLowerCase()}${limit.sentence.slice(1)}`
        : 'Värdet kan inte jämföras med beloppsgränserna: se avsnitt 2.',
    `Fråga alla om tre saker: ${clear.length > 1 ? 'vilka delar de kan ta själva' : 'hur stor volym de kan ta vid start'}, hur lång tid de behöver före start, och vilka krav som brukar stänga dem ute.`,
    'Rapporten säger inte vem som bör väljas, och inte om någon har kapacitet eller vill lämna anbud.',
  ];
}

/** "a", "a och b", "a, b och c" */
export const listing = (items: readonly string[]): string => (items.length <= 1 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} och ${items.at(-1)}`);

/** A field's label as a name: many have an "och" of their own. */
export const named = (label: string): string => `”${label}”`;
