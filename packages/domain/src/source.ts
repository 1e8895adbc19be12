import { z } from 'zod';

export const rawDocumentSchema = z.object({
  /** SHA-256 of the bytes, hexadecimal: the document's name in the archive. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  source: z.string().min(1),
  /** File name or URL it came from. */
  origin: z.string().min(1),
  mediaType: z.string().min(1),
  bytes: z.number().int().nonnegative(),
});
/** What a Source returned, byte for byte. The bytes themselves are in the archive. */
export type RawDocument = Readonly<z.infer<typeof rawDocumentSchema>>;
