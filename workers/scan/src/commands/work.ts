import { InputError, problemLine } from '@asf-match/domain';
import { configurationFile } from '../configuration.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readWholeHealth } from '../health/read-health.ts';
import { serveHealth } from '../health/serve-health.ts';
import { createAfterRound } from '../scanning/after-round.ts';
import { openMatching } from '../scanning/open-matching.ts';
import { fetcherOf, planOf, type ScanningOptions } from '../scanning/open-scanning.ts';
import { createOwner } from '../scanning/owner.ts';
import { rereading, type WorkerOptions, workRound } from '../scanning/worker.ts';
import { settingsOf } from '../settings.ts';
import { openPurchaseIndex } from '../statistics-rows.ts';
import { now, withStore } from '../with-store.ts';

/** How long a stopping worker waits for the step it is in. */
const STOP_WITHIN_MS = 9_000;

/**
 * The scanning worker: looks at every tick whether something is due, until it is asked to stop. What it needs to know to go
 * on is in the store; two of them on one store share the work. `--once` does what is due now and ends.
 */
export async function run(options: ScanningOptions & { once?: boolean }): Promise<ExitCode> {
  const file = configurationFile(options.data, options.config);
  const first = await planOf(options);
  if (!first.configuration.contact && !process.env.ASF_CONTACT)
    throw new InputError({
      key: 'worker.contact',
      file,
      place: 'contact',
      message: 'There is no contact address.',
      remedy: 'Write one that a source’s operator can turn to, or set ASF_CONTACT.',
    });
  const say = (line: string): void => void process.stderr.write(`${now()} ${line}\n`);
  const stop = new AbortController();
  const settings = settingsOf(options);
  return withStore(settings, async (store) => {
    const plan = rereading(
      file,
      () => planOf(options),
      first,
      (error) => say(`The configuration stays as it was: ${(error as Error).message}`),
    );
    const health = async () => readWholeHealth(store, await plan(), now());
    const fetcher = fetcherOf(first);
    const worker: WorkerOptions = {
      plan,
      match: await openMatching(store, options),
      context: {
        ...{
          store,
          fetcher,
          clock: now,
          owner: createOwner(),
          underWay: new Set<string>(),
          leaseSeconds: first.configuration.leaseSeconds,
          signal: stop.signal,
        },
        purchaseIndex: () => openPurchaseIndex(settings.data),
        onProblem: (problem) => say(problemLine(problem)),
      },
      onRound(ends, matched) {
        for (const { source, end } of ends) say(`${source}: ${end.end === 'finished' ? end.finished.message : end.end}`);
        if (matched.notices > 0)
          say(`matched ${matched.notices} notices: ${matched.matches} matches, ${matched.joined} of purchases known already, ${matched.alerts} alerts queued`);
      },
      afterRound: createAfterRound({ store, settings, plan, fetcher, signal: stop.signal, say }),
    };
    const { port } = first.configuration.health;
    const server = port === null || options.once ? undefined : await serveHealth(port, health);
    const stopped = new Promise<void>((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const)
        process.once(signal, () => {
          say(`${signal}: handing back what is under way`);
          stop.abort();
          setTimeout(() => process.exit(EXIT.internal), STOP_WITHIN_MS).unref();
          resolve();
        });
    });
    const rounds = new Set<Promise<unknown>>();
    const tick = (): void => {
      if (stop.signal.aborted) return;
      const round = workRound(worker).catch((error: unknown) => say(`An error in the program itself: ${error instanceof Error ? error.stack : String(error)}`));
      rounds.add(round);
      void round.finally(() => rounds.delete(round));
    };
    tick();
    if (!options.once) {
      const { schedule } = await import('node-cron');
      const ticking = schedule(first.configuration.tick, tick);
      say('working');
      await stopped;
      await ticking.stop();
    }
    await Promise.all(rounds);
    server?.close();
    return EXIT.done;
  });
}
