import { InputError } from '@asf-match/domain';
import { readCall } from '@asf-match/matching';
import { callSummary, callText } from '@asf-match/reports';
import { readCallFile } from '@asf-match/sources';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readInput } from '../files.ts';
import type { GlobalOptions } from '../settings.ts';
import { now } from '../with-store.ts';

type Options = GlobalOptions & { args: [string]; json?: boolean; published?: string; at?: string };

/**
 * Reads one call's text and prints what it says. With `--json` every key is an object `{ "value": …, "quote": … }`, and
 * `quotes` where several statements say it; see `callSummary` for the keys.
 */
export async function run(options: Options): Promise<ExitCode> {
  const [file] = options.args;
  const published = day(options.published, '--published');
  const at = options.at?.includes('T') ? options.at : day(options.at, '--at');
  const text = await readCallFile(await readInput(file), file);
  const reading = readCall(text, published ? { published } : {});
  const moment = at ? new Date(at).toISOString() : now();
  process.stdout.write(options.json ? `${JSON.stringify(callSummary(reading, moment), null, 2)}\n` : callText(reading, moment));
  return EXIT.done;
}

function day(text: string | undefined, option: string): string | undefined {
  if (text === undefined || (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)))) return text;
  throw new InputError({ key: 'usage.call', message: `${option} is no day: ${text}.`, remedy: 'Write it as 2026-11-25.' });
}
