import { z } from 'zod';
import { cpvCodeSchema } from './cpv.ts';
import { parseTsv } from './tsv.ts';

/** What the concept map calls each kind; the file is edited by people who read Swedish. */
const KINDS = {
  ord: 'term',
  erbjudande: 'offer-term',
  motord: 'negative',
  cpv: 'cpv',
  'cpv-nära': 'cpv-related',
  'cpv-liknar': 'cpv-lookalike',
} as const;

/**
 * What a concept says of its field:
 *
 * - `term` words for it, `offer-term` words for it only where an organisation describes itself
 * - `negative` words that resemble it but name something else: goods, systems, false friends
 * - `cpv` a code that is the field, `cpv-related` one that may contain it, `cpv-lookalike` goods or works that resemble it
 */
export type ConceptKind = (typeof KINDS)[keyof typeof KINDS];

/** One word, phrase or CPV code of the concept map. */
export interface Concept {
  readonly field: string;
  readonly kind: ConceptKind;
  /** Words as written, or the eight digits of a code. */
  readonly text: string;
  /** How heavily it counts against an ordinary one of its kind, which is 1. */
  readonly weight: number;
  /** Where it is from. */
  readonly source: string;
  /** As the row has it, when it is one of the alternatives written there with slashes. */
  readonly pattern?: string;
}

/** "laga/lappa byxor/jackor" stands for each of the four pairs. */
function alternatives(text: string): string[] {
  return text
    .split(/\s+/)
    .map((slot) => slot.split('/').filter(Boolean))
    .reduce<string[]>((phrases, words) => phrases.flatMap((phrase) => words.map((word) => (phrase ? `${phrase} ${word}` : word))), ['']);
}

const rowSchema = z
  .object({
    field: z.string().regex(/^[a-z]+(\.[a-z]+)?$/, 'is no field id such as stad.lokalvard'),
    kind: z.enum(Object.keys(KINDS) as (keyof typeof KINDS)[]),
    text: z.string().transform((text) => text.split(';').flatMap((part) => part.trim() || [])),
    weight: z
      .string()
      .optional()
      .transform((text) => Number((text ?? '1').replace(',', '.')))
      .pipe(z.number().gt(0).max(3)),
    source: z.string().min(1),
  })
  .superRefine((row, context) => {
    const wrong = row.kind.startsWith('cpv') ? row.text.find((code) => !cpvCodeSchema.safeParse(code).success) : row.text.find((text) => !/\p{L}/u.test(text));
    if (wrong !== undefined)
      context.addIssue({ code: 'custom', path: ['text'], message: `“${wrong}” is no ${row.kind.startsWith('cpv') ? 'code of eight digits' : 'word'}` });
  });

/**
 * Reads `data/concepts.tsv`: field, kind, text (several parted by semicolons; words that may
 * stand for each other parted by slashes), weight (above 0, at most 3; empty is 1), source.
 * @throws Error naming line and column.
 */
export function parseConcepts(tsv: string): Concept[] {
  return parseTsv(tsv, rowSchema).flatMap(({ field, kind, text, weight, source }) =>
    text.flatMap((entry) => {
      const texts = alternatives(entry);
      return texts.map((each) => ({ field, kind: KINDS[kind], text: each, weight, source, ...(texts.length > 1 && { pattern: entry }) }));
    }),
  );
}

/** The texts or codes of one kind, in file order. */
export const conceptsOf = ({ concepts }: { readonly concepts: readonly Concept[] }, ...kinds: readonly ConceptKind[]): Concept[] =>
  concepts.filter((c) => kinds.includes(c.kind));
