import { toJson } from '@asf-match/reports';
import { alertsHealth } from '../alerts/alerts-health.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';

/** Shows what waits, what was sent and what was given up, without addresses. Exit code 1 when the operator should look. */
export async function run(options: GlobalOptions & { retry?: boolean; json?: boolean }): Promise<ExitCode> {
  return withStore(settingsOf(options), async (store) => {
    const retried = options.retry ? await store.outbox.retryDead(now()) : 0;
    const [counts, problems, dead] = [Object.fromEntries(await store.outbox.counts()), await alertsHealth(store, now()), await store.outbox.list('dead')];
    if (options.json) process.stdout.write(toJson({ counts, problems, dead, ...(options.retry && { retried }) }));
    else {
      const { pending = 0, sending = 0, sent = 0, dead: given = 0, withdrawn = 0 } = counts as Record<string, number>;
      process.stdout.write(`${pending} waiting, ${sending} being sent, ${sent} sent, ${given} given up, ${withdrawn} with nothing left to say.\n`);
      if (options.retry) process.stdout.write(`${retried} that were given up are tried again.\n`);
      for (const { id, recipient, lastError } of dead) process.stdout.write(`delivery ${id} to recipient ${recipient}: ${lastError ?? ''}\n`);
      for (const { sentence } of problems) process.stderr.write(`${sentence}\n`);
    }
    return problems.length > 0 ? EXIT.someRefused : EXIT.done;
  });
}
