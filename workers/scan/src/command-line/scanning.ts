import type { CommandLine } from './command-line.ts';

/** Commands of the worker that scans sources. */
export function addScanningCommands({ command }: CommandLine): void {
  command('work', 'scan sources on schedule, match what is new and queue alerts, until it is stopped', () => import('../commands/work.ts')).option(
    '--once',
    'do what is due now and end',
  );
  command('scan', 'ask sources now, whatever their schedule says', () => import('../commands/scan.ts'))
    .option('--source <id...>', 'only these, also when they are off (without it: all that are on)')
    .option('--dry-run', 'store nothing; say what would change')
    .option('--json', 'print the result as JSON');
  command('health', 'how each source stands; exit code 1 when somebody must look at one', () => import('../commands/health.ts')).option(
    '--json',
    'print as JSON',
  );
  command('sources', 'list the sources with state, licence, schedule and last result', () => import('../commands/sources.ts')).option(
    '--json',
    'print as JSON',
  );
  command('forget <notice>', 'take a notice away for good; it does not come back', () => import('../commands/forget.ts')).requiredOption(
    '--because <text>',
    'why, for the record',
  );
}
