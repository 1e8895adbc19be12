import type { FieldId, Quote, Reason, Taxonomy } from '@asf-match/domain';
import type { Concepts, TermHit } from './concepts.ts';
import { isProse } from './offer-mentions.ts';
import type { ReadText } from './read-text.ts';
import { WEIGHTS } from './weights.ts';

type Site = keyof typeof WEIGHTS.term;

/** A term hit and the text it stands in. */
interface SitedHit extends TermHit {
  readonly site: Site;
  readonly part: string;
  readonly text: string;
}

/** The terms found in a purchase or an offer, by leaf or group. */
export type HitsByField = ReadonlyMap<FieldId, readonly SitedHit[]>;

/** Finds every term in the texts. */
export function findTerms(concepts: Concepts, texts: readonly ReadText[]): HitsByField {
  const byField = new Map<FieldId, SitedHit[]>();
  for (const read of texts) {
    const { part, text } = read;
    for (const hit of concepts.find(read, part === 'offers' ? 'offers' : 'purchase')) {
      const sited = { ...hit, part, text, site: siteOf(part, hit.start) };
      const list = byField.get(hit.field);
      if (list) list.push(sited);
      else byField.set(hit.field, [sited]);
    }
  }
  return byField;
}

function siteOf(part: string, start: number): Site {
  if (part === 'title' || part === 'offers') return part;
  if (part === 'description') return start < WEIGHTS.openingLength ? 'opening' : 'description';
  return part.endsWith(':title') ? 'lotTitle' : 'lotDescription';
}

/**
 * For each field one reason for each distinct term at its strongest place, each further term at half of the one before;
 * and, when the field has no such term, the strongest word of its group ("trädgård" points weakly at every field of
 * outdoor work).
 */
export function termReasons(hits: HitsByField, { leaves }: Taxonomy): Map<FieldId, Reason[]> {
  const groups = new Map<FieldId, GroupWord[]>();
  for (const [field, list] of hits) if (!field.includes('.')) groups.set(field, groupWords(field, list, hits));
  const found = new Map<FieldId, Reason[]>();
  if (hits.size === 0) return found;
  for (const { id, parent } of leaves) {
    const own = hits.get(id);
    const ofGroup = groups.get(parent as FieldId);
    if (!own && !ofGroup) continue;
    const concept = own ? strongest(own.filter((h) => !h.negative)) : [];
    const negative = own ? strongest(own.filter((h) => h.negative)) : [];
    const group = concept.length > 0 || !ofGroup ? [] : groupReason(id, own ?? [], ofGroup);
    found.set(id, [...inFalling(concept), ...inFalling(negative), ...group]);
  }
  return found;
}

interface GroupWord {
  readonly reason: Reason;
  readonly at: Quote;
}

/** The positive words of a group, strongest first; one that a field of the group claims as its own says less. */
function groupWords(group: FieldId, hitsOfGroup: readonly SitedHit[], hits: HitsByField): GroupWord[] {
  const claimed = new Set<string>();
  for (const [field, list] of hits) {
    if (field.startsWith(`${group}.`)) for (const h of list) if (!h.negative) claimed.add(`${h.part} ${h.start}`);
  }
  return strongest(hitsOfGroup.filter((h) => !h.negative)).flatMap((reason) => {
    const at = reason.quote ?? reason.offer;
    if (!at) return [];
    const share = claimed.has(`${at.part} ${at.start}`) ? WEIGHTS.claimedGroupTerm : WEIGHTS.groupTerm;
    return [{ at, reason: { ...reason, weight: reason.weight * share } }];
  });
}

/** A word of the group that the field itself denies says nothing. */
function groupReason(field: FieldId, own: readonly SitedHit[], words: readonly GroupWord[]): Reason[] {
  const word = words.find(({ at }) => !own.some((o) => o.negative && o.part === at.part && o.start <= at.start && at.end <= o.end));
  return word ? [{ ...word.reason, field }] : [];
}

function strongest(hits: readonly SitedHit[]): Reason[] {
  const byTerm = new Map<string, SitedHit>();
  for (const hit of hits) {
    const known = byTerm.get(hit.key);
    if (!known || Math.abs(weightOf(hit)) > Math.abs(weightOf(known))) byTerm.set(hit.key, hit);
  }
  return [...byTerm.values()].map(reasonOf).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

const inFalling = (reasons: readonly Reason[]): Reason[] => reasons.map((r, n) => ({ ...r, weight: r.weight * WEIGHTS.nextTerm ** n }));

function weightOf({ negative, site, manner, shared, mention, text, weight: own }: SitedHit): number {
  if (negative) return WEIGHTS.negative[site] * own;
  // Key words name what is done: a light word among them says more than in a sentence.
  const lightness = site === 'offers' && own < 1 && !isProse(text) ? Math.sqrt(own) : own;
  const weight = lightness * WEIGHTS.term[site] * diluted(site, text) * WEIGHTS.manner[manner] * (shared > 1 ? WEIGHTS.sharedTerm : 1);
  // An offer says for whom the work is done; a purchase says what else is bought.
  return mention === undefined || (mention === 'purpose' && site === 'offers') ? weight : weight * WEIGHTS.mention[mention];
}

const diluted = (site: Site, { length }: string): number =>
  site === 'description' && length > WEIGHTS.pageLength ? Math.sqrt(WEIGHTS.pageLength / length) : 1;

function reasonOf(hit: SitedHit): Reason {
  const { negative, field, part, text, start, end } = hit;
  const quote = { part, text: text.slice(start, end), start, end };
  return { rule: negative ? 'negative' : 'concept', field, weight: weightOf(hit), ...(part === 'offers' ? { offer: quote } : { quote }) };
}
