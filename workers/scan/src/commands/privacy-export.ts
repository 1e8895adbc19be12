import { InputError } from '@asf-match/domain';
import { toJson } from '@asf-match/reports';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

/** Prints everything that is stored about the owner of an address, as JSON (GDPR articles 15 and 20). */
export async function run(options: GlobalOptions & { args: [string] }): Promise<ExitCode> {
  const stored = await withStore(settingsOf(options), (store) => store.privacy.export(options.args[0]).catch(() => undefined));
  if (!stored) throw unknownAddress();
  process.stdout.write(toJson(stored));
  return EXIT.done;
}

export const unknownAddress = (): InputError =>
  new InputError({ key: 'privacy.unknown', place: 'address', message: 'Nothing is stored about this address.', remedy: 'Check how it is written.' });
