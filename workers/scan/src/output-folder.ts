import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const LIST = 'files.json';

/**
 * Writes a set of files into a folder so that a reader never sees half a file, and takes away those that an
 * earlier run listed and this one no longer makes. Files of others in the folder are left alone.
 * @param files plain file names (no folders) and their contents.
 */
export async function writeOutput(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const former = await formerFiles(folder);
  for (const [name, content] of [...files, [LIST, `${JSON.stringify([...files.keys()].sort(), null, 2)}\n`] as const]) {
    await writeWhole(folder, name, content);
  }
  for (const name of former.filter((n) => isPlainName(n) && !files.has(n))) await rm(join(folder, name), { force: true });
}

/** Writes one file into a folder so that a reader sees the old one or the new one, never a part. */
export async function writeWhole(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  if (!isPlainName(name)) throw new Error(`not a plain file name: ${name}`);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${name}.part`);
  await writeFile(temporary, content);
  await rename(temporary, join(folder, name));
}

const isPlainName = (name: string): boolean => !/[/\\\0]/.test(name) && !name.startsWith('.');

async function formerFiles(folder: string): Promise<string[]> {
  try {
    const list: unknown = JSON.parse(await readFile(join(folder, LIST), 'utf8'));
    return Array.isArray(list) ? list.filter((n) => typeof n === 'string' && n !== LIST) : [];
  } catch {
    return [];
  }
}
