import { CommanderError } from 'commander';
import { addAlertsCommands } from './command-line/alerts.ts';
import { createCommandLine } from './command-line/command-line.ts';
import { addFundingCommands } from './command-line/funding.ts';
import { addInputsCommands } from './command-line/inputs.ts';
import { addMarketCommands } from './command-line/market.ts';
import { addMatchingCommands } from './command-line/matching.ts';
import { addReportsCommands } from './command-line/reports.ts';
import { addScanningCommands } from './command-line/scanning.ts';
import { addStatisticsCommands } from './command-line/statistics.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/** Reads the command line and runs one command. @returns the process's exit code; problems have been printed on standard error. */
export async function runCli(args: readonly string[]): Promise<ExitCode> {
  const commandLine = createCommandLine();
  addReportsCommands(commandLine);
  addInputsCommands(commandLine);
  addMatchingCommands(commandLine);
  addMarketCommands(commandLine);
  addScanningCommands(commandLine);
  addStatisticsCommands(commandLine);
  addFundingCommands(commandLine);
  addAlertsCommands(commandLine);
  try {
    return await commandLine.run(args);
  } catch (error) {
    return exitCodeOf(error);
  }
}

async function exitCodeOf(error: unknown): Promise<ExitCode> {
  // Commander has already printed its message.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.refused;
  const { InputError } = await import('@asf-match/domain');
  if (error instanceof InputError) {
    process.stderr.write(`asf-match: ${error.message}\n`);
    return EXIT.refused;
  }
  process.stderr.write(`asf-match: ${error instanceof Error ? (process.env.ASF_DEBUG ? error.stack : error.message) : String(error)}\n`);
  return EXIT.internal;
}
