import { type Municipality, municipalitiesIn, nutsOverlap, type Reason, type Subject } from '@asf-match/domain';
import type { Profile } from './profile.ts';
import { WEIGHTS } from './weights.ts';

/** Where a purchase is to be carried out, or an organisation works: municipalities by code, and areas by NUTS code. */
export interface Area {
  readonly municipalities: ReadonlySet<string>;
  readonly nuts: readonly string[];
}

/** Where the purchase is to be carried out, from the names and codes of its places. */
export function areaOf({ places }: Subject, known: readonly Municipality[]): Area {
  const named = municipalitiesIn(places.map((p) => p.name ?? '').join('; '), known);
  return { municipalities: new Set(named.map((m) => m.code)), nuts: [...named.map((m) => m.nuts3), ...places.flatMap((p) => p.nuts ?? [])] };
}

/** The organisations by where they work; many share one area, which is compared once. */
export interface PlaceIndex {
  /** The area of each organisation, as its place among the weights. */
  readonly areaAt: Uint32Array;
  /** What the place weighs for each area. */
  weigh(place: Area): Float64Array;
  reasons(place: Area, position: number): Reason[];
}

export function indexPlaces(profiles: readonly Profile[]): PlaceIndex {
  const areas: Area[] = [];
  const numbers = new Map<string, number>();
  const areaAt = Uint32Array.from(profiles, ({ area }) => {
    const key = [...area.municipalities, '', ...area.nuts].join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, areas.length);
    return areas.push(area) - 1;
  });
  return {
    areaAt,
    weigh: (place) => Float64Array.from(areas, (area) => placeWeight(place, area)),
    reasons(place, position) {
      const weight = placeWeight(place, areas[areaAt[position] as number] as Area);
      return weight === 0 ? [] : [{ rule: 'place', weight }];
    },
  };
}

/** Near when a municipality or a county agrees, apart when both are known and none does; unknown says nothing. */
function placeWeight(place: Area, area: Area): number {
  if (place.nuts.length === 0 || area.nuts.length === 0) return 0;
  const near = [...area.municipalities].some((code) => place.municipalities.has(code)) || area.nuts.some((a) => place.nuts.some((b) => nutsOverlap(a, b)));
  return near ? WEIGHTS.samePlace : WEIGHTS.otherPlace;
}
