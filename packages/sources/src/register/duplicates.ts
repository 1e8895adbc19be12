import type { Organisation } from '@asf-match/domain';
import { comparableName } from './identity.ts';

/** Two rows that may be one organisation. A person decides. */
export interface DuplicateProposal {
  readonly a: Organisation;
  readonly b: Organisation;
  /** 0 is the same name, 1 is nothing in common. */
  readonly distance: number;
}

/** What is taken for the same name when only proposing. */
const FAR = 0.35;

/**
 * One organisation for each org number, then for each name without its legal form, unless the rows name different
 * municipalities. The newest row wins; capabilities, places, own words and sources of the others are kept.
 */
export function mergeDuplicates(organisations: readonly Organisation[]): Organisation[] {
  const merged: Organisation[] = [];
  const byKey = new Map<string, number[]>();
  for (const organisation of organisations) {
    const keys = [comparableName(organisation.name), ...(organisation.orgNumber ? [organisation.orgNumber] : [])];
    const candidates = keys.flatMap((key) => byKey.get(key) ?? []);
    const index = candidates.find((i) => isSame(merged[i], organisation)) ?? merged.length;
    const other = merged[index];
    merged[index] = other ? merge(other, organisation) : organisation;
    for (const key of keys) {
      const indexes = byKey.get(key) ?? [];
      if (!indexes.includes(index)) byKey.set(key, [...indexes, index]);
    }
  }
  return merged;
}

function isSame(a: Organisation | undefined, b: Organisation): boolean {
  if (!a) return false;
  if (a.orgNumber && b.orgNumber) return a.orgNumber === b.orgNumber;
  if (comparableName(a.name) !== comparableName(b.name)) return false;
  const conflict = a.municipalities.length > 0 && b.municipalities.length > 0 && !a.municipalities.some((m) => b.municipalities.includes(m));
  return !conflict;
}

function merge(a: Organisation, b: Organisation): Organisation {
  const [newer, older] = b.seen > a.seen ? [b, a] : [a, b];
  const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
  const offers = newer.offers.includes(older.offers) ? newer.offers : [newer.offers, older.offers].filter(Boolean).join('; ');
  return {
    ...older,
    ...newer,
    id: newer.orgNumber ? newer.id : older.orgNumber ? older.id : a.id,
    ...((newer.orgNumber ?? older.orgNumber) && { orgNumber: newer.orgNumber ?? older.orgNumber }),
    orgNumberMasked: a.orgNumberMasked || b.orgNumberMasked,
    municipalities: unique([...a.municipalities, ...b.municipalities]),
    nuts: unique([...a.nuts, ...b.nuts]),
    capabilities: [...a.capabilities, ...b.capabilities.filter((c) => !a.capabilities.some((d) => d.field === c.field))],
    offers,
    source: unique([...a.source.split(' ; '), ...b.source.split(' ; ')]).join(' ; '),
    origin: unique([a.origin, b.origin]).join('; '),
  };
}

/** Pairs whose names are near each other (fuse.js, words in any order, accents ignored), nearest first, each pair once. */
export async function proposeDuplicates(organisations: readonly Organisation[]): Promise<DuplicateProposal[]> {
  const { default: Fuse } = await import('fuse.js');
  const entries = organisations.map((organisation, index) => ({ organisation, index, name: comparableName(organisation.name) }));
  const fuse = new Fuse(entries, { keys: ['name'], includeScore: true, threshold: 0.4, ignoreLocation: true, ignoreDiacritics: true, useTokenSearch: true });
  return entries
    .flatMap(({ organisation: a, index, name }) =>
      fuse.search(name).flatMap(({ item, score = 1 }): DuplicateProposal[] => {
        const different = a.orgNumber && item.organisation.orgNumber && a.orgNumber !== item.organisation.orgNumber;
        return item.index > index && score <= FAR && !different ? [{ a, b: item.organisation, distance: score }] : [];
      }),
    )
    .sort((x, y) => x.distance - y.distance || (x.a.id < y.a.id ? -1 : 1));
}
