import { type Municipality, municipalitiesIn, nutsCodeSchema, nutsOverlap, type Subject } from '@asf-match/domain';
import { type Area, areaOf } from './place-evidence.ts';

/** True when a purchase may be carried out in one of the places: names of municipalities or NUTS codes. One that does not say where counts as near. */
export type AreaFilter = (subject: Subject, places: readonly string[]) => boolean;

interface Wanted {
  readonly municipalities: ReadonlySet<string>;
  /** NUTS codes that were asked for as such, and those in which the municipalities lie. */
  readonly regions: readonly string[];
  readonly around: readonly string[];
}

export function createAreaFilter(known: readonly Municipality[]): AreaFilter {
  const ready = new Map<string, Wanted>();
  const wantedIn = (places: readonly string[]): Wanted => {
    const key = places.join('\n');
    const made = ready.get(key) ?? wantedOf(places, known);
    ready.set(key, made);
    return made;
  };
  let last: { readonly subject: Subject; readonly area: Area } | undefined;
  return (subject, places) => {
    if (places.length === 0) return true;
    if (last?.subject !== subject) last = { subject, area: areaOf(subject, known) };
    const { municipalities, nuts } = last.area;
    if (municipalities.size === 0 && nuts.length === 0) return true;
    const wanted = wantedIn(places);
    if ([...municipalities].some((code) => wanted.municipalities.has(code))) return true;
    // Two municipalities of one county are not each other, but a purchase for the whole county is for both.
    const regions = municipalities.size > 0 ? wanted.regions : [...wanted.regions, ...wanted.around];
    return nuts.some((code) => regions.some((region) => nutsOverlap(code, region)));
  };
}

function wantedOf(places: readonly string[], known: readonly Municipality[]): Wanted {
  const named = municipalitiesIn(places.join('; '), known);
  return {
    municipalities: new Set(named.map((m) => m.code)),
    regions: places.filter((place) => nutsCodeSchema.safeParse(place).success),
    around: named.map((m) => m.nuts3),
  };
}
