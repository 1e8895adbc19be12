import { z } from 'zod';

const rowSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z]+$/),
  category: z.string().min(1),
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  title: z.string().min(1),
  /** One of them must be found in a sentence. */
  patterns: z.array(z.string().min(1)).default([]),
  /** None of them may be: the sentence is about something else, or has what the advice asks for. */
  unless: z.array(z.string().min(1)).default([]),
  /** The sentence must demand something of the supplier. */
  demand: z.boolean().default(false),
  /** A denial ("inget krav på …", "… utgår inte") takes the barrier away; false where the barrier is itself a denial. */
  negation: z.boolean().default(true),
  /** "eller likvärdig" takes it away. */
  alternative: z.boolean().default(false),
  /** Capitals count in the patterns. */
  cased: z.boolean().default(false),
  /** The sentence must name fewer days than this. */
  days: z.strictObject({ below: z.number().int().positive() }).optional(),
  /** It is a barrier in a number: at least so many in the whole text, and so many for every 1,000 words. */
  count: z.strictObject({ least: z.number().int().positive(), perThousandWords: z.number().positive() }).optional(),
  /** Hard words and what to write instead. */
  words: z.record(z.string(), z.string()).optional(),
  /** Those of them that count only when several stand in the text. */
  commonWords: z.array(z.string()).default([]),
  why: z.string().min(1),
  advice: z.string().min(1),
  law: z.string().min(1),
});
type Row = z.infer<typeof rowSchema>;

const fileSchema = z.strictObject({
  about: z.string(),
  /** Pieces that patterns name in braces: `{money}`. */
  parts: z.record(z.string().regex(/^[a-z]+$/), z.string()),
  barriers: z.array(rowSchema).min(1),
});

/** Something in a draft that may shut small suppliers out, and how it is found. */
export interface Barrier extends Readonly<Omit<Row, 'patterns' | 'unless' | 'words'>> {
  /** Global. */
  readonly patterns: readonly RegExp[];
  readonly unless: readonly RegExp[];
  readonly words: ReadonlyMap<string, string>;
}

/** Letters of Latin scripts, in one class: \p{L} without regard to case costs a millisecond wherever it stands in a pattern. */
const LETTERS = 'A-Za-zÀ-ÖØ-öø-ɏ';
/** JavaScript's own \b takes å, ä and ö for no letters. */
const BOUNDARY = `(?:(?<=[${LETTERS}\\d])(?![${LETTERS}\\d])|(?<![${LETTERS}\\d])(?=[${LETTERS}\\d]))`;

/** Reads `data/barriers.json`. @throws Error naming the barrier and what is wrong with it. */
export function parseBarriers(json: string): Barrier[] {
  const { parts, barriers } = parsed(json);
  const known = new Set<string>();
  return barriers.map((row) => {
    if (known.has(row.id)) throw new Error(`barrier ${row.id}: comes twice`);
    known.add(row.id);
    const compile = (source: string, flags: string): RegExp => compiled(source, parts, flags, row.id);
    return {
      ...row,
      patterns: row.patterns.map((p) => compile(p, row.cased ? 'gu' : 'giu')),
      unless: row.unless.map((p) => compile(p, 'iu')),
      words: new Map(Object.entries(row.words ?? {})),
    };
  });
}

function parsed(json: string): z.infer<typeof fileSchema> {
  const read = fileSchema.safeParse(JSON.parse(json));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new Error(`${issue?.path.join('.') || 'file'}: ${issue?.message ?? 'invalid'}`);
}

function compiled(source: string, parts: Readonly<Record<string, string>>, flags: string, id: string): RegExp {
  const whole = source
    .replace(/\{([a-z]+)\}/g, (_, name: string) => {
      if (!(name in parts)) throw new Error(`barrier ${id}: no part is called {${name}}`);
      return parts[name] as string;
    })
    .replaceAll('\\b', BOUNDARY)
    .replace(/\[[^\]]*\]|\\p\{L\}/g, (part) => (part.startsWith('[') ? part.replaceAll('\\p{L}', LETTERS) : `[${LETTERS}]`));
  try {
    return new RegExp(whole, flags);
  } catch (error) {
    throw new Error(`barrier ${id}: ${(error as Error).message}`);
  }
}
