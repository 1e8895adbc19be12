import { readCodeList } from '@asf-match/sources';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readInput } from '../files.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

export async function run(options: GlobalOptions & { args: [string]; json?: boolean }): Promise<ExitCode> {
  const [file] = options.args;
  const { cpvLabels, nutsLabels } = readCodeList(await readInput(file), file);
  await withStore(settingsOf(options), async (store) => {
    await store.codelists.importCpv(cpvLabels);
    await store.codelists.importNuts(nutsLabels);
  });
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ cpv: cpvLabels.length, nuts: nutsLabels.length })}\n`
      : `${cpvLabels.length} CPV labels and ${nutsLabels.length} NUTS labels are stored.\n`,
  );
  return EXIT.done;
}
