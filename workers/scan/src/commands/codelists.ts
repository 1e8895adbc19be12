import { readCpvList } from '@asf-match/sources';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readInput } from '../files.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

export async function run(options: GlobalOptions & { args: [string]; json?: boolean }): Promise<ExitCode> {
  const [file] = options.args;
  const labels = readCpvList(await readInput(file), file);
  await withStore(settingsOf(options), (store) => store.codelists.importCpv(labels));
  process.stdout.write(options.json ? `${JSON.stringify({ cpv: labels.length })}\n` : `${labels.length} CPV labels are stored.\n`);
  return EXIT.done;
}
