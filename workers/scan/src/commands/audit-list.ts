import type { ExitCode } from '../exit-code.ts';
import { EXIT } from '../exit-code.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

/** Prints the log as JSON lines, oldest first. It holds no addresses. */
export async function run(options: GlobalOptions & { about?: string }): Promise<ExitCode> {
  await withStore(settingsOf(options), async (store) => {
    for await (const entry of store.audit.list()) {
      const line = JSON.stringify(entry);
      if (!options.about || line.includes(JSON.stringify(options.about))) process.stdout.write(`${line}\n`);
    }
  });
  return EXIT.done;
}
