import { type Capability, conceptsOf, cpvNature, type Taxonomy } from '@asf-match/domain';

/** What a cell of capabilities says: entries parted by semicolons. */
export interface CapabilityCell {
  readonly capabilities: readonly Capability[];
  /** Entries that are no field of the taxonomy: the organisation's own words. */
  readonly words: readonly string[];
}

const KINDS: Readonly<Record<string, Capability['kind']>> = {
  services: 'services',
  tjänster: 'services',
  supplies: 'supplies',
  varor: 'supplies',
  works: 'works',
  byggentreprenad: 'works',
};

/**
 * Reads "stad.lokalvard; mat.cafe | tjänster | Solna, Nacka | fika till möten; vedhuggning": a field, then where wanted
 * the kind, the areas and own words. An entry that is no field is taken as own words.
 */
export function readCapabilities(cell: string, { byId }: Taxonomy): CapabilityCell {
  const capabilities: Capability[] = [];
  const words: string[] = [];
  for (const entry of cell
    .split(';')
    .map((e) => e.trim())
    .filter(Boolean)) {
    const [id = '', kind, area, own] = entry.split('|').map((part) => part.trim());
    const field = byId.get(id);
    if (!field?.parent) {
      words.push(entry);
      continue;
    }
    if (capabilities.some((c) => c.field === id)) continue;
    capabilities.push({
      field: id,
      kind: KINDS[kind?.toLowerCase() ?? ''] ?? cpvNature(conceptsOf(field, 'cpv')[0]?.text ?? '90000000'),
      area: (area ?? '').split(',').flatMap((a) => a.trim() || []),
      words: own ?? '',
    });
  }
  return { capabilities, words };
}

/** The cell that `readCapabilities` reads back. */
export function writeCapabilities(capabilities: readonly Capability[]): string {
  const plain = (text: string): string => text.replace(/[;|]/g, ',');
  return capabilities
    .map(({ field, kind, area, words }) => [field, kind, area.map((a) => plain(a).replace(/,/g, ' ')).join(', '), plain(words)].join(' | '))
    .join('; ');
}
