import type { CommandLine } from './command-line.ts';

const CALL_KEYS = `
With --json each key is an object { "value": …, "quote": … }, quote being the statement in the text that says it:
  role (projektägare, samverkanspart, medfinansiär, kan inte delta, oklart), eligible (a list), partners_min,
  public_partner_required, opens, closes (a list; ISO 8601, with offset where a time is given), stages, rolling,
  closed, invited_only, funding_percent, cofinancing_percent, budget_sek, min_sek, max_sek.
What the text does not say is null (false for yes or no, 1 for stages, [] for closes) with quote null. Amounts in
another currency are not converted: value is null, amount and currency are given.`;

/** Commands about calls for funding. */
export function addFundingCommands({ command }: CommandLine): void {
  command(
    'call <file>',
    'read one call for funding (TXT, MD, HTML, DOCX, PDF): who may apply, the city’s role, money, dates',
    () => import('../commands/call.ts'),
  )
    .option('--published <date>', 'the day it was published, for dates written without a year')
    .option('--at <date>', 'judge whether it is closed as of this day or instant (without it: now)')
    .option('--json', 'print as JSON')
    .addHelpText('after', CALL_KEYS);
}
