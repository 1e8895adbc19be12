import { z } from 'zod';
import { readOrgNumber } from './org-number.ts';
import type { FieldId, Taxonomy } from './taxonomy.ts';
import { parseTsv } from './tsv.ts';

const rowSchema = z.object({ kind: z.enum(['köpare', 'fält', 'ord']), value: z.string().min(1), note: z.string().optional() });

/** Which earlier purchases are followed up: those of these buyers that are about one of the fields, or have one of the words in their title. */
export interface FollowUpRule {
  /** "212000-0142" */
  readonly buyers: readonly string[];
  readonly fields: readonly FieldId[];
  readonly words: readonly string[];
}

/** Reads `data/follow-up.tsv` (kind, value, note). @throws Error naming the row that names no field or no org number, or saying that there is no buyer. */
export function parseFollowUp(tsv: string, taxonomy: Taxonomy): FollowUpRule {
  const rows = parseTsv(tsv, rowSchema);
  const of = (kind: z.infer<typeof rowSchema>['kind']): string[] => rows.filter((r) => r.kind === kind).map((r) => r.value);
  const [buyers, fields, words] = [of('köpare'), of('fält'), of('ord')];
  const astray = fields.find((f) => !taxonomy.byId.has(f));
  if (astray) throw new Error(`there is no field ${astray}`);
  const numbers = buyers.map((value) => {
    const read = readOrgNumber(value);
    if (read.kind !== 'organisation') throw new Error(`${value} is no organisation number`);
    return read.number;
  });
  if (numbers.length === 0) throw new Error('no buyer is named');
  return { buyers: numbers, fields, words };
}
