import { mailSettings } from '../alerts/mail-settings.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';

/** Erases what is older than the retention that is set (ASF_RETENTION_DAYS). */
export async function run(options: GlobalOptions): Promise<ExitCode> {
  const before = `${new Date(Date.parse(now()) - mailSettings().ASF_RETENTION_DAYS * 86_400_000).toISOString().slice(0, 19)}Z`;
  const { addresses, notes } = await withStore(settingsOf(options), (store) => store.privacy.clean(before, now()));
  process.stdout.write(`${addresses} addresses and the words of ${notes} answers from before ${before} were erased.\n`);
  return EXIT.done;
}
