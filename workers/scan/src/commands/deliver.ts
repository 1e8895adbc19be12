import { toJson } from '@asf-match/reports';
import { sendDue } from '../alerts/sending.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

/** Sends the mails that are due. On SIGTERM or SIGINT it finishes what has begun and gives the rest back. */
export async function run(options: GlobalOptions & { json?: boolean }): Promise<ExitCode> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGTERM', stop).once('SIGINT', stop);
  const settings = settingsOf(options);
  const counts = await withStore(settings, (store) => sendDue(store, settings, stopping.signal));
  process.off('SIGTERM', stop).off('SIGINT', stop);
  if (options.json) process.stdout.write(toJson(counts));
  else
    process.stdout.write(
      `${counts.sent} mails sent, ${counts.later} to be tried again, ${counts.dead} given up, ${counts.withdrawn} with nothing left to say.\n`,
    );
  if (counts.serverError) process.stderr.write(`The mail server failed: ${counts.serverError}. What is left waits.\n`);
  return counts.serverError || counts.dead > 0 ? EXIT.someRefused : EXIT.done;
}
