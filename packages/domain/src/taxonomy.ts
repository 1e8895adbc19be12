import { z } from 'zod';
import { type CpvCode, cpvCodeSchema } from './cpv.ts';
import { parseTsv } from './tsv.ts';

/** A leaf ("stad.lokalvard") or a group ("stad") of the capability taxonomy. */
export const fieldIdSchema = z.string().regex(/^[a-z]+(\.[a-z]+)?$/);
export type FieldId = string;

const list = z
  .string()
  .optional()
  .transform((text) =>
    (text ?? '')
      .split(';')
      .map((s) => s.trim())
      .filter(Boolean),
  );
const codes = list.pipe(z.array(cpvCodeSchema));
const industryCodes = list.pipe(z.array(z.string().regex(/^\d{5}$/)));

const rowSchema = z.object({
  id: fieldIdSchema,
  parent: fieldIdSchema.optional(),
  label_sv: z.string().min(1),
  label_en: z.string().min(1),
  terms_sv: list,
  negative_terms_sv: list,
  cpv_primary: codes,
  cpv_related: codes,
  cpv_lookalike: codes,
  sni2007: industryCodes,
  sni2025: industryCodes,
});

/** A field of work: what it is called, the words and codes that point at it, and those that look like it but are not. */
export interface Field {
  readonly id: FieldId;
  readonly parent?: FieldId;
  readonly labelSv: string;
  readonly labelEn: string;
  readonly terms: readonly string[];
  readonly negativeTerms: readonly string[];
  readonly cpvPrimary: readonly CpvCode[];
  readonly cpvRelated: readonly CpvCode[];
  /** Goods or works whose codes or words resemble the field. */
  readonly cpvLookalike: readonly CpvCode[];
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
 * Reads `data/taxonomy.tsv`.
 * @throws Error naming the line, when a row is malformed, an id is doubled or a leaf's parent is missing.
 */
export function parseTaxonomy(tsv: string): Taxonomy {
  const fields = parseTsv(tsv, rowSchema).map(
    (row): Field => ({
      id: row.id,
      ...(row.parent && { parent: row.parent }),
      labelSv: row.label_sv,
      labelEn: row.label_en,
      terms: row.terms_sv,
      negativeTerms: row.negative_terms_sv,
      cpvPrimary: row.cpv_primary,
      cpvRelated: row.cpv_related,
      cpvLookalike: row.cpv_lookalike,
      sni2007: row.sni2007,
      sni2025: row.sni2025,
    }),
  );
  const byId = new Map(fields.map((f) => [f.id, f]));
  if (byId.size !== fields.length) {
    const twice = fields.find((f, i) => fields.findIndex((g) => g.id === f.id) !== i);
    throw new Error(`field ${twice?.id} is listed twice`);
  }
  for (const field of fields) {
    const expected = field.id.includes('.') ? field.id.split('.')[0] : undefined;
    if (field.parent !== expected || (expected && !byId.has(expected))) throw new Error(`field ${field.id} needs its group ${expected ?? '(none)'} as parent`);
  }
  return { groups: fields.filter((f) => !f.parent), leaves: fields.filter((f) => f.parent), byId };
}
