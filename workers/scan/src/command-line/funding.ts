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
    'funding',
    'list open and forthcoming calls, closing soonest first, with the city’s role; write them as page, workbook and calendar',
    () => import('../commands/funding.ts'),
  )
    .option('--register <file>', 'ASF register, CSV or XLSX (without it: the imported one, else the example)')
    .option('--out <folder>', 'where utlysningar.html, .xlsx, .ics and .json are written', 'out')
    .option('--at <time>', 'judge what is open as of this time (without it: now)')
    .option('--json', 'print the list as JSON');
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
