import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';

const METHODS = { gzip: promisify(gunzip), 'x-gzip': promisify(gunzip), br: promisify(brotliDecompress) };

/** `deflate` is left out: sites disagree about what it means. */
export const ACCEPT_ENCODING = 'gzip, br';

/**
 * Undoes the content coding of an answer (RFC 9110, 8.4), stopping as soon as it grows beyond `most` bytes.
 * @returns the bytes, or why there are none
 */
export async function decompress(bytes: Buffer, encoding: string | undefined, most: number): Promise<Buffer | 'too-large' | 'encoding'> {
  const coding = encoding?.trim().toLowerCase() || 'identity';
  // An answer without a body, such as 304, may still name the coding that its body would have had.
  if (coding === 'identity' || bytes.length === 0) return bytes;
  const method = Object.hasOwn(METHODS, coding) ? METHODS[coding as keyof typeof METHODS] : undefined;
  if (!method) return 'encoding';
  try {
    return await method(bytes, { maxOutputLength: most });
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'encoding';
  }
}
