import { z } from 'zod';
import { parseTsv } from './tsv.ts';

/** A NUTS 2021/2024 code of any level ("SE", "SE1", "SE11", "SE110"). Regulation (EC) No 1059/2003. */
export const nutsCodeSchema = z.string().regex(/^[A-Z]{2}[0-9A-Z]{0,3}$/);

export const nutsLabelSchema = z.object({ code: nutsCodeSchema, sv: z.string().min(1), en: z.string().min(1).optional() });
/** What an area is called, from the official list, which is imported and never shipped. */
export type NutsLabel = Readonly<z.infer<typeof nutsLabelSchema>>;

export const placeSchema = z.object({
  nuts: nutsCodeSchema.optional(),
  /** Municipality or town, in the source's words. */
  name: z.string().optional(),
});
/** Where something is delivered. At least one of the two is given. */
export type Place = Readonly<z.infer<typeof placeSchema>>;

export const municipalitySchema = z.object({
  /** Four digits, Statistics Sweden (SCB). */
  code: z.string().regex(/^\d{4}$/),
  name: z.string().regex(/^[\p{L} -]+$/u),
  nuts3: z.string().regex(/^SE\d{3}$/),
  /** Names of its parts, such as city districts, that people write instead. */
  also: z
    .string()
    .optional()
    .transform((text) => (text ?? '').split(';').flatMap((name) => name.trim() || [])),
});
export type Municipality = Readonly<z.infer<typeof municipalitySchema>>;

export const STOCKHOLM_COUNTY = 'SE110';

/** True when one area contains the other; a missing side counts as unknown, not as apart. */
export const nutsOverlap = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** Names of a municipality and of its parts that a text can hold. */
interface Named {
  readonly municipality: Municipality;
  readonly names: readonly {
    readonly lower: string;
    /** The name as a whole word, with or without a genitive s. */
    readonly pattern: RegExp;
  }[];
}

/** What is prepared once for a list, and what was found in short texts before: most places are named in the same few words. */
const prepared = new WeakMap<readonly Municipality[], { readonly named: readonly Named[]; readonly found: Map<string, readonly Municipality[]> }>();
const MOST_REMEMBERED = 10_000;
const LONGEST_REMEMBERED = 200;

function prepare(known: readonly Municipality[]) {
  const ready = prepared.get(known);
  if (ready) return ready;
  const named = known.map((municipality): Named => {
    const lowers = [municipality.name, ...municipality.also].map((name) => name.toLowerCase());
    return { municipality, names: lowers.map((lower) => ({ lower, pattern: new RegExp(`(?<![\\p{L}\\d-])${lower}s?(?![\\p{L}\\d-])`, 'u') })) };
  });
  const made = { named, found: new Map<string, readonly Municipality[]>() };
  prepared.set(known, made);
  return made;
}

/** Finds municipalities by name, or by the name of a part, in free text ("Haninge; Tyresö", "Rinkeby", "i Solna stad"). */
export function municipalitiesIn(text: string, known: readonly Municipality[]): readonly Municipality[] {
  const { named, found: remembered } = prepare(known);
  const before = remembered.get(text);
  if (before) return before;
  const lower = text.normalize('NFC').toLowerCase();
  const isNamed = ({ names }: Named): boolean => names.some((name) => lower.includes(name.lower) && name.pattern.test(lower));
  const found = lower ? named.filter(isNamed).map((n) => n.municipality) : [];
  if (text.length <= LONGEST_REMEMBERED && remembered.size < MOST_REMEMBERED) remembered.set(text, found);
  return found;
}

/** Reads `data/municipalities.tsv` (code, name, nuts3, also). @throws Error naming the line. */
export function parseMunicipalities(tsv: string): Municipality[] {
  return parseTsv(tsv, municipalitySchema);
}
