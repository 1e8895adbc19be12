import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '@asf-match/domain';

/** The largest export known has 115 MB for four years; one that unpacks to more than this is no export. */
const MAX_UNPACKED = 2 * 1024 ** 3;

/** A stream with its first bytes looked at: at least `count` of them when there are so many. */
export async function peeked(chunks: AsyncIterable<Uint8Array>, count: number): Promise<{ readonly head: Buffer; readonly all: AsyncIterable<Buffer> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < count) {
    const { value, done } = await iterator.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  async function* all(): AsyncGenerator<Buffer> {
    try {
      if (head.length > 0) yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield Buffer.from(next.value);
    } finally {
      await iterator.return?.();
    }
  }
  return { head, all: all() };
}

/** Bytes of a file that may be packed with gzip (RFC 1952), unpacked. @throws InputError `gzip.damaged`, `file.too-large` while it is read. */
export async function* unpacked(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Buffer> {
  const { head, all } = await peeked(chunks, 2);
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  const stream: AsyncIterable<Buffer> = isPacked ? Readable.from(all, { objectMode: false }).compose(createGunzip()) : all;
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > MAX_UNPACKED) {
        throw new InputError({ key: 'file.too-large', file, message: 'The file unpacks to more than 2 GiB.', remedy: 'Check that it is the right file.' });
      }
      yield chunk;
    }
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw error;
    throw new InputError({ key: 'gzip.damaged', file, message: 'The packed file is damaged or cut short.', remedy: 'Fetch it again.' });
  }
}
