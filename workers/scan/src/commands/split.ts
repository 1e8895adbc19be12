import { EXIT, type ExitCode } from '../exit-code.ts';
import { readInput } from '../files.ts';
import { loadSplitter } from '../lexicon.ts';
import type { GlobalOptions } from '../settings.ts';
import { writeText } from './rank.ts';

/** Writes each word and its parts joined by |, tab separated, in the order of the file; one word a line, empty lines are passed over. */
export async function run(options: GlobalOptions & { words: string; out?: string }): Promise<ExitCode> {
  const text = new TextDecoder().decode(await readInput(options.words)).replace(/^\uFEFF/, '');
  const splitter = await loadSplitter((message) => process.stderr.write(`${message}\n`));
  const words = text.split(/\r?\n/).flatMap((line) => line.trim() || []);
  await writeText(words.map((word) => `${word}\t${splitter.split(word).join('|')}\n`).join(''), options.out);
  return EXIT.done;
}
