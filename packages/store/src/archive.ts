import { constants } from 'node:fs';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import { sha256 } from './canonical-json.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Every document that was read, byte for byte, named by its SHA-256 and compressed with Zstandard (RFC 8878). */
export interface Archive {
  /** Keeps the bytes and gives their SHA-256. When it resolves they are on disk. */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws Error when the document is missing, or damaged on disk. */
  get(hash: string): Promise<Uint8Array>;
  has(hash: string): Promise<boolean>;
}

export function openArchive(folder: string): Archive {
  const pathOf = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`not a SHA-256: ${hash}`);
    return join(folder, hash.slice(0, 2), `${hash}.zst`);
  };
  const has = (hash: string): Promise<boolean> =>
    access(pathOf(hash), constants.R_OK).then(
      () => true,
      () => false,
    );
  return {
    has,
    async put(bytes) {
      const hash = sha256(bytes);
      if (await has(hash)) return hash;
      await writeDurably(pathOf(hash), await compress(bytes));
      return hash;
    },
    async get(hash) {
      const bytes = await decompress(await readFile(pathOf(hash))).catch((error: Error) => {
        throw new Error(`archived document ${hash} cannot be read: ${error.message}`);
      });
      if (sha256(bytes) !== hash) throw new Error(`archived document ${hash} is damaged: its contents have another hash`);
      return bytes;
    },
  };
}

/** Temporary file, synchronise, rename, synchronise the folder: after a crash the file is whole or not there. */
async function writeDurably(path: string, data: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = `${path}.${process.pid}.part`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  const directory = await open(folder, 'r');
  await directory.sync().finally(() => directory.close());
}
