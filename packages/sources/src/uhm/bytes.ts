import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '@asf-match/domain';

/** The largest export known has 115 MB for four years; one that unpacks to more than this is no export. */
const MAX_UNPACKED = 2 * 1024 ** 3;

/** Bytes of a file that may be packed with gzip (RFC 1952), unpacked. @throws InputError `gzip.damaged`, `file.too-large` while it is read. */
export async function* unpacked(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Buffer> {
  const { first, all } = await begun(chunks);
  const source = Readable.from(all, { objectMode: false });
  const stream: Readable = first[0] === 0x1f && first[1] === 0x8b ? source.compose(createGunzip()) : source;
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += (chunk as Buffer).length;
      if (bytes > MAX_UNPACKED) {
        throw new InputError({ key: 'file.too-large', file, message: 'The file unpacks to more than 2 GiB.', remedy: 'Check that it is the right file.' });
      }
      yield chunk as Buffer;
    }
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw error;
    throw new InputError({ key: 'gzip.damaged', file, message: 'The packed file is damaged or cut short.', remedy: 'Fetch it again.' });
  } finally {
    source.destroy();
  }
}

/** The first two bytes at least, which tell what a file is, however it is cut, and all bytes with them. */
async function begun(chunks: AsyncIterable<Uint8Array>): Promise<{ readonly first: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let first: Uint8Array = new Uint8Array();
  while (first.length < 2) {
    const { value, done } = await iterator.next();
    if (done) break;
    first = Buffer.concat([first, value]);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    if (first.length > 0) yield first;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { first, all: all() };
}
