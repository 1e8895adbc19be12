import { InputError } from '@asf-match/domain';
import type { z } from 'zod';

/** Reads bytes as JSON of a shape. @throws InputError `<key>.not-json`, `<key>.shape` naming the place in it */
export function readJsonAnswer<S extends z.ZodType>(bytes: Uint8Array, schema: S, key: string, file: string): z.infer<S> {
  const refuse = (kind: string, message: string, place?: string) =>
    new InputError({ key: `${key}.${kind}`, file, ...(place && { place }), message, remedy: 'Nothing was taken from it; ask again later.' });
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refuse('not-json', 'The answer is not JSON.');
  }
  const read = schema.safeParse(json);
  if (!read.success) throw refuse('shape', `The answer has another shape: ${read.error.issues[0]?.message}.`, read.error.issues[0]?.path.join('.'));
  return read.data;
}
