import { EXIT, type ExitCode } from '../exit-code.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';
import { unknownAddress } from './privacy-export.ts';

/** Takes an address and what its owner wrote out of the store (GDPR article 17). */
export async function run(options: GlobalOptions & { args: [string] }): Promise<ExitCode> {
  const done = await withStore(settingsOf(options), (store) => store.privacy.erase(options.args[0], now()).catch(() => false));
  if (!done) throw unknownAddress();
  process.stdout.write('Erased. What was told to which subscription stays in the log, without any address.\n');
  return EXIT.done;
}
