import { dirname } from 'node:path';
import { changeLinkKeys } from '../alerts/link-keys.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';

/** Signs new links with a new key. The two keys before it are still accepted. */
export async function run(options: GlobalOptions): Promise<ExitCode> {
  await changeLinkKeys(dirname(settingsOf(options).database));
  process.stdout.write('New links are signed with a new key. Restart asf-match serve.\n');
  return EXIT.done;
}
