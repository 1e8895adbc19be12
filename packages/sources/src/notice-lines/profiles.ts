import type { Organisation, Problem } from '@asf-match/domain';
import { z } from 'zod';
import { readJsonLines } from './read-lines.ts';

const lineSchema = z.object({
  id: z.string().regex(/^[\p{L}\d][\p{L}\d._-]*$/u),
  name: z.string().min(1),
  municipality: z.string().nullish(),
  offers: z.string(),
});

/**
 * Profiles from JSON lines `{id, name, municipality, offers}`; several municipalities are parted by semicolons.
 * @param seen the day on which the file was read, `YYYY-MM-DD`
 */
export function readProfileLines(
  bytes: Uint8Array,
  file: string,
  seen: string,
): { readonly organisations: readonly Organisation[]; readonly problems: readonly Problem[] } {
  const { rows, problems } = readJsonLines(bytes, file, lineSchema);
  const organisations = rows.map(
    ({ value, line }): Organisation => ({
      id: value.id,
      name: value.name,
      orgNumberMasked: false,
      municipalities: (value.municipality ?? '').split(';').flatMap((name) => name.trim() || []),
      nuts: [],
      offers: value.offers,
      capabilities: [],
      status: 'unverified',
      source: file,
      seen,
      origin: `${file}, line ${line}`,
    }),
  );
  return { organisations, problems };
}
