import { toJson } from '@asf-match/reports';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

/** Proves that nothing in the log of who was told what has been changed or taken away. Exit code 1 when it is broken. */
export async function run(options: GlobalOptions & { head?: string; json?: boolean }): Promise<ExitCode> {
  const proof = await withStore(settingsOf(options), (store) => store.audit.verify(options.head));
  if (options.json) process.stdout.write(toJson(proof));
  else if (proof.unbroken)
    process.stdout.write(
      `The log is unbroken: ${proof.entries} entries, the last one ${proof.head}. Note it elsewhere to prove later that none was taken away.\n`,
    );
  else process.stderr.write(`The log is broken: ${proof.problem}.\n`);
  return proof.unbroken ? EXIT.done : EXIT.someRefused;
}
