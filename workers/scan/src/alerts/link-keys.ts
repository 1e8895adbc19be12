import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '@asf-match/domain';
import type { LinkKey } from './signed-links.ts';

const FILE = 'link-keys';
/** Keys that are still accepted; the oldest go. */
const KEPT = 3;

/** The keys that links are signed with, newest first; made when there are none. Readable by their owner only. */
export async function loadLinkKeys(folder: string): Promise<LinkKey[]> {
  const path = join(folder, FILE);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) {
    // Two processes may start at once; the file of the first counts.
    await write(path, [newLine()], 'wx').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    return loadLinkKeys(folder);
  }
  return text.split('\n').flatMap((line, index) => {
    if (!line.trim()) return [];
    const [id, secret] = line.split(' ');
    const bytes = Buffer.from(secret ?? '', 'base64url');
    if (id && bytes.length >= 32) return [{ id, secret: bytes }];
    throw new InputError({
      ...{ key: 'links.keys', file: path, place: `line ${index + 1}`, message: 'This is no key.' },
      remedy: 'Put the file back from a copy, or move it away: new keys are made, and links that are out stop working.',
    });
  });
}

/** Puts a new key first. Links signed with earlier keys hold until these have been changed twice more. */
export async function changeLinkKeys(folder: string): Promise<void> {
  const keys = await loadLinkKeys(folder);
  const lines = [newLine(), ...keys.slice(0, KEPT - 1).map((k) => `${k.id} ${Buffer.from(k.secret).toString('base64url')}`)];
  const path = join(folder, FILE);
  await write(`${path}.part`, lines, 'w');
  await rename(`${path}.part`, path);
}

const newLine = (): string => `${randomBytes(6).toString('base64url')} ${randomBytes(32).toString('base64url')}`;

async function write(path: string, lines: readonly string[], flags: 'w' | 'wx'): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, flags, 0o600);
  await file.writeFile(`${lines.join('\n')}\n`);
  await file.sync();
  await file.close();
}
