import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { printRow } from './print.ts';

const CASE = { notices: 3_000, subscriptions: 10_000 };
const GOAL = { seconds: 10, megabytes: 1000 };
/** The shortest counts, since the machine may be busy with something else now and then. */
const RUNS = 3;

interface Result {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly before: number;
  readonly alerts: number;
  readonly deliveries: number;
}

/** A day of all Europe's notices, matched with 10,000 subscriptions and queued: profiles, reading, matching, rows on disk. */
export function benchAlerts(): void {
  const runs = Array.from({ length: RUNS }, measure).sort((a, b) => a.milliseconds - b.milliseconds);
  const best = runs[0] as Result;
  const seconds = best.milliseconds / 1000;
  console.log(`alerts: ${CASE.notices} made-up notices for ${CASE.subscriptions} subscriptions, ${best.alerts} alerts in ${best.deliveries} deliveries`);
  printRow('matched and queued, shortest of three', [
    `${seconds.toFixed(1)} s`.padStart(12),
    `goal ${GOAL.seconds} s`,
    seconds <= GOAL.seconds ? 'met' : 'NOT MET',
  ]);
  printRow('peak memory of the process', [
    `${best.megabytes.toFixed(0)} MB`.padStart(12),
    `goal ${GOAL.megabytes} MB`,
    best.megabytes <= GOAL.megabytes ? 'met' : 'NOT MET',
  ]);
  console.log(`    (${best.before.toFixed(0)} MB of it before the work; all runs: ${runs.map((r) => `${(r.milliseconds / 1000).toFixed(1)} s`).join(', ')})`);
}

function measure(): Result {
  return JSON.parse(execFileSync(process.execPath, [join(import.meta.dirname, 'alerts-case.ts'), JSON.stringify(CASE)], { encoding: 'utf8' })) as Result;
}
