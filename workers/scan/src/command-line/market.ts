import type { CommandLine } from './command-line.ts';

/** Commands that prepare a purchase: its drafts and its dialogue. */
export function addMarketCommands({ command }: CommandLine): void {
  command('draft <file>', 'look for barriers and hard language in a draft (TXT, MD, DOCX, PDF; - for standard input)', () => import('../commands/draft.ts'))
    .option('--value <amount>', 'the purchase’s value without VAT in kronor, to compare demands for turnover with')
    .option('--compare <earlier>', 'an earlier draft to compare with')
    .option('--out <folder>', 'write the check as an HTML page there')
    .option('--json', 'print the check as JSON');
}
