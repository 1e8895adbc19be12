import type { CommandLine } from './command-line.ts';

/** Commands of the worker that scans sources. */
export function addScanningCommands({ command }: CommandLine): void {
  command('sources', 'list the sources with licence and last result', () => import('../commands/sources.ts')).option('--json', 'print as JSON');
}
