import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSplitter, decodeLexicon, encodeLexicon, prepareLexicon, type Splitter } from '@asf-match/swedish';

/** Changes whenever the same dictionary would give another lexicon. */
const RULES = 1;

/**
 * The compound splitter on the dictionary of the package dictionary-sv (LGPL-3.0; read, never copied). Preparing takes
 * some seconds, so the lexicon is kept in the user's cache folder (XDG Base Directory), named after the dictionary's
 * version; a damaged file is made anew, and where nothing can be written it is prepared each time.
 */
export async function loadSplitter(say: (message: string) => void = () => {}): Promise<Splitter> {
  const folder = dirname(fileURLToPath(import.meta.resolve('dictionary-sv')));
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const file = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'asf-match', `lexicon-${version}-${RULES}.bin`);
  const kept = await readFile(file).catch(() => undefined);
  const known = kept && decodeLexicon(kept);
  if (known) return createSplitter(known);
  say('Preparing the Swedish lexicon; this is done once and takes some seconds.');
  const [aff, dic] = await Promise.all(['index.aff', 'index.dic'].map((name) => readFile(join(folder, name), 'utf8')));
  const lexicon = prepareLexicon(aff as string, dic as string);
  await keep(file, encodeLexicon(lexicon));
  return createSplitter(lexicon);
}

/** Whole or not at all, also when several processes write at once. */
async function keep(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.${randomUUID()}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(part, bytes);
    await rename(part, file);
  } catch {
    // Without a cache the splitter works as well, only slower to start.
    await rm(part, { force: true }).catch(() => {});
  }
}
