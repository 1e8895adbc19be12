import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { InputError, type Problem, problemLine } from '@asf-match/domain';
import { readUhm } from '@asf-match/sources';
import type { StatisticsImport } from '@asf-match/store';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { createProgress } from '../progress.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { indexedRows, openPurchaseIndex } from '../statistics-rows.ts';
import { withStore } from '../with-store.ts';

type Options = GlobalOptions & { args: [string[]]; json?: boolean };

/** Loads statistics files, one transaction each. A file that is refused changes nothing and does not stop the others. */
export async function run(options: Options): Promise<ExitCode> {
  const settings = settingsOf(options);
  const index = await openPurchaseIndex(settings.data);
  const progress = createProgress();
  const imports: StatisticsImport[] = [];
  const problems: Problem[] = [];
  const orphans = await withStore(settings, async (store) => {
    for (const file of options.args[0]) {
      const reading = readUhm(createReadStream(file), basename(file));
      try {
        const rows = indexedRows(reading, index, (row) => progress.show(`${basename(file)}: ${row} rows`));
        imports.push(...(await store.statistics.replace(rows, basename(file))));
        problems.push(...reading.problems);
      } catch (error) {
        problems.push(problemOf(error, file));
      }
    }
    return store.statistics.orphans();
  });
  progress.clear();
  for (const problem of problems) process.stderr.write(`${problemLine(problem)}\n`);
  if (options.json) process.stdout.write(`${JSON.stringify({ imports, problems, orphans }, null, 2)}\n`);
  else {
    for (const { year, export: which, rows, file } of imports) process.stdout.write(`${year} ${which}: ${rows} rows from ${file}.\n`);
    if (orphans > 0) process.stdout.write(`${orphans} purchases with an outcome are in no export of procurements; they are kept and not counted.\n`);
  }
  return problems.length === 0 ? EXIT.done : imports.length > 0 ? EXIT.someRefused : EXIT.refused;
}

function problemOf(error: unknown, file: string): Problem {
  if (error instanceof InputError) return { file, ...error.problem };
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'EISDIR') throw error;
  return { key: 'file.unreadable', file, message: `The file cannot be read (${code}).`, remedy: 'Check the name and the rights.' };
}
