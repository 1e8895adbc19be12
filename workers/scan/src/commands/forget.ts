import { EXIT, type ExitCode } from '../exit-code.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

/** Takes a notice away for good, with its versions and matches; it does not come back when its source gives it again. */
export async function run({ args: [key], because, ...options }: GlobalOptions & { args: [string]; because: string }): Promise<ExitCode> {
  const taken = await withStore(settingsOf(options), (store) => store.notices.takeAway(key, because));
  process.stdout.write(taken ? `${key} is taken away and will not come back.\n` : `There is no notice ${key}.\n`);
  return taken ? EXIT.done : EXIT.refused;
}
