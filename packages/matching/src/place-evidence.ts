import { type Municipality, municipalitiesIn, nutsOverlap, type Reason, type Subject } from '@asf-match/domain';
import type { Profile } from './profile.ts';
import { WEIGHTS } from './weights.ts';

export interface SubjectPlace {
  readonly municipalities: ReadonlySet<string>;
  readonly nuts: readonly string[];
}

/** Where the purchase is to be carried out, from the names and codes of its places. */
export function placeOf({ places }: Subject, known: readonly Municipality[]): SubjectPlace {
  const named = municipalitiesIn(places.map((p) => p.name ?? '').join('; '), known);
  return { municipalities: new Set(named.map((m) => m.code)), nuts: [...named.map((m) => m.nuts3), ...places.flatMap((p) => p.nuts ?? [])] };
}

/** Near when a municipality or a county agrees, apart when both are known and none does; unknown says nothing. */
export function placeReasons(place: SubjectPlace, { municipalities, nuts }: Profile): Reason[] {
  if (place.nuts.length === 0 || nuts.length === 0) return [];
  const near = [...municipalities].some((code) => place.municipalities.has(code)) || nuts.some((a) => place.nuts.some((b) => nutsOverlap(a, b)));
  return [{ rule: 'place', weight: near ? WEIGHTS.samePlace : WEIGHTS.otherPlace }];
}
