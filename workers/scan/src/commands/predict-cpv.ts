import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { type CpvWords, InputError, type Problem, parseCpvWords, problemLine } from '@asf-match/domain';
import { type CpvModel, createCpvModel, readCpvModel, trainCpvModel, writeCpvModel } from '@asf-match/matching';
import { readTitles } from '@asf-match/sources';
import { loadTable } from '../data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readInput } from '../files.ts';
import type { GlobalOptions } from '../settings.ts';
import { now } from '../with-store.ts';
import { writeText } from './rank.ts';

type Options = GlobalOptions & { train?: string; model?: string; titles?: string; out?: string };

/** A file of statistics or a model is larger than a notice. */
const MAX_BYTES = 256 * 1024 * 1024;
const DIVISIONS_SHOWN = 5;

/**
 * Predicts the CPV division of titles, and better where the table says in a column `kind` whether services, goods or works are
 * bought. With --train it learns from titles with codes and from `cpv-words.tsv` of the data folder, for half a minute or more,
 * and keeps what it learnt when --model names a file; without, it reads the model from that file. Writes id, the best divisions parted by commas and
 * their probabilities, tab separated.
 */
export async function run(options: Options): Promise<ExitCode> {
  if (!options.train && !options.model) throw usage('Give --train, or --model with a file that was written before.');
  if (!options.titles && !(options.train && options.model)) throw usage('Give --titles, or both --train and --model to train only.');
  const { model, problems } = options.train
    ? await train(options.train, options.model, await loadTable(options.data, 'cpv-words.tsv', parseCpvWords))
    : { model: await load(options.model as string), problems: [] };
  const titles = options.titles ? readTitles(await readInput(options.titles, MAX_BYTES), options.titles) : { rows: [], problems: [] };
  const lines = titles.rows.map(({ id, title, nature }) => {
    const best = model.predict(title, nature).slice(0, DIVISIONS_SHOWN);
    return `${id}\t${best.map((b) => b.division).join(',')}\t${best.map((b) => b.probability.toFixed(4)).join(',')}\n`;
  });
  const all = [...problems, ...titles.problems];
  for (const problem of all) process.stderr.write(`${problemLine(problem)}\n`);
  const { facts } = model;
  process.stderr.write(
    `Model of ${facts.words} expressions and ${facts.titles} titles${facts.from ? `, ${facts.from} to ${facts.to}` : ''}, trained ${facts.trainedAt}\n`,
  );
  if (options.titles) await writeText(lines.join(''), options.out);
  return all.length > 0 ? EXIT.someRefused : EXIT.done;
}

async function train(
  file: string,
  modelFile: string | undefined,
  words: CpvWords,
): Promise<{ readonly model: CpvModel; readonly problems: readonly Problem[] }> {
  const bytes = await readInput(file, MAX_BYTES);
  const { rows, problems } = readTitles(bytes, file);
  const coded = rows.flatMap(({ title, cpv, published, nature }) => (cpv ? [{ title, cpv, ...(published && { published }), ...(nature && { nature }) }] : []));
  if (coded.length === 0) {
    throw new InputError({
      key: 'titles.no-codes',
      file,
      message: 'No row has both a title and a code.',
      remedy: 'Give a table with the columns cpv and title.',
    });
  }
  const parts = trainCpvModel(coded, words, { trainedAt: now(), sha256: createHash('sha256').update(bytes).digest('hex') });
  if (modelFile) await writeFile(modelFile, writeCpvModel(parts));
  return { model: createCpvModel(parts), problems };
}

async function load(file: string): Promise<CpvModel> {
  const bytes = await readInput(file, MAX_BYTES);
  try {
    return createCpvModel(readCpvModel(bytes));
  } catch (error) {
    throw new InputError({ key: 'model.unreadable', file, message: `${(error as Error).message}.`, remedy: 'Train again with --train and --model.' });
  }
}

const usage = (message: string): InputError => new InputError({ key: 'usage.predict-cpv', message, remedy: 'See asf-match predict-cpv --help.' });
