import { EXIT, type ExitCode } from '../exit-code.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

/** Lists which statistics are stored, from which file and since when. */
export async function run(options: GlobalOptions & { json?: boolean }): Promise<ExitCode> {
  const imports = await withStore(settingsOf(options), (store) => store.statistics.imports());
  if (options.json) process.stdout.write(`${JSON.stringify(imports, null, 2)}\n`);
  else if (imports.length === 0) process.stdout.write('Nothing is stored. Load exports with: asf-match statistics import FILE…\n');
  else for (const i of imports) process.stdout.write(`${i.source} ${i.year} ${i.export}: ${i.rows} rows from ${i.file}, read ${i.imported.slice(0, 10)}.\n`);
  return EXIT.done;
}
