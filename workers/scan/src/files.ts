import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@asf-match/domain';

/** No single input is larger than this; a notice of 40 MB has been seen. */
const MAX_INPUT_BYTES = 64 * 1024 * 1024;

/** Reads a whole file. @throws InputError when it is missing, a folder, unreadable or too large. Larger caps may be given for tables. */
export async function readInput(file: string, maxBytes: number = MAX_INPUT_BYTES): Promise<Uint8Array> {
  try {
    const handle = await open(file, 'r');
    try {
      const info = await handle.stat();
      if (info.isDirectory()) throw refused(file, 'file.folder', 'This is a folder.', 'Give a file.');
      if (info.size > maxBytes) {
        throw refused(
          file,
          'file.too-large',
          `The file has ${mebibytes(info.size)} MiB; at most ${mebibytes(maxBytes)} MiB are read.`,
          'Split it, or check that it is the right file.',
        );
      }
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw refused(file, 'file.unreadable', `The file cannot be read (${(error as NodeJS.ErrnoException).code}).`, 'Check the name and the rights.');
  }
}

/**
 * The files under the given paths, in a stable order; links are not followed out of a folder.
 * @param suffixes which files of a folder count, lower case with dot; a file that is named itself always counts.
 * @throws InputError when a path does not exist, or a folder holds no such file.
 */
export async function filesUnder(paths: readonly string[], suffixes: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw refused(path, 'file.unreadable', `The path cannot be read (${error.code}).`, 'Check the name and the rights.');
    });
    if (!info.isDirectory()) {
      found.push(path);
      continue;
    }
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const inside = entries.filter((e) => e.isFile() && suffixes.some((s) => e.name.toLowerCase().endsWith(s))).map((e) => join(e.parentPath, e.name));
    if (inside.length === 0)
      throw refused(path, 'folder.empty', `The folder holds no ${suffixes.join(' or ')} file.`, 'Give the folder in which the files are.');
    found.push(...inside.sort());
  }
  return found;
}

const mebibytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);
const refused = (file: string, key: string, message: string, remedy: string): InputError => new InputError({ key, file, message, remedy });
