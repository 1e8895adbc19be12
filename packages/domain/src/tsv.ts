import type { z } from 'zod';

/**
 * Reads a tab-separated table with a header row, without quoting; lines starting with # are comments, empty cells are left out.
 * @throws Error naming line and column when a row does not fit the schema.
 */
export function parseTsv<T>(tsv: string, schema: z.ZodType<T>): T[] {
  const rows = tsv.replace(/^\uFEFF/, '').split(/\r?\n/);
  let header: string[] | undefined;
  const out: T[] = [];
  for (const [index, row] of rows.entries()) {
    if (!row.trim() || row.startsWith('#')) continue;
    const cells = row.split('\t');
    if (!header) {
      header = cells;
      continue;
    }
    const record = Object.fromEntries(header.map((name, i) => [name, cells[i]?.trim()] as const).filter(([, v]) => v));
    const parsed = schema.safeParse(record);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new Error(`line ${index + 1}, column ${issue?.path.join('.') ?? '?'}: ${issue?.message ?? 'invalid'}`);
    }
    out.push(parsed.data);
  }
  return out;
}
