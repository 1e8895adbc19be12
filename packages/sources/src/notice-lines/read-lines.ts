import type { Problem } from '@asf-match/domain';
import type { z } from 'zod';
import { decodeText } from '../table/decode.ts';

/** Reads one JSON object a line. Empty lines are passed over; a line that is no such object becomes a Problem and the rest goes on. */
export function readJsonLines<T>(
  bytes: Uint8Array,
  file: string,
  schema: z.ZodType<T>,
): { readonly rows: readonly { readonly value: T; readonly line: number }[]; readonly problems: readonly Problem[] } {
  const rows: { value: T; line: number }[] = [];
  const problems: Problem[] = [];
  for (const [index, text] of decodeText(bytes).text.split(/\r?\n/).entries()) {
    if (!text.trim()) continue;
    const line = index + 1;
    const wrong = (message: string): void =>
      void problems.push({ key: 'lines.malformed', file, place: `line ${line}`, message, remedy: 'Mend the line; the others were read.' });
    try {
      const parsed = schema.safeParse(JSON.parse(text));
      if (parsed.success) rows.push({ value: parsed.data, line });
      else wrong(`${parsed.error.issues[0]?.path.join('.') || 'the object'}: ${parsed.error.issues[0]?.message}.`);
    } catch {
      wrong('This is no JSON object.');
    }
  }
  return { rows, problems };
}
