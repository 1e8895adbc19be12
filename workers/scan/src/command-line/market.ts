import type { CommandLine } from './command-line.ts';

/** Commands that prepare a purchase: its drafts and its dialogue. */
export function addMarketCommands({ command }: CommandLine): void {
  command('draft <file>', 'look for barriers and hard language in a draft (TXT, MD, DOCX, PDF; - for standard input)', () => import('../commands/draft.ts'))
    .option('--value <amount>', 'the purchase’s value without VAT in kronor, to compare demands for turnover with')
    .option('--compare <earlier>', 'an earlier draft to compare with')
    .option('--out <folder>', 'write the check as an HTML page there')
    .option('--json', 'print the check as JSON');
  command('dialogue <need-or-file>', 'write a dialogue pack: invitation to all in the field, equal questions, log', () => import('../commands/dialogue.ts'))
    .option('--register <file>', 'ASF register, CSV or XLSX (without it: the imported one, else the example)')
    .option('--plan <file>', 'purchase plan in which the need is a row (without it: the imported one, else the example)')
    .option('--out <folder>', 'where the DOCX and the XLSX are written', 'out')
    .option('--json', 'print the pack as JSON');
}
