import { EXIT, type ExitCode } from '../exit-code.ts';
import { noticeSources } from '../notice-sources.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

/** Lists the sources with licence and last result. */
export async function run(options: GlobalOptions & { json?: boolean }): Promise<ExitCode> {
  const reads = await withStore(settingsOf(options), (store) => store.sourceReads.list());
  const rows = noticeSources.map(({ id, label, documentation, licence }) => {
    const read = reads.find((r) => r.source === id);
    return { id, label, documentation, licence, ...(read && { lastAttempt: read.lastAttempt, lastSuccess: read.lastSuccess, message: read.message }) };
  });
  if (options.json) {
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    return EXIT.done;
  }
  for (const { id, label, documentation, licence, lastSuccess, lastAttempt, message } of rows) {
    process.stdout.write(`${id}: ${label}\n  documentation ${documentation}\n  licence ${licence}\n`);
    process.stdout.write(lastAttempt ? `  asked ${lastAttempt}, last good answer ${lastSuccess ?? 'none'}: ${message}\n` : '  never asked\n');
  }
  return EXIT.done;
}
