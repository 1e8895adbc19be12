import type { z } from 'zod';

/** Reads a stored JSON body against its schema. @throws Error naming the row, when a newer or broken program wrote it. */
export function readBody<T>(schema: z.ZodType<T>, what: string, body: string): T {
  const parsed = schema.safeParse(JSON.parse(body));
  if (!parsed.success) throw new Error(`stored ${what} does not fit: ${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`);
  return parsed.data;
}
