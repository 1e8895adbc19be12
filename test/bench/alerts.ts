import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printRow } from './print.ts';

/** What one process of `alerts-case.ts` does. */
export interface AlertsCase {
  readonly step: 'subscribe' | 'queue';
  readonly folder: string;
  readonly notices: number;
  readonly subscriptions: number;
}

/** Milliseconds by the clock and of the processor; megabytes at most, and before the work. */
export interface AlertsResult {
  readonly milliseconds: number;
  readonly processor: number;
  readonly megabytes: number;
  readonly before: number;
  readonly alerts: number;
  readonly deliveries: number;
}

const SIZE = { notices: 3_000, subscriptions: 10_000 };
const GOAL = { seconds: 10, megabytes: 1000 };

/** A day of all Europe's notices, matched with 10,000 subscriptions and queued: profiles, reading, matching, rows on disk. */
export function benchAlerts(): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-alerts-'));
  run({ step: 'subscribe', folder, ...SIZE });
  const result = JSON.parse(run({ step: 'queue', folder, ...SIZE })) as AlertsResult;
  rmSync(folder, { recursive: true });
  const [seconds, processor] = [result.milliseconds / 1000, result.processor / 1000];
  console.log(`alerts: ${SIZE.notices} made-up notices for ${SIZE.subscriptions} subscriptions, ${result.alerts} alerts in ${result.deliveries} deliveries`);
  printRow('matched and queued', [`${seconds.toFixed(1)} s`.padStart(12), `goal ${GOAL.seconds} s`, seconds <= GOAL.seconds ? 'met' : 'NOT MET']);
  printRow('peak memory of the process', [
    `${result.megabytes.toFixed(0)} MB`.padStart(12),
    `goal ${GOAL.megabytes} MB`,
    result.megabytes <= GOAL.megabytes ? 'met' : 'NOT MET',
  ]);
  console.log(`    (${processor.toFixed(1)} s of the processor; ${result.before.toFixed(0)} MB before the work)`);
}

const run = (asked: AlertsCase): string =>
  execFileSync(process.execPath, [join(import.meta.dirname, 'alerts-case.ts'), JSON.stringify(asked)], { encoding: 'utf8' });
