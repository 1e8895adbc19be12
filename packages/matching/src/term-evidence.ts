import type { FieldId, Quote, Reason } from '@asf-match/domain';
import type { Concepts, TermHit } from './concepts.ts';
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

/** Finds every term in the texts. A lot often repeats the notice's own text word for word; it says nothing twice. */
export function findTerms(concepts: Concepts, texts: readonly { readonly part: string; readonly text: string }[]): HitsByField {
  const byField = new Map<FieldId, SitedHit[]>();
  const seen = new Set<string>();
  for (const { part, text } of texts) {
    if (seen.has(text)) continue;
    seen.add(text);
    for (const hit of concepts.find(text, part === 'offers' ? 'offers' : 'purchase')) {
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
 * One reason for each distinct term of the field at its strongest place, each further term at half of the one before;
 * and, when the field has no such term, the strongest word of its group ("trädgård" points weakly at every field of
 * outdoor work).
 */
export function termReasons(field: FieldId, hits: HitsByField): Reason[] {
  const own = hits.get(field) ?? [];
  const concept = strongest(own.filter((h) => !h.negative));
  const negative = strongest(own.filter((h) => h.negative));
  const group = concept.length > 0 ? [] : groupReason(field, own, hits);
  return [...inFalling(concept), ...inFalling(negative), ...group].map(({ field: _, ...reason }) => ({ ...reason, field }));
}

/** A word of the group that the field itself denies says nothing; one that another field of the group claims says less. */
function groupReason(field: FieldId, own: readonly SitedHit[], hits: HitsByField): Reason[] {
  const group = field.split('.')[0] as FieldId;
  const denied = (at: Quote): boolean => own.some((o) => o.negative && o.part === at.part && o.start <= at.start && at.end <= o.end);
  const claimed = (at: Quote): boolean =>
    [...hits].some(([other, list]) => other.startsWith(`${group}.`) && list.some((h) => !h.negative && h.part === at.part && h.start === at.start));
  for (const reason of strongest(hits.get(group) ?? [])) {
    const at = reason.quote ?? reason.offer;
    if (!at || reason.rule === 'negative' || denied(at)) continue;
    return [{ ...reason, weight: reason.weight * (claimed(at) ? WEIGHTS.claimedGroupTerm : WEIGHTS.groupTerm) }];
  }
  return [];
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

function weightOf({ negative, site, manner, shared, mention, weight: own }: SitedHit): number {
  if (negative) return WEIGHTS.negative[site] * own;
  const weight = own * WEIGHTS.term[site] * WEIGHTS.manner[manner] * (shared > 1 ? WEIGHTS.sharedTerm : 1);
  // An offer says for whom the work is done; a purchase says what else is bought.
  return mention === undefined || (mention === 'purpose' && site === 'offers') ? weight : weight * WEIGHTS.mention[mention];
}

function reasonOf(hit: SitedHit): Reason {
  const { negative, field, part, text, start, end } = hit;
  const quote = { part, text: text.slice(start, end), start, end };
  return { rule: negative ? 'negative' : 'concept', field, weight: weightOf(hit), ...(part === 'offers' ? { offer: quote } : { quote }) };
}
