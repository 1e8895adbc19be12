import { problemLine } from '@asf-match/domain';
import { readPlan } from '@asf-match/sources';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readInput } from '../files.ts';
import { readMapping } from '../inputs.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

type Options = GlobalOptions & { args: [string]; map?: string[]; import?: boolean; json?: boolean };

/** Checks a purchase plan and stores it when told to. */
export async function run(options: Options): Promise<ExitCode> {
  const [file] = options.args;
  const { needs, problems, remarks } = await readPlan(await readInput(file), file, readMapping(options.map));
  if (options.import) await withStore(settingsOf(options), (store) => store.needs.upsertMany(needs));
  for (const problem of [...problems, ...remarks]) process.stderr.write(`${problemLine(problem)}\n`);
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ needs, problems, remarks, imported: options.import === true }, null, 2)}\n`);
  } else {
    process.stdout.write(`${needs.length} planned purchases. ${problems.length} rows or cells were left out.\n`);
    process.stdout.write(options.import ? 'The plan is stored.\n' : 'Nothing is stored; add --import to store it.\n');
  }
  return problems.length > 0 ? EXIT.someRefused : EXIT.done;
}
