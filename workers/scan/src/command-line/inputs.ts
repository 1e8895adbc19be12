import type { CommandLine } from './command-line.ts';

/** Commands that take in what people bring, and give out what is stored. */
export function addInputsCommands({ command, group }: CommandLine): void {
  command(
    'ingest <path...>',
    'read notices from files and folders (TED XML, eForms, JSON lines) and saved pages (HTML of Kommers, JSON of Mercell) into the store',
    () => import('../commands/ingest.ts'),
  )
    .option('--verbose', 'print each notice on standard error once it is stored')
    .option('--json', 'print the counts as JSON');
  command('register <file>', 'check a register: what is read, what is wrong, which rows may be the same organisation', () => import('../commands/register.ts'))
    .option('--map <target=header...>', 'which column holds what, e.g. name=Företagsnamn')
    .option('--import', 'store what was read')
    .option('--json', 'print the result as JSON');
  command('plan <file>', 'check a purchase plan: what is read and what is wrong', () => import('../commands/plan.ts'))
    .option('--map <target=header...>', 'which column holds what, e.g. title=Benämning')
    .option('--import', 'store what was read')
    .option('--json', 'print the result as JSON');
  command('export', 'print everything that is stored as JSON lines, in an order that does not depend on how it came in', () => import('../commands/export.ts'));
  const codelists = group('codelists', 'official code lists');
  codelists(
    'import <file>',
    'load the official labels of CPV or NUTS: a table (code, label_sv, label_en) or the publisher’s Genericode file cpv.gc or nuts.gc',
    () => import('../commands/codelists.ts'),
  ).option('--json', 'print the count as JSON');
}
