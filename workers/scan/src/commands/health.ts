import { EXIT, type ExitCode } from '../exit-code.ts';
import { healthTable } from '../health/health-table.ts';
import { readWholeHealth } from '../health/read-health.ts';
import { planOf, type ScanningOptions } from '../scanning/open-scanning.ts';
import { settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';

/** Shows how each source and the alerts stand; exit code 1 when somebody must look at something. */
export async function run(options: ScanningOptions & { json?: boolean }): Promise<ExitCode> {
  const plan = await planOf(options);
  const health = await withStore(settingsOf(options), (store) => readWholeHealth(store, plan, now()));
  if (options.json) process.stdout.write(`${JSON.stringify(health, null, 2)}\n`);
  else {
    process.stdout.write(await healthTable(health.sources));
    for (const { key, sentence } of health.alerts) process.stdout.write(`${key}: ${sentence}\n`);
  }
  return health.ok ? EXIT.done : EXIT.someRefused;
}
