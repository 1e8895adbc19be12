import { EXIT, type ExitCode } from '../exit-code.ts';
import { readHealth } from '../health/read-health.ts';
import { planOf, type ScanningOptions } from '../scanning/open-scanning.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';

/** Lists every source with state, licence, schedule and last result. */
export async function run(options: GlobalOptions & ScanningOptions & { json?: boolean }): Promise<ExitCode> {
  const plan = await planOf(options);
  const rows = await withStore(settingsOf(options), async (store) => {
    const health = await readHealth(store, plan, now());
    const states = await store.sourceStates.list();
    return plan.sources.map(({ source: { id, label, provides, documentation, licence, offBecause }, enabled, cron, lookBackDays }, index) => {
      const known = states.find((s) => s.source === id);
      const { state, nextDue } = health[index] ?? {};
      return {
        ...{ id, label, provides, documentation, licence, enabled, cron, lookBackDays, state },
        ...(offBecause && { offBecause }),
        ...(nextDue && { nextDue }),
        ...(known && { lastAttempt: known.lastAttempt, lastSuccess: known.lastSuccess, message: known.message }),
      };
    });
  });
  if (options.json) {
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    return EXIT.done;
  }
  for (const row of rows) {
    process.stdout.write(`${row.id}: ${row.label} (${row.provides})\n  documentation ${row.documentation}\n  licence ${row.licence}\n`);
    process.stdout.write(
      row.enabled
        ? `  state ${row.state}; due ${row.cron} (Europe/Stockholm), asks ${row.lookBackDays} days back\n`
        : `  off: ${row.offBecause ?? 'by configuration'}\n`,
    );
    process.stdout.write(row.lastAttempt ? `  asked ${row.lastAttempt}, last good answer ${row.lastSuccess ?? 'none'}: ${row.message}\n` : '  never asked\n');
  }
  return EXIT.done;
}
