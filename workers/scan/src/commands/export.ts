import { once } from 'node:events';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

export async function run(options: GlobalOptions): Promise<ExitCode> {
  await withStore(settingsOf(options), async (store) => {
    for await (const line of store.exportAll()) {
      if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
    }
  });
  return EXIT.done;
}
