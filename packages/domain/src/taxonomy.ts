import { z } from 'zod';
import type { Concept } from './concept.ts';
import { parseTsv } from './tsv.ts';

/** A leaf ("stad.lokalvard") or a group ("stad") of the capability taxonomy. */
export const fieldIdSchema = z.string().regex(/^[a-z]+(\.[a-z]+)?$/);
export type FieldId = string;

const industryCodes = z
  .string()
  .optional()
  .transform((text) => (text ?? '').split(';').flatMap((code) => code.trim() || []))
  .pipe(z.array(z.string().regex(/^\d{5}$/)));

const rowSchema = z.object({
  id: fieldIdSchema,
  parent: fieldIdSchema.optional(),
  label_sv: z.string().min(1),
  label_en: z.string().min(1),
  sni2007: industryCodes,
  sni2025: industryCodes,
});

/** A field of work: what it is called, and the words and codes that point at it or look like it but are not. */
export interface Field {
  readonly id: FieldId;
  readonly parent?: FieldId;
  readonly labelSv: string;
  readonly labelEn: string;
  readonly concepts: readonly Concept[];
  /** Swedish industry codes (SNI) of firms in the field, for looking earlier suppliers up. */
  readonly sni2007: readonly string[];
  readonly sni2025: readonly string[];
}

/** The capability taxonomy: groups and their leaves, in file order. */
export interface Taxonomy {
  readonly groups: readonly Field[];
  readonly leaves: readonly Field[];
  readonly byId: ReadonlyMap<FieldId, Field>;
}

/**
 * Reads the fields (`data/taxonomy.tsv`: id, parent, label_sv, label_en, sni2007, sni2025) with their concepts.
 * @throws Error naming the line, when a row is malformed or an id is doubled; naming the field, when a leaf's group or a concept's field is missing.
 */
export function parseTaxonomy(tsv: string, concepts: readonly Concept[]): Taxonomy {
  const byField = Map.groupBy(concepts, (c) => c.field);
  const fields = parseTsv(tsv, rowSchema).map(
    (row): Field => ({
      id: row.id,
      ...(row.parent && { parent: row.parent }),
      labelSv: row.label_sv,
      labelEn: row.label_en,
      concepts: byField.get(row.id) ?? [],
      sni2007: row.sni2007,
      sni2025: row.sni2025,
    }),
  );
  const byId = new Map(fields.map((f) => [f.id, f]));
  if (byId.size !== fields.length) {
    const twice = fields.find((f, i) => fields.findIndex((g) => g.id === f.id) !== i);
    throw new Error(`field ${twice?.id} is listed twice`);
  }
  const astray = concepts.find((c) => !byId.has(c.field));
  if (astray) throw new Error(`the concept “${astray.text}” names the field ${astray.field}, which does not exist`);
  for (const field of fields) {
    const expected = field.id.includes('.') ? field.id.split('.')[0] : undefined;
    if (field.parent !== expected || (expected && !byId.has(expected))) throw new Error(`field ${field.id} needs its group ${expected ?? '(none)'} as parent`);
  }
  return { groups: fields.filter((f) => !f.parent), leaves: fields.filter((f) => f.parent), byId };
}
