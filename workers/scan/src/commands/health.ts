import { EXIT, type ExitCode } from '../exit-code.ts';
import { WRONG } from '../health/health.ts';
import { healthTable } from '../health/health-table.ts';
import { readHealth } from '../health/read-health.ts';
import { planOf, type ScanningOptions } from '../scanning/open-scanning.ts';
import { settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';

/** Shows how each source stands; exit code 1 when somebody must look at one. */
export async function run(options: ScanningOptions & { json?: boolean }): Promise<ExitCode> {
  const plan = await planOf(options);
  const health = await withStore(settingsOf(options), (store) => readHealth(store, plan, now()));
  process.stdout.write(options.json ? `${JSON.stringify(health, null, 2)}\n` : await healthTable(health));
  return health.some((h) => WRONG.has(h.state)) ? EXIT.someRefused : EXIT.done;
}
