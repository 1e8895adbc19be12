import { InputError, problemLine } from '@asf-match/domain';
import { type TedSettings, tedSearch } from '@asf-match/sources';
import { configurationFile, loadWorkPlan } from '../configuration.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { WRONG } from '../health/health.ts';
import { readHealth } from '../health/read-health.ts';
import { serveHealth } from '../health/serve-health.ts';
import { fetchDetails } from '../scanning/fetch-details.ts';
import { openMatching } from '../scanning/open-matching.ts';
import { fetcherOf, type ScanningOptions } from '../scanning/open-scanning.ts';
import { createOwner } from '../scanning/owner.ts';
import { rereading, type WorkerOptions, workRound } from '../scanning/worker.ts';
import { settingsOf } from '../settings.ts';
import { sources } from '../sources.ts';
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
  const first = await loadWorkPlan(file, sources);
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
      () => loadWorkPlan(file, sources),
      first,
      (error) => say(`The configuration stays as it was: ${(error as Error).message}`),
    );
    const health = async () => readHealth(store, await plan(), now());
    const worker: WorkerOptions = {
      plan,
      match: await openMatching(store, options),
      context: {
        ...{ store, fetcher: fetcherOf(first), clock: now, owner: createOwner(), leaseSeconds: first.configuration.leaseSeconds, signal: stop.signal },
        purchaseIndex: () => openPurchaseIndex(settings.data),
        onProblem: (problem) => say(problemLine(problem)),
      },
      onRound(ends, matched) {
        for (const { source, end } of ends) say(`${source}: ${end.end === 'finished' ? end.finished.message : end.end}`);
        if (matched.notices > 0)
          say(`matched ${matched.notices} notices: ${matched.matches} matches, ${matched.joined} of purchases known already, ${matched.alerts} alerts queued`);
      },
      async afterRound() {
        await wholeNotices();
        // The operator is told when a state changes, not at every round.
        const notes = (await health()).map(({ source, state, message }) => ({ source, state, message }));
        for (const { source, before, after, message } of await store.health.note(notes)) {
          if (WRONG.has(after as never) || WRONG.has(before as never))
            say(`${WRONG.has(after as never) ? 'ATTENTION' : 'MENDED'} ${source} is ${after}: ${message}`);
        }
      },
    };
    const wholeNotices = async (): Promise<void> => {
      const ted = (await plan()).sources.find((s) => s.enabled && s.source.id === tedSearch.id);
      const settings = ted?.settings as TedSettings | undefined;
      if (!settings?.wholeNotices) return;
      const { fetched, failure } = await fetchDetails(store, worker.context.fetcher, stop.signal, now(), settings.site);
      if (fetched > 0 || failure) say(`ted: ${fetched} whole notices${failure ? `; ${failure}` : ''}`);
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
    let round: Promise<unknown> = Promise.resolve();
    let busy = false;
    const tick = (): void => {
      if (busy || stop.signal.aborted) return;
      busy = true;
      round = workRound(worker)
        .catch((error: unknown) => say(`An error in the program itself: ${error instanceof Error ? error.stack : String(error)}`))
        .finally(() => {
          busy = false;
        });
    };
    tick();
    if (!options.once) {
      const { schedule } = await import('node-cron');
      const ticking = schedule(first.configuration.tick, tick);
      say('working');
      await stopped;
      await ticking.stop();
    }
    await round;
    server?.close();
    return EXIT.done;
  });
}
